import { createHash } from 'node:crypto';
import type { LoadedMapping } from '../core/mapping/loadMapping';
import type { ExtractProfile } from '../core/profile/extractProfile';
import { ExtractFileError } from '../extract/extractFileError';
import type { ExtractPlace } from '../extract/index/extractPlace';
import { placeState } from '../extract/index/extractPlace';
import type { ExaminationAnswer, ExaminationInput } from './protocol';

/** The results of checking an extract, for the next check of the same extract. */
export interface KeptLook {
  /** The extract in its current state, and how it is read: while these are equal, so is the profile. */
  readonly extract: string;
  readonly profile: ExtractProfile;
  /** The whole request: while this is equal, so is the answer. */
  readonly question: string;
  readonly answer: ExaminationAnswer;
}

/** A text that is equal for the same bytes, read in the same way and as far; `undefined` when they cannot be read. */
export async function extractKey(
  place: ExtractPlace,
  limit: number,
  loaded: LoadedMapping,
): Promise<string | undefined> {
  const { encoding, delimiter, quote, header, empty } = loaded.model.source;
  const reading = [encoding, delimiter, quote, header, empty, limit];
  if (place instanceof Uint8Array)
    return JSON.stringify([createHash('sha256').update(place).digest('hex'), ...reading]);
  try {
    const { size, modified } = await placeState(place);
    return JSON.stringify([place.path, size, modified, ...reading]);
  } catch (error) {
    // Reading it reports its problem
    if (error instanceof ExtractFileError) return undefined;
    throw error;
  }
}

/**
 * The part of a mapping that the extract is checked with: statements as they are written, without comments and blank lines
 * between them.
 */
export function questionKey({ parsed }: LoadedMapping, { moment, record, limits }: ExaminationInput): string {
  const statements = parsed.tree.statements.map(({ span }) => parsed.text.slice(span.start, span.end));
  // Moments are counted in ticks, which exceed the range of a number
  return JSON.stringify([statements, moment, record, limits], (_name, value: unknown) =>
    typeof value === 'bigint' ? String(value) : value,
  );
}

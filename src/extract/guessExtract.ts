import type { ExtractHeader, ReadOptions } from '../core/csv/extractEvent';
import type { SampledRecord } from '../core/guess/columnFacts';
import { profileRecords } from '../core/guess/columnFacts';
import type { GuessedMapping } from '../core/guess/guessMapping';
import { guessMapping } from '../core/guess/guessMapping';
import type { DraftSource } from '../core/import/mappingDraft';
import type { RecordProblem } from '../core/problems/problem';
import type { ExtractProfile } from '../core/profile/extractProfile';
import { readExtract } from './readExtract';
import { UndecidedDates } from './undecidedDates';

/** So many records are enough to see what a column holds. */
const SAMPLED = 2000;

/** Characters of these records in all; more of longer ones are not looked at. */
const SAMPLED_LENGTH = 8 * 1024 * 1024;

/** What the reader was told, and where the mapping finds the extract: relative to itself. */
export interface GuessInput extends ReadOptions {
  readonly file: string;
  /** For sign-in names of an extract that has no addresses. */
  readonly defaultDomain?: string;
}

/**
 * Guesses a mapping from an extract's header and its first 2,000 records; or says what keeps the extract from being read. A problem of a
 * single row does not. Where these records leave open whether the day or the month comes first, later ones are asked.
 */
export async function guessExtract(
  bytes: AsyncIterable<Uint8Array>,
  { file, defaultDomain, ...options }: GuessInput,
): Promise<GuessedMapping | { readonly problem: RecordProblem }> {
  const rows: SampledRecord[] = [];
  let header: ExtractHeader | undefined;
  let length = 0;
  let isComplete = true;
  let dates: UndecidedDates | undefined;
  for await (const events of readExtract(bytes, options)) {
    for (const event of events) {
      if (event.kind === 'header') header = event.header;
      else if (event.kind === 'problem') {
        if (event.problem.severity === 'fatal') return { problem: event.problem };
      } else if (rows.length < SAMPLED && length <= SAMPLED_LENGTH) {
        const { cells, line } = event.record;
        rows.push({ cells, line });
        for (const cell of cells) length += cell.length;
      } else {
        isComplete = false;
        dates ??= new UndecidedDates(header?.columns ?? [], rows);
        dates.add(event.record.cells);
      }
    }
    if (dates?.areDecided === true) break;
  }
  if (header === undefined) throw new Error('an extract ended without a header and without a fatal problem');
  const profile = profileRecords(
    header.columns,
    rows.map(({ cells }) => cells),
    isComplete,
  );
  return guessMapping(header.columns, withLaterDates(profile, dates), {
    source: sourceOf(file, header, options),
    rows,
    ...(defaultDomain === undefined ? {} : { defaultDomain }),
  });
}

function withLaterDates(profile: ExtractProfile, dates: UndecidedDates | undefined): ExtractProfile {
  if (dates === undefined) return profile;
  return {
    ...profile,
    columns: profile.columns.map((column, index) => ({
      ...column,
      values: [...column.values, ...dates.later(index).map((value) => ({ value, count: 1 }))],
    })),
  };
}

/** What a mapping has to say of its extract: where it is, and what is not usual about it. */
export function sourceOf(file: string, { dialect, encoding }: ExtractHeader, options: ReadOptions): DraftSource {
  return {
    files: [file],
    ...(dialect.delimiter === ',' ? {} : { delimiter: dialect.delimiter }),
    ...(options.encoding === undefined ? {} : { encoding }),
  };
}

import type { ExtractHeader, ReadOptions } from '../core/csv/extractEvent';
import { profileRecords } from '../core/guess/columnFacts';
import type { GuessedMapping } from '../core/guess/guessMapping';
import { guessMapping } from '../core/guess/guessMapping';
import type { DraftSource } from '../core/import/mappingDraft';
import type { RecordProblem } from '../core/problems/problem';
import { readExtract } from './readExtract';

/** So many records are enough to see what a column holds. */
const SAMPLED = 2000;

/** Characters of these records in all; more of longer ones are not looked at. */
const SAMPLED_LENGTH = 8 * 1024 * 1024;

/** What the reader was told, and where the mapping finds the extract: relative to itself. */
export interface GuessInput extends ReadOptions {
  readonly file: string;
}

/**
 * Guesses a mapping from an extract's header and its first 2,000 records; or says what keeps the extract from being read. A problem of a
 * single row does not.
 */
export async function guessExtract(
  bytes: AsyncIterable<Uint8Array>,
  { file, ...options }: GuessInput,
): Promise<GuessedMapping | { readonly problem: RecordProblem }> {
  const records: (readonly string[])[] = [];
  let header: ExtractHeader | undefined;
  let length = 0;
  for await (const events of readExtract(bytes, options)) {
    for (const event of events) {
      if (event.kind === 'header') header = event.header;
      else if (event.kind === 'record') {
        records.push(event.record.cells);
        for (const cell of event.record.cells) length += cell.length;
      } else if (event.problem.severity === 'fatal') return { problem: event.problem };
    }
    if (records.length > SAMPLED || length > SAMPLED_LENGTH) break;
  }
  if (header === undefined) throw new Error('an extract ended without a header and without a fatal problem');
  const profile = profileRecords(
    header.columns,
    records.slice(0, SAMPLED),
    records.length <= SAMPLED && length <= SAMPLED_LENGTH,
  );
  return guessMapping(header.columns, profile, { source: sourceOf(file, header, options) });
}

/** What a mapping has to say of its extract: where it is, and what is not usual about it. */
export function sourceOf(file: string, { dialect, encoding }: ExtractHeader, options: ReadOptions): DraftSource {
  return {
    files: [file],
    ...(dialect.delimiter === ',' ? {} : { delimiter: dialect.delimiter }),
    ...(options.encoding === undefined ? {} : { encoding }),
  };
}

import { takenEncoding, takenHeader } from '../core/csv/csvProblems';
import type { ExtractHeader, ReadOptions } from '../core/csv/extractEvent';
import { extractProblems } from '../core/csv/extractProblemKinds';
import type { SampledRecord } from '../core/guess/columnFacts';
import { profileRecords } from '../core/guess/columnFacts';
import type { GuessedMapping } from '../core/guess/guessMapping';
import { partFooter } from '../core/guess/footerRows';
import { guessMapping } from '../core/guess/guessMapping';
import type { DraftSource } from '../core/import/mappingDraft';
import type { RecordProblem } from '../core/problems/problem';
import type { ExtractProfile } from '../core/profile/extractProfile';
import { isEncoding } from './encoding/textDecoding';
import { readExtract } from './readExtract';
import { UndecidedDates } from './undecidedDates';

/** Enough records to see what a column contains. */
const SAMPLED = 2000;

/** Maximum number of characters of these records together. */
const SAMPLED_LENGTH = 8 * 1024 * 1024;

/** The options of the reader, and the path of the extract relative to the mapping. */
export interface GuessInput extends ReadOptions {
  readonly file: string;
  /** For sign-in names when the extract has no addresses. */
  readonly defaultDomain?: string;
  /** The encoding in which an editor has the file open; if it is not UTF-8, a person has chosen it. */
  readonly editorEncoding?: string;
}

/** A mapping, and the decisions about reading the extract, which must be reported. */
export type GuessedExtract = GuessedMapping & { readonly decided: readonly RecordProblem[] };

/**
 * Guesses a mapping for an extract. If it is not UTF-8, the encoding is detected; if there is a title above the header, the header's line
 * is. The mapping states both with a comment, and both are reported.
 * @param open the bytes, from the first one at each call
 */
export async function guessExtract(
  open: () => AsyncIterable<Uint8Array>,
  { editorEncoding: opened, ...stated }: GuessInput,
): Promise<GuessedExtract | { readonly problem: RecordProblem }> {
  const editorEncoding = opened !== undefined && isEncoding(opened) ? opened : undefined;
  let input: GuessInput & Pick<DraftSource, 'notes'> = stated;
  const decided: RecordProblem[] = [];
  for (;;) {
    const guessed = await guessOnce(open(), input);
    const doubt = 'problem' in guessed ? guessed.problem : guessed.doubt;
    const encoding = doubt?.code === INVALID ? (editorEncoding ?? doubt.encoding) : doubt?.encoding;
    if (encoding !== undefined && input.encoding === undefined) {
      const or = encoding === doubt?.encoding && editorEncoding === undefined ? doubt.orEncoding : undefined;
      const likely = or === undefined ? 'looks like this encoding' : `looks like this encoding or ${or}`;
      const why = `The file is not UTF-8 and ${editorEncoding === undefined ? likely : 'is open in this encoding'}: check names with accents.`;
      input = { ...input, encoding, notes: { ...input.notes, encoding: why } };
      decided.push(
        takenEncoding(encoding, doubt?.line, or, editorEncoding === undefined ? doubt?.mayBeEncodings : undefined),
      );
    } else if (doubt?.header !== undefined && input.header === undefined) {
      const why = 'The lines above look like a title.';
      input = { ...input, header: doubt.header, notes: { ...input.notes, header: why } };
      decided.push(takenHeader(doubt.header));
    } else return 'problem' in guessed ? guessed : { ...guessed.mapping, decided: [...decided, ...guessed.warnings] };
  }
}

const INVALID = extractProblems.invalidEncoding.code;

/** A mapping, and a doubt about the header that it is based on. */
interface Guess {
  readonly mapping: GuessedMapping;
  /** Further remarks. */
  readonly warnings: readonly RecordProblem[];
  readonly doubt?: Pick<RecordProblem, 'code' | 'line' | 'header' | 'encoding' | 'orEncoding' | 'mayBeEncodings'>;
}

/**
 * Guesses a mapping from an extract's header and its first 2,000 records, or returns the problems that keep the extract from being read. A
 * problem of a single row does not. If these records leave open whether the day or the month comes first, later ones are read.
 */
async function guessOnce(
  bytes: AsyncIterable<Uint8Array>,
  { file, defaultDomain, notes, ...options }: GuessInput & Pick<DraftSource, 'notes'>,
): Promise<Guess | { readonly problem: RecordProblem }> {
  const rows: SampledRecord[] = [];
  const warnings: RecordProblem[] = [];
  let header: ExtractHeader | undefined;
  let length = 0;
  let isComplete = true;
  let dates: UndecidedDates | undefined;
  for await (const events of readExtract(bytes, options)) {
    for (const event of events) {
      if (event.kind === 'header') header = event.header;
      else if (event.kind === 'problem') {
        if (event.problem.severity === 'fatal') return { problem: event.problem };
        if (event.problem.code === extractProblems.misstatedEncoding.code) warnings.push(event.problem);
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
  const { people, footer } = isComplete ? partFooter(rows) : { people: rows, footer: [] };
  const profile = profileRecords(
    header.columns,
    people.map(({ cells }) => cells),
    isComplete,
  );
  const source = { ...sourceOf(file, header, options), ...(notes === undefined ? {} : { notes }) };
  const mapping = guessMapping(header.columns, withLaterDates(profile, dates), {
    source,
    rows: people,
    footer,
    ...(defaultDomain === undefined ? {} : { defaultDomain }),
  });
  const { likelierLine, line } = header;
  return likelierLine === undefined
    ? { mapping, warnings }
    : { mapping, warnings, doubt: { code: extractProblems.doubtfulHeader.code, line, header: likelierLine } };
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

/** The statements of a mapping about its extract: its place, and what is unusual. */
export function sourceOf(file: string, { dialect, encoding }: ExtractHeader, options: ReadOptions): DraftSource {
  return {
    files: [file],
    ...(dialect.delimiter === ',' ? {} : { delimiter: dialect.delimiter }),
    ...(options.encoding === undefined ? {} : { encoding }),
    ...(options.header === undefined ? {} : { header: options.header }),
  };
}

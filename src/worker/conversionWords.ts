import type { ExtractHeader } from '../core/csv/extractEvent';
import type { RecordProblem } from '../core/problem';
import type { Remark } from '../preview/protocol';

const DELIMITER_WORDS: Readonly<Record<string, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'pipe' };

/** How an extract was read: `semicolon, utf-8`. */
export function dialectWords({ dialect, encoding }: ExtractHeader): string {
  return `${DELIMITER_WORDS[dialect.delimiter] ?? dialect.delimiter}, ${encoding}`;
}

/** A problem as it is told, with its place in the extract. */
export function remarkOf({ message, line, column }: RecordProblem): Remark {
  return { text: message, ...(line === undefined ? {} : { line }), columns: column === undefined ? [] : [column] };
}

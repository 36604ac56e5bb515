import type { ExtractHeader } from '../core/csv/extractEvent';
import type { RecordProblem } from '../core/problem';

const DELIMITER_WORDS: Readonly<Record<string, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'pipe' };

/** How an extract was read: `semicolon, utf-8`. */
export function dialectWords({ dialect, encoding }: ExtractHeader): string {
  return `${DELIMITER_WORDS[dialect.delimiter] ?? dialect.delimiter}, ${encoding}`;
}

export function warningLine({ line, message }: RecordProblem): string {
  return line === undefined ? message : `Line ${line}: ${message}`;
}

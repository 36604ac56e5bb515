import type { ExtractHeader } from '../core/csv/extractEvent';

const DELIMITER_WORDS: Readonly<Record<string, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'pipe' };

/** How an extract was read: `semicolon, utf-8`. */
export function dialectWords({ dialect, encoding }: ExtractHeader): string {
  return `${DELIMITER_WORDS[dialect.delimiter] ?? dialect.delimiter}, ${encoding}`;
}

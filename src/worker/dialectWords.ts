import { characterName } from '../core/csv/characterName';
import type { ExtractHeader } from '../core/csv/extractEvent';

/** How an extract was read: `semicolon, utf-8`. */
export function dialectWords({ dialect, encoding }: ExtractHeader): string {
  return `${characterName(dialect.delimiter)}, ${encoding}`;
}

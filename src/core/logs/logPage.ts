import { isJsonObject, member, readJson, sayUnread, stringMember } from '../json/jsonValue';
import type { LogEntry } from './logEntry';
import { parseLogEntry } from './logEntry';

/** One response of `auditLogs/provisioning`. */
export interface LogPage {
  readonly entries: readonly LogEntry[];
  /** The next page's address, exactly as received. */
  readonly nextLink?: string;
  /** Number of members of the page that are not entries and so are not in `entries`. */
  readonly unread: number;
}

/** Parses a response body: a page, or one sentence on why it is not one. */
export function parseLogPage(text: string): LogPage | { readonly refusal: string } {
  const json = readJson(text);
  if ('error' in json) return { refusal: sayUnread('The answer', json) };
  const value = member(json.value, 'value');
  if (!isJsonObject(json.value) || !Array.isArray(value))
    return { refusal: 'The answer has no list of entries ("value").' };
  const entries = value.map(parseLogEntry).filter((entry) => entry !== undefined);
  const nextLink = stringMember(json.value, '@odata.nextLink');
  return { entries, unread: value.length - entries.length, ...(nextLink !== undefined && { nextLink }) };
}

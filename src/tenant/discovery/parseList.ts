import type { JsonObject, JsonValue } from '../../core/json/jsonValue';
import { isJsonObject, member, readJson, sayUnread, stringMember } from '../../core/json/jsonValue';

/** A page of any Graph list. */
export interface ListPage {
  readonly items: readonly JsonObject[];
  /** The next page's address, exactly as received. */
  readonly nextLink?: string;
}

/** Parses an answer's body: a page, or one sentence on why it is not one. */
export function parseList(text: string): ListPage | { readonly refusal: string } {
  const json = readJson(text);
  if ('error' in json) return { refusal: sayUnread('The answer', json) };
  const list = member(json.value, 'value');
  if (!Array.isArray(list)) return { refusal: 'The answer has no list ("value").' };
  const items = (list as readonly JsonValue[]).filter(isJsonObject);
  const nextLink = stringMember(json.value, '@odata.nextLink');
  return { items, ...(nextLink !== undefined && { nextLink }) };
}

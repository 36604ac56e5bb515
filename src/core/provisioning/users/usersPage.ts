import { isJsonObject, member, readJson, sayUnread, stringMember } from '../../json/jsonValue';
import type { DirectoryUser } from '../directory/directory';
import type { UsersProblem } from './readUsers';
import { readUserList } from './readUsers';

/** One response of `GET /users`. */
export interface UsersPage {
  readonly users: readonly DirectoryUser[];
  /** Problems in it; the affected parts are skipped. */
  readonly problems: readonly UsersProblem[];
  /** The next page's address, exactly as received. */
  readonly nextLink?: string;
}

/** Parses a response body: a page, or one sentence on why it is not one. */
export function parseUsersPage(text: string): UsersPage | { readonly refusal: string } {
  const json = readJson(text);
  if ('error' in json) return { refusal: sayUnread('The answer', json) };
  if (!isJsonObject(json.value) || !Array.isArray(member(json.value, 'value')))
    return { refusal: 'The answer has no list of users ("value").' };
  const nextLink = stringMember(json.value, '@odata.nextLink');
  return { ...readUserList(json.value, 'API2AAD'), ...(nextLink !== undefined && { nextLink }) };
}

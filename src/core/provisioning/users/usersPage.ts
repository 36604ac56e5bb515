import { isJsonObject, member, readJson, sayUnread, stringMember } from '../../json/jsonValue';
import type { DirectoryUser } from '../directory/directory';
import type { UsersProblem } from './readUsers';
import { readUserList } from './readUsers';

/** One answer of `GET /users`. */
export interface UsersPage {
  readonly users: readonly DirectoryUser[];
  /** What is wrong in it, and was passed over. */
  readonly problems: readonly UsersProblem[];
  /** The next page's address, exactly as it came. */
  readonly nextLink?: string;
}

/** Reads an answer's body: a page, or one sentence on why it is none. */
export function parseUsersPage(text: string): UsersPage | { readonly refusal: string } {
  const json = readJson(text);
  if ('error' in json) return { refusal: sayUnread('The answer', json) };
  if (!isJsonObject(json.value) || !Array.isArray(member(json.value, 'value')))
    return { refusal: 'The answer has no list of users ("value").' };
  const nextLink = stringMember(json.value, '@odata.nextLink');
  return { ...readUserList(json.value, 'API2AAD'), ...(nextLink !== undefined && { nextLink }) };
}

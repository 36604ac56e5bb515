import type { JsonObject, JsonValue, UnreadJson } from '../../json/jsonValue';
import { isJsonObject, member, readJson, stringMember } from '../../json/jsonValue';
import { firstMistake } from '../../json/readJsonText';
import { LineIndex } from '../../text/lineIndex';
import type { JobFlavour } from '../job/compiledJob';
import { accountSwitch } from '../job/compiledJob';
import type { DirectoryUser } from '../directory/directory';
import { isListInGraph, targetNameOf } from './graphNames';
import type { TargetValue } from '../directory/targetValue';
import { foldText, targetTextOf } from '../directory/targetValue';

/** A problem in a file of users. It contains no value of the file. */
export interface UsersProblem {
  /** `error`: the user or the whole file is skipped. `warning`: only the member is skipped. */
  readonly severity: 'error' | 'warning';
  /** The path of the problem: `value[3].accountEnabled`; `''` for the file. */
  readonly path: string;
  readonly message: string;
}

export interface UsersReading {
  readonly users: readonly DirectoryUser[];
  readonly problems: readonly UsersProblem[];
}

/**
 * Reads users as Graph returns them: `{ "value": [{ "id": …, "userPrincipalName": …, "manager": { "id": … } }] }`, a
 * page of `GET /users` or several merged ones; a plain list is accepted, too. For Active Directory, members are named
 * as there, and `manager` may be a distinguished name. Never throws.
 */
export function readUsers(text: string, flavour: JobFlavour): UsersReading {
  const json = readJson(text);
  return 'error' in json ? nothing(notRead(text, json)) : readUserList(json.value, flavour);
}

/** Uses our own wording: the messages of `JSON.parse` contain a part of the text, which is about people. */
function notRead(text: string, { isTooDeep }: UnreadJson): string {
  const mistake = firstMistake(text);
  const line = mistake === undefined ? '' : ` (line ${new LineIndex(text).positionAt(mistake.span.start).line + 1})`;
  return `This is ${isTooDeep ? 'nested too deeply' : 'not JSON'}${line}. ${mistake?.message ?? ''}`.trim();
}

/** The same for parsed JSON. */
export function readUserList(json: JsonValue, flavour: JobFlavour): UsersReading {
  const list = Array.isArray(json) ? (json as readonly JsonValue[]) : member(json, 'value');
  if (!Array.isArray(list))
    return nothing('The users are expected in a list called "value", as Microsoft Graph gives them.');
  const reader = new UsersReader(flavour);
  const from = Array.isArray(json) ? '' : 'value';
  for (const [index, item] of (list as readonly JsonValue[]).entries()) reader.add(item, `${from}[${index}]`);
  return { users: reader.finish(), problems: reader.problems };
}

function nothing(message: string): UsersReading {
  return { users: [], problems: [{ severity: 'error', path: '', message }] };
}

class UsersReader {
  readonly problems: UsersProblem[] = [];
  readonly #users = new Map<string, DirectoryUser>();
  readonly #names = new Map<string, string>();
  readonly #flavour: JobFlavour;

  constructor(flavour: JobFlavour) {
    this.#flavour = flavour;
  }

  add(item: JsonValue, path: string): void {
    if (!isJsonObject(item)) {
      this.#refuse(path, 'A user is expected to be an object.');
      return;
    }
    const id = stringMember(item, 'id') ?? '';
    if (id === '') {
      this.#refuse(`${path}.id`, 'A user needs an "id", a text that is not empty.');
      return;
    }
    if (this.#users.has(id)) {
      this.#refuse(`${path}.id`, 'Another user above has the same id.');
      return;
    }
    const values = new Map<string, TargetValue>();
    for (const [name, value] of flatten(item)) this.#take(name, value, values, path);
    const name = foldText(targetTextOf(values, 'userPrincipalName'));
    if (name !== '' && this.#names.has(name)) {
      this.#refuse(`${path}.userPrincipalName`, 'Another user above has the same userPrincipalName.');
      return;
    }
    this.#names.set(name, id);
    this.#users.set(id, { id, values });
  }

  /** Replaces managers' distinguished names with ids. */
  finish(): readonly DirectoryUser[] {
    const users = [...this.#users.values()];
    if (this.#flavour === 'API2AAD') return users;
    const byName = new Map(users.map(({ id, values }) => [foldText(targetTextOf(values, 'distinguishedName')), id]));
    return users.map(({ id, values }) => {
      const manager = byName.get(foldText(targetTextOf(values, 'manager')));
      return manager === undefined || !values.has('manager')
        ? { id, values }
        : { id, values: new Map([...values, ['manager', manager] as const]) };
    });
  }

  #take(name: string, json: JsonValue, values: Map<string, TargetValue>, path: string): void {
    const target = targetNameOf(name, this.#flavour);
    const list = isListInGraph(name, this.#flavour) && Array.isArray(json);
    const value = valueOf(list ? ((json as readonly JsonValue[])[0] ?? null) : json);
    if (value === undefined) {
      this.#pass(`${path}.${name}`, 'Only texts, numbers, booleans and lists of texts are understood.');
      return;
    }
    if (target === accountSwitch(this.#flavour).attribute && typeof value === 'string' && value !== '') {
      this.#pass(`${path}.${name}`, 'This is expected to be true or false, without quotes.');
      return;
    }
    if (value !== '' && !(typeof value === 'object' && value.length === 0)) values.set(target, value);
  }

  #refuse(path: string, message: string): void {
    this.problems.push({ severity: 'error', path, message: `${message} The user is left out.` });
  }

  #pass(path: string, message: string): void {
    this.problems.push({ severity: 'warning', path, message: `${message} It is passed over.` });
  }
}

/** Maximum nesting of objects; real users are far below it. */
const MAX_DEPTH = 16;

/** Members with their paths, without annotations (`@odata.type`), the id and null values. */
function* flatten(user: JsonObject, before = '', depth = 0): Generator<readonly [string, JsonValue]> {
  for (const [name, value] of Object.entries(user)) {
    if (name.includes('@odata') || value === null || (before === '' && name === 'id')) continue;
    const id = stringMember(value, 'id');
    if (!isJsonObject(value) || depth === MAX_DEPTH) yield [before + name, value];
    // The user that a reference points to
    else if (id !== undefined) yield [before + name, id];
    else yield* flatten(value, `${before}${name}.`, depth + 1);
  }
}

function valueOf(json: JsonValue): TargetValue | undefined {
  if (typeof json === 'string' || typeof json === 'boolean') return json;
  if (json === null) return '';
  if (typeof json === 'number') return Number.isSafeInteger(json) ? BigInt(json) : String(json);
  if (!Array.isArray(json)) return undefined;
  const items = json as readonly JsonValue[];
  return items.every((item) => typeof item === 'string') ? items : undefined;
}

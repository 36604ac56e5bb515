import { endOfComment, endOfString, skipBlanks } from '../../json/jsonScan';
import { BULK_REQUEST_URN, CORE_USER_URN } from '../../scim/urns';
import type { TextEnds } from './payloadWindow';
import { endsOf } from './payloadWindow';

/** What a JSON document is to us. */
export type PayloadKind = 'bulkRequest' | 'user' | 'jobSchema';

/**
 * Tells what a JSON text is by what is in it, whatever its name, and by its name where the content does not say. Looks at
 * the first 64 Ki and the last 16 Ki characters only, and forgives mistakes: what is being typed stays what it is as
 * long as enough of it is left.
 */
export function recognise(text: string, name = ''): PayloadKind | undefined {
  return recogniseEnds(endsOf(text), name);
}

/** The same, of a text that is not at hand as a whole. */
export function recogniseEnds({ head, tail }: TextEnds, name = ''): PayloadKind | undefined {
  const isObject = head[skipBlanks(head, head.startsWith('\uFEFF') ? 1 : 0)] === '{';
  return (isObject ? kindOf(readOutline(head), tail) : undefined) ?? kindOfName(name);
}

function kindOfName(name: string): PayloadKind | undefined {
  const lower = name.toLowerCase();
  if (lower.endsWith('.bulk.json')) return 'bulkRequest';
  if (lower.endsWith('.scim.json')) return 'user';
  return lower.endsWith('.syncschema.json') ? 'jobSchema' : undefined;
}

/** What a glance at the text shows. Names in small letters. */
interface Outline {
  /** Names of the root's members, or what seem to be, with the character that their value begins with. */
  readonly members: ReadonlyMap<string, string>;
  /** Texts in lists of the root, in small letters: mostly its `schemas`; also `schemas` that is a text instead of a list. */
  readonly schemas: readonly string[];
  /** Names of members two levels below the root: of operations, of directories, of rules. */
  readonly inner: ReadonlySet<string>;
}

function kindOf(outline: Outline, tail: string): PayloadKind | undefined {
  const { members, schemas, inner } = outline;
  const bulk = BULK_REQUEST_URN.toLowerCase();
  if (schemas.some((urn) => urn.startsWith(bulk)) || tail.toLowerCase().includes(`"${bulk}"`)) return 'bulkRequest';
  if (schemas.some((urn) => OTHER_MESSAGE.test(urn))) return undefined;
  if (members.get('operations') === '[' && [...OPERATION_NAMES].some((name) => inner.has(name))) return 'bulkRequest';
  if (schemas.some((urn) => urn.startsWith(CORE_USER_URN.toLowerCase()))) return 'user';
  if (isJobSchema(outline, tail)) return 'jobSchema';
  if (
    members.get('schemas') === '[' &&
    [...USER_NAMES].filter((name) => members.has(name)).length >= 2 &&
    isUser(schemas)
  )
    return 'user';
  return undefined;
}

/** A PatchOp has "Operations", too, and an answer holds users. */
const OTHER_MESSAGE = /:(?:patchop|listresponse|searchrequest|bulkresponse|error)$/;

/** Of an operation; of a PatchOp's it would be `op` and `value`. */
const OPERATION_NAMES: ReadonlySet<string> = new Set(['method', 'bulkid', 'data']);

const USER_NAMES: ReadonlySet<string> = new Set([
  'externalid',
  'username',
  'displayname',
  'active',
  'name',
  'emails',
  'phonenumbers',
  'addresses',
  'title',
]);

/** While the URN of a user is typed, it is none yet; that of a group or of a definition is not about to become one. */
function isUser(schemas: readonly string[]): boolean {
  return !schemas.some((urn) => /:(?:group|schema|resourcetype|serviceproviderconfig)$/.test(urn));
}

function isJobSchema({ members, inner }: Outline, tail: string): boolean {
  if (members.get('synchronizationrules') === '[') return true;
  if (members.get('directories') !== '[') return false;
  return inner.has('objects') || inner.has('discoverabilities') || tail.includes('"synchronizationRules"');
}

/** Brackets are counted and mistakes in them are not looked for: where they are wrong, some names are missed or too many are seen. */
function readOutline(text: string): Outline {
  const members = new Map<string, string>();
  const schemas: string[] = [];
  const inner = new Set<string>();
  let depth = 0;
  let member = '';
  for (let at = 0; at < text.length; at++) {
    const unit = text[at];
    if (unit === '"') {
      const end = endOfString(text, at);
      const word = text.slice(at + 1, end - 1).toLowerCase();
      const colon = skipBlanks(text, end);
      if (text[colon] === ':') {
        if (depth === 1) member = word;
        if (depth === 1 && !members.has(word)) members.set(word, text[skipBlanks(text, colon + 1)] ?? '');
        else if (depth === 3) inner.add(word);
      } else if (depth === 2 || (depth === 1 && member === 'schemas')) schemas.push(word);
      at = end - 1;
    } else if (unit === '{' || unit === '[') depth++;
    else if (unit === '}' || unit === ']') depth = Math.max(1, depth - 1);
    else if (unit === '/') at = endOfComment(text, at) - 1;
  }
  return { members, schemas, inner };
}

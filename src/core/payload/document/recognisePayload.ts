import { endOfComment, endOfString, skipBlanks } from '../../json/jsonScan';
import { BULK_REQUEST_URN, CORE_USER_URN } from '../../scim/urns';
import type { TextEnds } from './payloadWindow';
import { endsOf } from './payloadWindow';

/** The kind of a JSON document. */
export type PayloadKind = 'bulkRequest' | 'user' | 'jobSchema';

/**
 * Recognises a JSON text by its content, and by its name if the content is not clear. Reads only the first 64 Ki and
 * the last 16 Ki characters and tolerates errors: a text keeps its kind while it is edited, as long as enough of it is
 * left.
 */
export function recognise(text: string, name = ''): PayloadKind | undefined {
  return recogniseEnds(endsOf(text), name);
}

/** Recognises a text by its beginning and its end. */
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

/** The result of a quick scan of a text. Names are in lower case. */
interface Outline {
  /** The apparent names of the root's members, each with the first character of its value. */
  readonly members: ReadonlyMap<string, string>;
  /**
   * The texts in lists of the root, in lower case, which are mostly its `schemas`; also a `schemas` that is a text
   * instead of a list.
   */
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

/** Other SCIM messages: a PatchOp has "Operations", too, and a response contains users. */
const OTHER_MESSAGE = /:(?:patchop|listresponse|searchrequest|bulkresponse|error)$/;

/** Member names of a bulk operation; those of a PatchOp operation are `op` and `value`. */
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

/**
 * Any other URN may be an incomplete one of a user that is being typed; the URN of a group or of a definition cannot
 * become one.
 */
function isUser(schemas: readonly string[]): boolean {
  return !schemas.some((urn) => /:(?:group|schema|resourcetype|serviceproviderconfig)$/.test(urn));
}

function isJobSchema({ members, inner }: Outline, tail: string): boolean {
  if (members.get('synchronizationrules') === '[') return true;
  if (members.get('directories') !== '[') return false;
  return inner.has('objects') || inner.has('discoverabilities') || tail.includes('"synchronizationRules"');
}

/** Counts brackets without checking them: if they are wrong, it finds too few or too many names. */
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

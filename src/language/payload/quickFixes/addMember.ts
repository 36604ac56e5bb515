import type { JsonNode } from '../../../core/json/jsonNode';
import { elementsOf, membersOf, spanOf, stringOf } from '../../../core/json/jsonNode';
import { BULK_REQUEST_URN, CORE_USER_URN, ENTERPRISE_USER_URN } from '../../../core/scim/urns';
import { textIn } from '../../shared/fixes/fixData';
import { takenBulkIds } from '../bulkIds';
import { resourceIn } from '../piece';
import { childOf } from '../resourcePath';
import type { InsertPlace } from '../rewrite/insertChild';
import { insertMember } from '../rewrite/insertChild';
import { layoutOf, writeValue } from '../rewrite/jsonLayout';
import { memberNamed } from './fixNodes';
import type { PayloadFix, PayloadFixRequest, PayloadQuickFix } from './payloadFix';

/** Adds a required member at its usual place; an empty one gets a value. */
export const addMember: PayloadQuickFix = {
  codes: ['payload.missing-member', 'payload.missing-attribute'],
  *fixes(request) {
    const name = textIn(request.data, 'attribute') ?? textIn(request.data, 'member');
    const object = name === undefined ? undefined : objectFor(request);
    if (name === undefined || object === undefined) return;
    for (const { value, note, isPreferred } of valuesFor(name, object, request))
      yield { ...put(request, object, name, value), title: titleOf(name, value, note), isPreferred };
  },
};

/** The object that lacks the member: the person, or the root of the piece. */
function objectFor({ code, piece }: PayloadFixRequest): JsonNode | undefined {
  const object = code === 'payload.missing-attribute' ? resourceIn(piece) : piece.root;
  return object?.type === 'object' ? object : undefined;
}

interface Candidate {
  readonly value: unknown;
  /** The origin or the effect of the value. */
  readonly note?: string;
  readonly isPreferred: boolean;
}

function valuesFor(name: string, object: JsonNode, request: PayloadFixRequest): readonly Candidate[] {
  const { piece, payload } = request;
  switch (name) {
    case 'schemas':
      return [{ value: piece.kind === 'envelope' ? [BULK_REQUEST_URN] : usedUrns(object), isPreferred: true }];
    case 'method':
      return [{ value: 'POST', isPreferred: true }];
    case 'path':
      return [{ value: '/Users', isPreferred: true }];
    case 'bulkId':
      return [{ value: freeBulkId(resourceIn(piece), takenBulkIds(payload.payload)), isPreferred: true }];
    case 'active':
      // Whether a person may sign in is not ours to choose
      return [
        { value: true, note: 'the account is enabled', isPreferred: false },
        { value: false, note: 'the account is disabled', isPreferred: false },
      ];
    case 'externalId':
      return [...identifiersIn(object, piece.root), { value: '', note: 'fill in the value', isPreferred: false }];
    case 'userName':
      return [...addressIn(object), { value: '', note: 'fill in the value', isPreferred: false }];
    case 'Operations':
      return [{ value: [], isPreferred: true }];
    case 'data':
      return [{ value: { schemas: [CORE_USER_URN, ENTERPRISE_USER_URN] }, isPreferred: true }];
    default:
      return [{ value: '', note: 'fill in the value', isPreferred: false }];
  }
}

/** The URNs that Entra expects: User, Enterprise User, and the extensions that the person has. */
export function usedUrns(resource: JsonNode): readonly string[] {
  const own = membersOf(resource).flatMap(({ name }) => (/^urn:/i.test(name) ? [name] : []));
  return [...new Set([CORE_USER_URN, ENTERPRISE_USER_URN, ...own])];
}

/** An identifier that no other operation has: the person's own, otherwise the next free number. */
export function freeBulkId(resource: JsonNode | undefined, taken: ReadonlySet<string>): string {
  const own = stringOf(childOf(resource, 'externalId'));
  if (own !== undefined && own !== '' && !taken.has(own)) return own;
  let number = taken.size + 1;
  while (taken.has(String(number))) number++;
  return String(number);
}

/** Other members of the operation that may identify the person. */
function identifiersIn(resource: JsonNode, root: JsonNode): readonly Candidate[] {
  const number = stringOf(childOf(childOf(resource, ENTERPRISE_USER_URN), 'employeeNumber'));
  const bulkId = stringOf(childOf(root, 'bulkId'));
  return [
    ...(number ? [{ value: number, note: 'the employeeNumber', isPreferred: false }] : []),
    ...(bulkId && bulkId !== number ? [{ value: bulkId, note: 'the bulkId', isPreferred: false }] : []),
  ];
}

/** The sign-in name is often the work address. */
function addressIn(resource: JsonNode): readonly Candidate[] {
  const work = elementsOf(childOf(resource, 'emails')).find((email) => stringOf(childOf(email, 'type')) === 'work');
  const address = stringOf(childOf(work, 'value'));
  return address ? [{ value: address, note: 'the e-mail address', isPreferred: false }] : [];
}

function put({ piece }: PayloadFixRequest, object: JsonNode, name: string, value: unknown): Pick<PayloadFix, 'edits'> {
  const member = memberNamed(object, name);
  if (member?.value === undefined)
    return { edits: [insertMember(piece.text, object, name, value, whereFor(name, object))] };
  return { edits: [{ span: spanOf(member.value), newText: writeValue(value, layoutOf(piece.text, object)) }] };
}

/** The names that a member comes after, in their order. Extensions come last. */
const BEFORE: readonly string[] = ['method', 'bulkId', 'path', 'schemas', 'externalId', 'userName'];

export function whereFor(name: string, object: JsonNode): InsertPlace | undefined {
  const rank = BEFORE.indexOf(name);
  const properties = object.children ?? [];
  const nameOf = (property: JsonNode) => String(property.children?.[0]?.value);
  const before = properties.findLast((property) =>
    rank < 0 ? !/^urn:/i.test(nameOf(property)) : BEFORE.slice(0, rank).includes(nameOf(property)),
  );
  return before === undefined ? (properties.length === 0 ? undefined : 'first') : { after: before };
}

function titleOf(name: string, value: unknown, note: string | undefined): string {
  const shown = typeof value === 'object' || value === '' ? '' : ` ${JSON.stringify(value)}`;
  return `Add ${name}${shown}${note === undefined ? '' : `, ${note}`}`.replace(
    /^(Add \w+)( .*), (the account .*)$/,
    '$1$2: $3',
  );
}

import type { JsonMember, JsonNode } from '../../json/jsonNode';
import { elementsOf, memberNode, membersOf, spanOf, stringOf } from '../../json/jsonNode';
import type { Problem } from '../../problems/problem';
import { defineProblemKinds, problemOf } from '../../problems/problemKind';
import { BULK_REQUEST_URN, CORE_USER_URN, ENTERPRISE_USER_URN } from '../../scim/urns';
import { NearestNames } from '../../text/nearest';
import { isSameUrn, isUrn, schemaOf } from '../shape/knownSchemas';
import type { CheckedResource } from '../shape/checkedResource';
import type { ResourceCheck } from './payloadCheck';
import { shapeProblems } from '../shape/shapeProblems';

const CUSTOM = 'urn:ietf:params:scim:schemas:extension:contoso:1.0:User';

const [missing, notListed, unused] = defineProblemKinds([
  {
    code: 'payload.schema-missing',
    severity: 'warning',
    title: 'Schema that Entra requires in the list',
    explanation:
      "By Entra's documentation, schemas contains the URNs of both User and Enterprise User, used or not. Payloads without one of them have been accepted, so this is a warning.",
    remedy: 'Add the URN.',
    authority: 'Entra',
    example: {
      wrong: `"schemas": ["${CORE_USER_URN}"]`,
      right: `"schemas": ["${CORE_USER_URN}", "${ENTERPRISE_USER_URN}"]`,
    },
  },
  {
    code: 'payload.schema-not-listed',
    severity: 'error',
    title: 'Extension that is not listed',
    explanation:
      'The resource has attributes of an extension whose URN is not in schemas. RFC 7643 (section 3) and Entra require every used extension in the list; attributes of an unlisted one may be ignored.',
    remedy: 'Add the URN to schemas.',
    authority: 'RFC 7643',
    example: {
      wrong: `"schemas": ["${CORE_USER_URN}", "${ENTERPRISE_USER_URN}"],\n"${CUSTOM}": { "grade": "7" }`,
      right: `"schemas": ["${CORE_USER_URN}", "${ENTERPRISE_USER_URN}", "${CUSTOM}"],\n"${CUSTOM}": { "grade": "7" }`,
    },
  },
  {
    code: 'payload.schema-unused',
    severity: 'information',
    title: 'Listed schema that is not used',
    explanation:
      'schemas lists a URN without attributes in the resource, or lists one twice. That is harmless in itself, but often the URN is mistyped here or at the attributes.',
    remedy: 'Remove the URN, or use the suggested one. User and Enterprise User stay in the list.',
    authority: 'RFC 7643',
    example: {
      wrong: `"schemas": ["${CORE_USER_URN}", "${ENTERPRISE_USER_URN}", "${CUSTOM}"]`,
      right: `"schemas": ["${CORE_USER_URN}", "${ENTERPRISE_USER_URN}"]`,
    },
  },
]);

/** Schemas that must always be listed. */
const WANTED = [
  { urn: CORE_USER_URN, name: 'User' },
  { urn: ENTERPRISE_USER_URN, name: 'Enterprise User' },
];

interface Listed {
  readonly urn: string;
  readonly node: JsonNode;
}

/** Compares the list of schemas with the extensions that are used. Data: `urn`, and that of the generators below. */
export const listedSchemas: ResourceCheck = {
  kinds: [missing, notListed, unused, shapeProblems.attributeCase],
  *find(resource) {
    const list = memberNode(resource.node, 'schemas');
    // A missing or empty list is reported elsewhere
    if (list?.type !== 'array' || elementsOf(list).length === 0) return;
    const listed = elementsOf(list).flatMap((node) => {
      const urn = stringOf(node);
      return urn === undefined ? [] : [{ urn, node }];
    });
    const used = membersOf(resource.node).filter(({ name }) => isUrn(name) && isExtension(name, resource));
    const urns = { listed: firstByUrn(listed, ({ urn }) => urn), used: firstByUrn(used, ({ name }) => name) };
    yield* ofUsed(used, urns);
    yield* ofWanted(list, urns);
    yield* ofListed(listed, urns, resource);
  },
};

/** Whether a name is that of an extension; User and attribute names with a URN prefix are not. */
function isExtension(name: string, { schemas }: CheckedResource): boolean {
  if (isSameUrn(name, CORE_USER_URN)) return false;
  return schemaOf(schemas, name) !== undefined || schemaOf(schemas, name.slice(0, name.lastIndexOf(':'))) === undefined;
}

/** The URNs that are listed and used: the first of each, in lower case, because case does not matter. */
interface Urns {
  readonly listed: ReadonlyMap<string, Listed>;
  readonly used: ReadonlyMap<string, JsonMember>;
}

function firstByUrn<Item>(items: readonly Item[], urnOf: (item: Item) => string): ReadonlyMap<string, Item> {
  return new Map(items.toReversed().map((item) => [urnOf(item).toLowerCase(), item]));
}

function* ofUsed(used: readonly JsonMember[], { listed }: Urns): Generator<Problem> {
  for (const { name, nameNode } of used) {
    if (listed.has(name.toLowerCase())) continue;
    const message = `The extension is used but not listed in "schemas", which RFC 7643 (section 3) and Entra require.`;
    yield problemOf(notListed, spanOf(nameNode), message, { urn: name });
  }
}

function* ofWanted(list: JsonNode, { listed, used }: Urns): Generator<Problem> {
  for (const { urn, name } of WANTED) {
    if (listed.has(urn.toLowerCase()) || used.has(urn.toLowerCase())) continue;
    const message = `Missing URN of ${name} in "schemas". By Entra's documentation, User and Enterprise User are both listed, used or not.`;
    yield problemOf(missing, spanOf(list), message, { urn });
  }
}

/** Data: `replacement`, the probable URN in quotes; `first`, the place of the first one. */
function* ofListed(all: readonly Listed[], { listed, used }: Urns, { schemas }: CheckedResource): Generator<Problem> {
  const unlisted = [...WANTED.map((wanted) => wanted.urn), ...[...used.values()].map(({ name }) => name)].filter(
    (candidate) => !listed.has(candidate.toLowerCase()),
  );
  const meant = new NearestNames(unlisted);
  for (const { urn, node } of all) {
    const same = listed.get(urn.toLowerCase());
    const first = same?.node === node ? undefined : same;
    const named = used.get(urn.toLowerCase());
    const canonical = schemaOf(schemas, urn)?.urn ?? named?.name;
    if (first !== undefined) {
      const data = { urn, first: spanOf(first.node) };
      yield problemOf(unused, spanOf(node), 'Duplicate URN: it is already in the list.', data);
    } else if (canonical !== undefined && canonical !== urn) {
      const message = `The URN is spelled "${canonical}" elsewhere. Whether Entra accepts other spellings is not documented.`;
      yield problemOf(shapeProblems.attributeCase, spanOf(node), message, { replacement: JSON.stringify(canonical) });
    } else if (named === undefined && !WANTED.some((wanted) => wanted.urn === urn)) {
      yield unusedSchema(urn, node, meant);
    }
  }
}

function unusedSchema(urn: string, node: JsonNode, meant: NearestNames): Problem {
  if (urn === BULK_REQUEST_URN)
    return problemOf(unused, spanOf(node), 'This is the URN of a request. A person has the URN of User.', { urn });
  const near = meant.of(urn);
  const offer = near === undefined ? '' : ` Did you mean "${near}"?`;
  const message = `The resource does not have attributes of this schema.${offer}`;
  return problemOf(unused, spanOf(node), message, {
    urn,
    ...(near === undefined ? {} : { replacement: JSON.stringify(near) }),
  });
}

import type { JsonNode } from '../json/jsonNode';
import { elementsOf, memberNode, membersOf, spanOf, stringOf } from '../json/jsonNode';
import { readJsonText } from '../json/readJsonText';
import type { Problem } from '../problem';
import { BULK_REQUEST_URN, CORE_USER_URN } from '../scim/urns';
import { span } from '../text/span';
import { unrecognised } from './unrecognised';
import { checkEnvelope, checkOperation, checkTogether, checkUser } from './checkPayload';
import { isSameUrn } from './knownSchemas';
import type { PayloadKnowledge } from './payloadKnowledge';

/** A payload read and checked as a whole. */
export interface CheckedPayload {
  /** Absent: the text is no payload, as far as it can be read. */
  readonly kind: 'bulkRequest' | 'user' | undefined;
  /** By place. */
  readonly problems: readonly Problem[];
}

/** Everything that is wrong with the text of a bulk request or of a single user. */
export function checkPayloadText(text: string, knowledge: PayloadKnowledge = {}): CheckedPayload {
  const { root, problems } = readJsonText(text);
  const kind = root === undefined ? undefined : kindOf(root);
  const found = root === undefined ? [] : kind === undefined ? [unrecognised(root)] : judge(root, kind, knowledge);
  // What is not JSON may be recognised once it is
  const told = kind === undefined && problems.length > 0 ? problems : [...problems, ...found];
  return { kind, problems: [...told].sort((a, b) => a.span.start - b.span.start) };
}

function judge(root: JsonNode, kind: 'bulkRequest' | 'user', knowledge: PayloadKnowledge): readonly Problem[] {
  if (kind === 'user') return checkUser(root, knowledge);
  const list = memberNode(root, 'Operations');
  const operations = elementsOf(list).map((operation) => checkOperation(operation, knowledge));
  return [
    ...checkEnvelope(withoutOperations(root)),
    ...operations.flatMap(({ problems }) => problems),
    ...checkTogether(
      operations.map(({ facts }) => facts),
      list?.type === 'array' ? spanOf(list) : span(0, 0),
    ),
  ];
}

function kindOf(root: JsonNode): CheckedPayload['kind'] {
  const urns = elementsOf(memberNode(root, 'schemas')).map((element) => stringOf(element) ?? '');
  if (urns.some((urn) => isSameUrn(urn, BULK_REQUEST_URN)) || memberNode(root, 'Operations')?.type === 'array')
    return 'bulkRequest';
  return urns.some((urn) => isSameUrn(urn, CORE_USER_URN)) ? 'user' : undefined;
}

function withoutOperations(root: JsonNode): JsonNode {
  const operations = membersOf(root).find(({ name }) => name === 'Operations')?.value;
  if (operations?.type !== 'array') return root;
  const children = root.children?.map((property) =>
    property.children?.[1] === operations
      ? { ...property, children: [...property.children.slice(0, 1), { ...operations, children: [] }] }
      : property,
  );
  return { ...root, ...(children === undefined ? {} : { children }) };
}

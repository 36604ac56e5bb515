import type { JsonMember, JsonNode } from '../../json/jsonNode';
import { firstMember, lastMember, memberNode, membersOf, spanOf } from '../../json/jsonNode';
import type { Problem } from '../../problems/problem';
import { problemOf } from '../../problems/problemKind';
import { nearest } from '../../text/nearest';
import { span } from '../../text/span';
import { jsonValueOf } from './jsonValueOf';
import { shapeProblems } from './shapeProblems';
import type { ShapeFault, ShapeValidator } from './schemas/validators';
import type { ExpectedType } from './wrongType';
import { wrongType } from './wrongType';

type Members = Readonly<Record<string, ExpectedType>>;

/**
 * Checks the members of a request or an operation by its compiled shape. Does not check their values, except the
 * elements of `schemas`.
 * @param members the possible members, and their types
 * @param what their owner, as the beginning of a sentence
 */
export function* judgeMembers(
  node: JsonNode,
  validate: ShapeValidator,
  members: Members,
  what: string,
): Generator<Problem> {
  for (const fault of validate(shallowValue(node))) {
    const problem = translate(fault, node, members, what);
    if (problem !== undefined) yield problem;
  }
}

/** Members without their content, which is large in a request of 10 MB. */
function shallowValue(node: JsonNode): unknown {
  if (node.type !== 'object') return jsonValueOf(node);
  return Object.fromEntries(
    membersOf(node).flatMap(({ name, value }) => (value === undefined ? [] : [[name, shallow(value, name)]])),
  );
}

function shallow(value: JsonNode, name: string): unknown {
  if (value.type === 'object') return {};
  return value.type === 'array' && name !== 'schemas' ? [] : jsonValueOf(value);
}

function translate(
  { instancePath, keyword, params }: ShapeFault,
  node: JsonNode,
  members: Members,
  what: string,
): Problem | undefined {
  if (keyword === 'required') return missing(params.missingProperty ?? '', node, what);
  if (keyword === 'additionalProperties') {
    const member = lastMember(node, params.additionalProperty ?? '');
    return member && misplaced(member, node, members, what);
  }
  const [, name = '', index] = instancePath.split('/');
  const value = memberNode(node, name);
  const element = index === undefined ? value : value?.children?.[Number(index)];
  const expected = index === undefined ? members[name] : 'text';
  return element && expected && wrongType(element, expected, name, `${what.replace(/^An? /, '')} of bulkUpload`);
}

/** Data: the `member` to add. A member in another case, or without a value yet, is not missing. */
function missing(name: string, node: JsonNode, what: string): Problem | undefined {
  if (membersOf(node).some((member) => member.name.toLowerCase() === name.toLowerCase())) return undefined;
  const message = `${what} is missing "${name}", without which Entra refuses the request (400 Invalid Data Format).`;
  return problemOf(shapeProblems.missingMember, span(node.offset, node.offset + 1), message, { member: name });
}

/** Data: `replacement`, the intended name in quotes; or `first`, its place, if that name already exists. */
function misplaced({ name, nameNode }: JsonMember, node: JsonNode, members: Members, what: string): Problem {
  const names = Object.keys(members);
  const meant = names.find((candidate) => candidate.toLowerCase() === name.toLowerCase());
  if (meant !== undefined) {
    const twin = firstMember(node, meant);
    const message = `Entra documents this member as "${meant}", and may not read other spellings.`;
    const data = twin === undefined ? { replacement: JSON.stringify(meant) } : { first: spanOf(twin.nameNode) };
    return problemOf(shapeProblems.memberCase, spanOf(nameNode), message, data);
  }
  const near = nearest(
    name,
    names.filter((candidate) => memberNode(node, candidate) === undefined),
  );
  const offer = near === undefined ? '' : ` Did you mean "${near}"?`;
  const message = `${what} does not have a member "${name}" in Entra's documentation: it is ignored, or the request is refused.${offer}`;
  const data = near === undefined ? undefined : { replacement: JSON.stringify(near) };
  return problemOf(shapeProblems.unknownMember, spanOf(nameNode), message, data);
}

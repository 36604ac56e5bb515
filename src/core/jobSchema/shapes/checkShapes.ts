import type { JsonNode } from '../../json/jsonNode';
import { elementsOf, membersOf, spanOf } from '../../json/jsonNode';
import type { ExpectedType, Repair } from '../../payload/shape/wrongType';
import { repairOf, wrongTypeMessage } from '../../payload/shape/wrongType';
import type { Problem } from '../../problems/problem';
import type { ProblemKind } from '../../problems/problemKind';
import { defineProblemKinds, problemOf } from '../../problems/problemKind';
import { nearest } from '../../text/nearest';
import { flagsOf } from '../readJobSchema';
import type { Shape, ShapeName, TextShape } from './shape';
import { SHAPES } from './shapes';

const [wrongType, unknownValue, missingMember] = defineProblemKinds([
  {
    code: 'job.wrong-type',
    severity: 'error',
    title: 'Value of the wrong type',
    explanation:
      'A member of the schema is of another type than Microsoft Graph documents for it: a text where a list is needed, a number in quotes. The service refuses the schema.',
    remedy: 'Write a value of the type that the message names.',
    authority: 'Entra',
    example: { wrong: '"matchingPriority": "1"', right: '"matchingPriority": 1' },
  },
  {
    code: 'job.unknown-value',
    severity: 'error',
    title: 'Unknown value',
    explanation: 'The member takes one of a few texts, but this is not one of them.',
    remedy: 'Write one of the texts that the message names, in their spelling.',
    authority: 'Entra',
    example: { wrong: '"flowType": "Sometimes"', right: '"flowType": "Always"' },
  },
  {
    code: 'job.missing-member',
    severity: 'error',
    title: 'Missing member',
    explanation:
      'The object lacks an essential member: a name that others refer to, or the name of what it refers to. A schema is always saved as a whole.',
    remedy: 'Add the member.',
    authority: 'Entra',
    example: { wrong: '"source": null', right: '"targetAttributeName": "jobTitle", "source": null' },
  },
]);

export const shapeProblemKinds: readonly ProblemKind[] = [wrongType, unknownValue, missingMember];

/** Finds every difference from the shape that Graph documents. Unknown members are ignored. */
export function checkShapes(root: JsonNode | undefined): readonly Problem[] {
  return root === undefined ? [] : [...checkValue('schema', root, { kind: 'object', name: 'synchronizationSchema' })];
}

/** @param what the name of the value in messages */
function* checkValue(what: string, node: JsonNode, shape: Shape): Generator<Problem> {
  if (node.type === 'null' && shape.isNullable === true) return;
  const expected = shape.kind === 'any' ? undefined : EXPECTED[shape.kind];
  if (expected !== undefined && !isOfKind(node, shape.kind)) {
    const data = { expected, found: node.type, ...repairFor(node, shape) };
    yield problemOf(wrongType, spanOf(node), wrongTypeMessage(node, expected, what, 'Microsoft Graph'), data);
    return;
  }
  if (shape.kind === 'string') yield* checkText(what, node, shape);
  if (shape.kind === 'list')
    for (const [place, element] of elementsOf(node).entries())
      yield* checkValue(`${what}[${place}]`, element, shape.of);
  if (shape.kind === 'object') yield* checkMembers(node, shape.name);
}

/** Where a list is missing, only a value that can be its element is wrapped in one. */
function repairFor(node: JsonNode, shape: Shape): Repair | undefined {
  if (shape.kind === 'any' || (shape.kind === 'list' && !isOfKind(node, shape.of.kind))) return undefined;
  return repairOf(node, EXPECTED[shape.kind]);
}

function* checkMembers(node: JsonNode, name: ShapeName): Generator<Problem> {
  const shapes = SHAPES[name];
  const members = membersOf(node);
  for (const member of members) {
    const known = Object.hasOwn(shapes, member.name) ? shapes[member.name] : undefined;
    if (known !== undefined && member.value !== undefined) yield* checkValue(member.name, member.value, known.shape);
  }
  for (const [member, { isNeeded }] of Object.entries(shapes)) {
    if (isNeeded !== true || members.some((other) => other.name === member && other.value !== undefined)) continue;
    // Only the opening brace: the object may be the whole document
    const { start } = spanOf(node);
    yield problemOf(missingMember, { start, end: start + 1 }, `Missing member "${member}".`, { member });
  }
}

function* checkText(what: string, node: JsonNode, { values, isFlags, isAnyCase }: TextShape): Generator<Problem> {
  if (values === undefined) return;
  const text = String(node.value);
  const given = isFlags === true ? flagsOf(text) : [text];
  const isKnown = (one: string) =>
    values.includes(one) || (isAnyCase === true && values.some((value) => value.toLowerCase() === one.toLowerCase()));
  const wrong = given.find((one) => !isKnown(one));
  if (wrong === undefined && given.length > 0) return;
  const near = wrong === undefined ? undefined : (sameButCase(wrong, values) ?? nearest(wrong, values));
  const replacement = near && JSON.stringify(given.map((one) => (one === wrong ? near : one)).join(','));
  yield problemOf(
    unknownValue,
    spanOf(node),
    `"${wrong ?? text}" is not a value of "${what}", which takes ${isFlags === true ? 'some' : 'one'} of ${values.join(', ')}.`,
    { ...(replacement === undefined ? {} : { replacement }), values },
  );
}

function sameButCase(text: string, values: readonly string[]): string | undefined {
  return values.find((value) => value.toLowerCase() === text.toLowerCase());
}

const EXPECTED: Readonly<Record<Exclude<Shape['kind'], 'any'>, ExpectedType>> = {
  string: 'text',
  boolean: 'boolean',
  integer: 'integer',
  list: 'list',
  object: 'object',
};

function isOfKind(node: JsonNode, kind: Shape['kind']): boolean {
  switch (kind) {
    case 'any':
      return true;
    case 'list':
      return node.type === 'array';
    case 'integer':
      return node.type === 'number' && Number.isSafeInteger(node.value);
    case 'string':
    case 'boolean':
    case 'object':
      return node.type === kind;
  }
}

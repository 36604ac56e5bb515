import { elementsOf, membersOf } from '../../json/jsonNode';
import type { JsonMember, JsonNode } from '../../json/jsonNode';
import type { Problem } from '../../problems/problem';
import type { AttributeDefinition, SchemaDefinition } from '../../scim/schema';
import { findAttribute } from '../../scim/schema';
import { expectedType, isOfType, wrongAttributeType } from './attributeType';
import type { NamePlace } from './misplacedName';
import { misplacedName } from './misplacedName';

/**
 * Checks the shape of an object that contains attributes. Finds the same problems as the compiled validators, but by
 * the definitions themselves, for schemas that are known only once a payload is open.
 */
export function* judgeAttributes(place: NamePlace, schemas: readonly SchemaDefinition[]): Generator<Problem> {
  for (const member of membersOf(place.object)) yield* judgeMember(member, place, schemas);
}

/** Checks one member: its name and, if the name is that of an attribute in any case, its value. */
export function* judgeMember(
  member: JsonMember,
  place: NamePlace,
  schemas: readonly SchemaDefinition[],
): Generator<Problem> {
  const definition = findAttribute(place.definitions, member.name);
  if (definition === undefined && place.schema?.isPartial === true) return;
  if (definition?.name !== member.name) yield misplacedName(member, place, schemas);
  if (definition !== undefined && member.value !== undefined)
    yield* judgeValue(member.value, definition, labelled(place, definition), schemas);
}

/** Checks a value by the definition of its attribute; an element of a list, by that of the list. */
function* judgeValue(
  node: JsonNode,
  definition: AttributeDefinition,
  label: string,
  schemas: readonly SchemaDefinition[],
  isElement = false,
): Generator<Problem> {
  const isNullElement = isElement && node.type === 'null';
  if (isNullElement || !isOfType(node, expectedType(definition, isElement))) {
    yield wrongAttributeType(node, definition, isElement, label);
    return;
  }
  for (const [index, element] of elementsOf(node).entries())
    yield* judgeValue(element, definition, `${label}[${index}]`, schemas, true);
  if (definition.type !== 'complex' || node.type !== 'object') return;
  yield* judgeAttributes({ object: node, definitions: definition.subAttributes ?? [], what: label }, schemas);
}

function labelled({ schema, what }: NamePlace, { name }: AttributeDefinition): string {
  return schema === undefined ? `${what}.${name}` : name;
}

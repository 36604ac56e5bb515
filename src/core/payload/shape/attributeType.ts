import type { JsonNode } from '../../json/jsonNode';
import type { Problem } from '../../problems/problem';
import type { AttributeDefinition, ScimType } from '../../scim/schema';
import { findAttribute } from '../../scim/schema';
import type { ExpectedType, Repair } from './wrongType';
import { repairOf, wrongType } from './wrongType';

const EXPECTED: Readonly<Record<ScimType, ExpectedType>> = {
  string: 'text',
  reference: 'text',
  binary: 'text',
  dateTime: 'text',
  boolean: 'boolean',
  integer: 'integer',
  decimal: 'number',
  complex: 'object',
};

const SOURCE = 'RFC 7643, section 2.3';

/** The type that the attribute's value must have, or that of one of its elements. */
export function expectedType({ type, multiValued }: AttributeDefinition, isElement: boolean): ExpectedType {
  return multiValued === true && !isElement ? 'list' : EXPECTED[type];
}

/** Makes the problem for an attribute's value, or an element of its list, of the wrong type. */
export function wrongAttributeType(
  node: JsonNode,
  definition: AttributeDefinition,
  isElement: boolean,
  label: string,
): Problem {
  const expected = expectedType(definition, isElement);
  return wrongType(node, expected, label, SOURCE, attributeRepair(node, definition, expected, isElement));
}

/** Wraps a single text, which is clearly the value of an element or of a manager. */
function attributeRepair(
  node: JsonNode,
  definition: AttributeDefinition,
  expected: ExpectedType,
  isElement: boolean,
): Repair | undefined {
  if (definition.type !== 'complex' || node.type !== 'string') return repairOf(node, expected);
  const parts = definition.subAttributes ?? [];
  if (findAttribute(parts, 'value') === undefined) return undefined;
  const type = findAttribute(parts, 'type') === undefined ? '' : '"type": "work", ';
  const before = `{ ${type}"value": `;
  return expected === 'list' && !isElement
    ? { wrap: { before: `[${before}`, after: ' }]' } }
    : { wrap: { before, after: ' }' } };
}

/** Whether a node has the type. Null has every type; the content of a list or an object is not checked. */
export function isOfType(node: JsonNode, expected: ExpectedType): boolean {
  switch (expected) {
    case 'text':
      return node.type === 'string' || node.type === 'null';
    case 'boolean':
      return node.type === 'boolean' || node.type === 'null';
    case 'integer':
      return node.type === 'null' || (node.type === 'number' && Number.isInteger(node.value));
    case 'number':
      return node.type === 'number' || node.type === 'null';
    case 'list':
      return node.type === 'array' || node.type === 'null';
    case 'object':
      return node.type === 'object' || node.type === 'null';
  }
}

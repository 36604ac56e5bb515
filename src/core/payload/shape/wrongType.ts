import type { JsonNode } from '../../json/jsonNode';
import { isEncodedJson } from '../../json/encodedJson';
import { spanOf } from '../../json/jsonNode';
import type { Problem } from '../../problems/problem';
import { problemOf } from '../../problems/problemKind';
import { shapeProblems } from './shapeProblems';

/** The possible types of a value. */
export type ExpectedType = 'text' | 'boolean' | 'integer' | 'number' | 'list' | 'object';

const WORDS: Readonly<Record<ExpectedType, string>> = {
  text: 'a text in quotes',
  boolean: 'true or false, without quotes',
  integer: 'a whole number',
  number: 'a number',
  list: 'a list in square brackets',
  object: 'an object in braces',
};

const FOUND: Readonly<Record<JsonNode['type'], string>> = {
  object: 'an object',
  array: 'a list',
  property: 'a member',
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  null: 'null',
};

/** How to repair a value: by another text in its place, or by text around it. */
export type Repair =
  { readonly replacement: string } | { readonly wrap: { readonly before: string; readonly after: string } };

/**
 * Makes the problem for a value of the wrong type. Data: `expected`, `found` and, if the repair is clear,
 * `replacement`, the JSON text to put in its place, or `wrap`, the texts to put before and after it.
 * @param what the name of the member or attribute in the message
 * @param source the authority
 */
export function wrongType(
  node: JsonNode,
  expected: ExpectedType,
  what: string,
  source: string,
  repair: Repair | undefined = repairOf(node, expected),
): Problem {
  const message = wrongTypeMessage(node, expected, what, source);
  return problemOf(shapeProblems.wrongType, spanOf(node), message, { expected, found: node.type, ...repair });
}

/** The message for a value of the wrong type in any JSON. */
export function wrongTypeMessage(node: JsonNode, expected: ExpectedType, what: string, source: string): string {
  return `"${what}" must be ${WORDS[expected]} (${source}); but it is ${FOUND[node.type]}.${causeOf(node, expected)}`;
}

/** A known effect of PowerShell on JSON, as a sentence with a leading space. */
function causeOf({ type, value }: JsonNode, expected: ExpectedType): string {
  if (expected === 'list' && (type === 'object' || type === 'string'))
    return ' PowerShell unwraps a list of one before ConvertTo-Json sees it: @(...) around it keeps it a list.';
  if (expected !== 'object' && expected !== 'list') return '';
  if (isEncodedJson(value)) return ' The text contains JSON: it was encoded twice.';
  return typeof value === 'string' && /^(?:@\{|System\.(?:Collections|Object))/.test(value)
    ? ' ConvertTo-Json wrote a text at its depth limit: call it with -Depth 10.'
    : '';
}

/** The repair to the clearly intended value; `undefined` if a digit could be lost or a word misunderstood. */
export function repairOf(node: JsonNode, expected: ExpectedType): Repair | undefined {
  const value: unknown = node.value;
  switch (expected) {
    case 'boolean':
      return typeof value === 'string' && /^(?:true|false)$/i.test(value)
        ? { replacement: value.toLowerCase() }
        : undefined;
    case 'text':
      return textRepair(node);
    case 'integer':
      return typeof value === 'string' && /^-?(?:0|[1-9]\d{0,14})$/.test(value) ? { replacement: value } : undefined;
    case 'number':
      return typeof value === 'string' && /^-?(?:0|[1-9]\d{0,14})(?:\.\d+)?$/.test(value)
        ? { replacement: value }
        : undefined;
    case 'list':
      return node.type === 'null' ? undefined : { wrap: { before: '[', after: ']' } };
    case 'object':
      return undefined;
  }
}

function textRepair({ type, value, length }: JsonNode): Repair | undefined {
  if (type !== 'number' && type !== 'boolean') return undefined;
  const text = String(value);
  // A number that is not written as JavaScript prints it could lose digits: 1e3, 1.0, twenty digits. The tree has 0 for
  // 007
  const isExact = type === 'boolean' || (text.length === length && length <= 15 && value !== 0);
  return isExact ? { replacement: `"${text}"` } : undefined;
}

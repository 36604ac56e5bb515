import type { JsonObject, JsonValue } from '../json/jsonValue';
import { isJsonObject, member, stringMember } from '../json/jsonValue';
import { span } from '../text/span';
import { parameterAt } from './checkCall';
import { findFunction } from './functions/table';
import { parseExpression } from './parser';
import { printExpression, printString } from './print';
import type { Call, Expression, Slot } from './syntax';

/**
 * The tree of a mapping's source in Microsoft Graph (`attributeMappingSource`). Omitted arguments have no entry;
 * integers are constants with quotes. Source: Graph, synchronizationSchema: parseExpression, and its samples.
 */
export interface AttributeMappingSource {
  readonly expression: string;
  readonly name: string;
  readonly type: 'Attribute' | 'Constant' | 'Function';
  readonly parameters: readonly { readonly key: string; readonly value: AttributeMappingSource }[];
}

/**
 * Converts an expression to its Graph tree, or explains why that is not possible: how Graph writes comparisons is not
 * documented.
 */
export function toGraphTree(expression: Expression): AttributeMappingSource | { readonly refusal: string } {
  try {
    return nodeOf(expression);
  } catch (error) {
    if (error instanceof NoTree) return { refusal: error.message };
    throw error;
  }
}

/** Ends the recursion; never leaves this file. */
class NoTree extends Error {}

function nodeOf(expression: Expression): AttributeMappingSource {
  switch (expression.kind) {
    case 'attribute':
      return { expression: `[${expression.name}]`, name: expression.name, parameters: [], type: 'Attribute' };
    case 'string':
    case 'integer':
      return { expression: printString(expression.value), name: expression.value, parameters: [], type: 'Constant' };
    case 'word':
      return { expression: expression.name, name: expression.name, parameters: [], type: 'Constant' };
    case 'comparison':
      throw new NoTree('Microsoft Graph does not document how it writes a comparison.');
    case 'call':
      return {
        expression: printExpression(expression),
        name: expression.name,
        parameters: parametersOf(expression),
        type: 'Function',
      };
  }
}

function parametersOf(call: Call): AttributeMappingSource['parameters'] {
  const entry = findFunction(call.name);
  return call.slots.flatMap(({ expression }, index) => {
    if (expression === undefined) return [];
    const parameter = entry === undefined ? undefined : parameterAt(entry, index, call.slots.length);
    return [{ key: parameter?.treeKey ?? parameter?.name ?? 'source', value: nodeOf(expression) }];
  });
}

/** Deeper trees are refused: no expression nests more deeply, and recursion would exhaust the stack. */
const MAX_DEPTH = 100;

/** The result of reading a Graph tree: the expression, or one sentence on why there is none. */
export type GraphTreeReading = { readonly expression: Expression } | { readonly refusal: string };

/**
 * Reads a Graph tree. Its `expression` text counts if it parses, because only that keeps the places of omitted
 * arguments; otherwise the keys place the arguments.
 */
export function fromGraphTree(json: unknown): GraphTreeReading {
  return fromNode(json, 0);
}

function fromNode(json: unknown, depth: number): GraphTreeReading {
  if (depth > MAX_DEPTH) return { refusal: `The tree is nested more than ${MAX_DEPTH} levels deep.` };
  if (!isJsonObject(json)) return { refusal: 'The source of a mapping must be an object.' };
  const { expression, problems } = parseExpression(stringMember(json, 'expression') ?? '');
  return expression !== undefined && problems.length === 0 ? { expression } : readNode(json, depth);
}

function readNode(json: JsonObject, depth: number): GraphTreeReading {
  const name = stringMember(json, 'name');
  if (name === undefined) return { refusal: 'A node of the tree has no "name".' };
  const emptySpan = span(0, 0);
  switch (stringMember(json, 'type') ?? 'Attribute') {
    case 'Attribute':
      return { expression: { kind: 'attribute', name, span: emptySpan } };
    case 'Constant':
      return { expression: { kind: 'string', value: name, span: emptySpan } };
    case 'Function':
      return readFunction(name, member(json, 'parameters'), depth);
    default:
      return {
        refusal: `"${stringMember(json, 'type') ?? ''}" is not a type of node. Use Attribute, Constant or Function.`,
      };
  }
}

function readFunction(name: string, parameters: JsonValue | undefined, depth: number): GraphTreeReading {
  const slots: Slot[] = [];
  const emptySpan = span(0, 0);
  for (const parameter of Array.isArray(parameters) ? (parameters as readonly JsonValue[]) : []) {
    const value = member(parameter, 'value');
    const inner = isJsonObject(value) ? fromNode(value, depth + 1) : { refusal: 'A parameter has no value.' };
    if ('refusal' in inner) return inner;
    const place = placeOf(name, stringMember(parameter, 'key') ?? '', slots.length);
    while (slots.length < place) slots.push({ span: emptySpan });
    slots.push({ span: emptySpan, expression: inner.expression });
  }
  return { expression: { kind: 'call', name, nameSpan: emptySpan, slots, span: emptySpan } };
}

/** The first place at or after `from` whose parameter has this key; `from` if there is none. */
function placeOf(name: string, key: string, from: number): number {
  const entry = findFunction(name);
  if (entry === undefined) return from;
  const { length } = entry.parameters;
  const end = Math.max(from, length) + (entry.repeats ?? 0);
  for (let place = from; place < end; place++) {
    const parameter = parameterAt(entry, place, length);
    if ((parameter?.treeKey ?? parameter?.name) === key) return place;
  }
  return from;
}

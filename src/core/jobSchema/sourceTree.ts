import { parameterAt } from '../expression/checkCall';
import type { FunctionEntry } from '../expression/functions/functionEntry';
import { findFunction } from '../expression/functions/table';
import { parseExpression } from '../expression/parser';
import type { Call, Expression } from '../expression/syntax';
import type { JsonNode } from '../json/jsonNode';
import { stringOf } from '../json/jsonNode';
import type { MappingSource, SourceParameter } from './jobSchema';

/** Where a stored tree differs from an expression, and how. */
export interface Disagreement {
  readonly node: JsonNode;
  readonly reason: string;
}

/**
 * Finds the first place where the stored tree of an expression differs from it. Keys of arguments are compared only
 * where both are keys of the same function, because most are not documented. How Graph writes comparisons is unknown,
 * so a comparison agrees with any tree.
 */
export function disagreement(expression: Expression, source: MappingSource): Disagreement | undefined {
  const { node, name } = source;
  if (expression.kind === 'comparison') return undefined;
  const own = partOf(expression);
  if (source.type !== own.type) return { node, reason: `its type is ${source.type ?? 'missing'}, not ${own.type}` };
  if (name !== undefined && name.text !== own.name)
    return { node, reason: `it names "${name.text}", not "${own.name}"` };
  return expression.kind === 'call' ? inArguments(expression, source) : undefined;
}

function partOf(expression: Exclude<Expression, { kind: 'comparison' }>): {
  readonly type: string;
  readonly name: string;
} {
  switch (expression.kind) {
    case 'attribute':
      return { type: 'Attribute', name: expression.name };
    case 'string':
    case 'integer':
      return { type: 'Constant', name: expression.value };
    case 'word':
      return { type: 'Constant', name: expression.name };
    case 'call':
      return { type: 'Function', name: expression.name };
  }
}

function inArguments(call: Call, { node, parameters = [] }: MappingSource): Disagreement | undefined {
  const entry = findFunction(call.name);
  const given = call.slots.flatMap(({ expression }, index) =>
    expression === undefined ? [] : [{ expression, key: keyAt(entry, index, call.slots.length) }],
  );
  if (given.length !== parameters.length)
    return { node, reason: `${call.name} has ${parameters.length} arguments there, not ${given.length}` };
  for (const [index, { expression, key }] of given.entries()) {
    const parameter = parameters[index];
    const found = parameter && inArgument(expression, key, parameter, entry, node);
    if (found !== undefined) return found;
  }
  return undefined;
}

function inArgument(
  expression: Expression,
  key: string | undefined,
  { key: stored, value }: SourceParameter,
  entry: FunctionEntry | undefined,
  node: JsonNode,
): Disagreement | undefined {
  if (value === undefined) return { node, reason: 'an argument has no value' };
  if (key !== undefined && stored !== undefined && !isSame(stored.text, key) && isKeyOf(entry, stored.text))
    return { node: value.node, reason: `an argument is "${stored.text}", not "${key}"` };
  return ofText(expression, value) ?? disagreement(expression, value);
}

/** Compares the text that is stored with an inner node. */
function ofText(expression: Expression, { expressionNode }: MappingSource): Disagreement | undefined {
  const text = stringOf(expressionNode);
  if (expressionNode === undefined || text === undefined || text === '') return undefined;
  const { expression: own, problems } = parseExpression(text);
  if (own !== undefined && problems.length === 0 && saysSame(own, expression)) return undefined;
  return { node: expressionNode, reason: 'the text of a part differs' };
}

/** Whether two expressions mean the same; a number equals the same number in quotes. */
export function saysSame(a: Expression, b: Expression): boolean {
  if (a.kind === 'comparison' || b.kind === 'comparison')
    return (
      a.kind === 'comparison' &&
      b.kind === 'comparison' &&
      a.operator === b.operator &&
      saysSame(a.left, b.left) &&
      saysSame(a.right, b.right)
    );
  const [one, other] = [partOf(a), partOf(b)];
  if (one.type !== other.type || one.name !== other.name) return false;
  if (a.kind !== 'call' || b.kind !== 'call') return true;
  return (
    a.slots.length === b.slots.length &&
    a.slots.every(({ expression }, index) => {
      const match = b.slots[index]?.expression;
      return expression === undefined || match === undefined ? expression === match : saysSame(expression, match);
    })
  );
}

function keyAt(entry: FunctionEntry | undefined, index: number, count: number): string | undefined {
  const parameter = entry && parameterAt(entry, index, count);
  return parameter?.treeKey ?? parameter?.name;
}

function isKeyOf(entry: FunctionEntry | undefined, key: string): boolean {
  return entry?.parameters.some(({ name, treeKey }) => isSame(treeKey ?? name, key)) === true;
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

import type { Problem } from '../problem';
import type { FunctionEntry } from './functions/functionEntry';
import { findFunction, findFunctionIgnoringCase, functions } from './functions/table';
import type { Call, Expression } from './syntax';
import { walk } from './syntax';

/** The service refuses longer expressions. Source: known issues of application provisioning, read 2026-11. */
export const MAX_LENGTH = 10_000;

/**
 * What is wrong with an expression before any record is looked at.
 * @param expression a tree without syntax problems
 * @param condition the expression stands where `IIF` takes its condition, so that a comparison is legal at its top
 */
export function* checkExpression(expression: Expression, condition = false): Generator<Problem> {
  if (expression.span.end - expression.span.start > MAX_LENGTH) {
    yield error('expression.too-long', `An expression may have at most ${MAX_LENGTH} characters.`, expression);
  }
  if (expression.kind === 'comparison' && !condition) yield misplacedComparison(expression);
  for (const node of walk(expression)) {
    if (node.kind === 'call') yield* checkCall(node);
    else if (node.kind === 'comparison') {
      for (const side of [node.left, node.right]) if (side.kind === 'comparison') yield misplacedComparison(side);
    }
  }
}

function* checkCall(call: Call): Generator<Problem> {
  const entry = findFunction(call.name);
  if (entry === undefined) {
    yield unknownFunction(call);
    return;
  }
  yield* checkArguments(call, entry);
  if (entry.check !== undefined) yield* entry.check(call);
  for (const [index, slot] of call.slots.entries()) {
    if (slot.expression?.kind === 'comparison' && entry.parameters[index]?.type !== 'Condition') {
      yield misplacedComparison(slot.expression);
    }
  }
}

function* checkArguments(call: Call, entry: FunctionEntry): Generator<Problem> {
  const { parameters, repeats = 0 } = entry;
  const least = parameters.length - trailingOptional(entry);
  if (call.slots.length < least || (repeats === 0 && call.slots.length > parameters.length)) {
    yield {
      code: 'expression.argument-count',
      severity: 'error',
      message: `${call.name} takes ${describeCount(least, repeats > 0 ? undefined : parameters.length)}, not ${call.slots.length}: ${signature(entry)}.`,
      span: call.nameSpan,
    };
    return;
  }
  for (const [index, slot] of call.slots.entries()) {
    const parameter =
      parameters[index] ??
      parameters[parameters.length - repeats + ((index - parameters.length) % Math.max(repeats, 1))];
    if (slot.expression === undefined && parameter !== undefined && parameter.optional !== true) {
      yield {
        code: 'expression.argument-count',
        severity: 'error',
        message: `${call.name} needs its argument "${parameter.name}" (place ${index + 1}).`,
        span: slot.span.end > slot.span.start ? slot.span : call.nameSpan,
      };
    }
  }
}

function trailingOptional(entry: FunctionEntry): number {
  if (entry.repeats !== undefined) return 0;
  const lastRequired = entry.parameters.findLastIndex((parameter) => parameter.optional !== true);
  return entry.parameters.length - 1 - lastRequired;
}

function describeCount(least: number, most: number | undefined): string {
  const noun = (most ?? least) === 1 ? 'argument' : 'arguments';
  if (most === undefined) return `at least ${least} ${noun}`;
  return least === most ? `${least} ${noun}` : `${least} to ${most} ${noun}`;
}

/** `Switch(source, [defaultValue], key, value, ...)` */
export function signature(entry: FunctionEntry): string {
  const names = entry.parameters.map((parameter) =>
    parameter.optional === true ? `[${parameter.name}]` : parameter.name,
  );
  return `${entry.name}(${names.join(', ')}${entry.repeats === undefined ? '' : ', ...'})`;
}

function unknownFunction(call: Call): Problem {
  const meant = findFunctionIgnoringCase(call.name);
  const message =
    meant === undefined
      ? `This version has no function "${call.name}". It evaluates ${functions.map((entry) => entry.name).join(', ')}.`
      : `Function names are case-sensitive: "${call.name}" should be "${meant.name}".`;
  const problem: Problem = { code: 'expression.unknown-function', severity: 'error', message, span: call.nameSpan };
  return meant === undefined ? problem : { ...problem, data: { replacement: meant.name } };
}

function misplacedComparison(node: Expression): Problem {
  return error('expression.syntax', 'A comparison can stand only as the condition of IIF.', node);
}

function error(code: string, message: string, node: Expression): Problem {
  return { code, severity: 'error', message, span: node.span };
}

import { expressionProblems } from './expressionProblems';
import type { Problem } from '../problems/problem';
import { problemOf } from '../problems/problemKind';
import type { FunctionEntry, Parameter } from './functions/functionEntry';
import { findFunction, findFunctionIgnoringCase, functions } from './functions/table';
import { siblingAdvice } from './siblings';
import { signature } from './signature';
import { nearest } from '../text/nearest';
import type { Call, Expression, Slot } from './syntax';

/** Checks one call: its name, the number and kinds of its arguments, and the rules of its function. */
export function* checkCall(call: Call): Generator<Problem> {
  const entry = findFunction(call.name);
  if (entry === undefined) {
    yield unknownFunction(call);
    return;
  }
  const problems = [...checkArguments(call, entry)];
  yield* problems;
  if (problems.length === 0 && entry.check !== undefined) yield* entry.check(call);
}

function* checkArguments(call: Call, entry: FunctionEntry): Generator<Problem> {
  const { repeats } = entry;
  const { length } = call.slots;
  const parameters = parametersOf(entry, length);
  const least = parameters.findLastIndex((parameter) => parameter.optional !== true) + 1;
  // "f(a, )" has two slots, the second empty: an empty one at the end does not count as an extra argument
  const excess =
    repeats === undefined &&
    call.slots.slice(parameters.length).some((slot, index) => slot.expression !== undefined || index > 0);
  if (length < least || excess) {
    yield problemOf(
      expressionProblems.argumentCount,
      call.nameSpan,
      `${call.name} takes ${describeCount(least, repeats !== undefined ? undefined : parameters.length)}, not ${length}: ${signature(entry)}.`,
    );
    return;
  }
  for (const [index, slot] of call.slots.entries()) {
    const parameter = parameterAt(entry, index, length);
    if (parameter !== undefined) yield* checkArgument(call, slot, index, parameter);
  }
}

/**
 * The parameters of a call with `count` places. An additional count of the entry takes the parameters that are not
 * optional.
 */
function parametersOf({ parameters, alsoTakes }: FunctionEntry, count: number): readonly Parameter[] {
  return alsoTakes?.includes(count) === true
    ? parameters.filter((parameter) => parameter.optional !== true)
    : parameters;
}

/** The parameter for the argument at `index` in a call with `count` arguments; the last parameters repeat. */
export function parameterAt(entry: FunctionEntry, index: number, count: number): Parameter | undefined {
  const { repeats } = entry;
  const parameters = parametersOf(entry, count);
  const parameter = parameters[index];
  if (parameter !== undefined || repeats === undefined) return parameter;
  return parameters[parameters.length - repeats + ((index - parameters.length) % repeats)];
}

function* checkArgument(
  call: Call,
  { expression, span }: Slot,
  index: number,
  parameter: Parameter,
): Generator<Problem> {
  if (expression === undefined) {
    if (parameter.optional === true) return;
    yield problemOf(
      expressionProblems.argumentCount,
      span.end > span.start ? span : call.nameSpan,
      `${call.name} is missing its argument "${parameter.name}" (place ${index + 1}).`,
    );
    return;
  }
  if (expression.kind === 'comparison' && parameter.type !== 'Condition') {
    yield problemOf(
      expressionProblems.syntax,
      expression.span,
      'A comparison is allowed only as the condition of IIF or CBool.',
    );
  }
  const literal = literalOf(expression);
  if (literal === undefined) return;
  if (parameter.type === 'Integer' && !/^-?[0-9]+$/.test(literal)) {
    yield problemOf(
      expressionProblems.argumentType,
      expression.span,
      `"${parameter.name}" of ${call.name} must be a whole number.`,
    );
  }
  if (parameter.values !== undefined && !parameter.values.includes(literal)) {
    yield problemOf(
      expressionProblems.argumentType,
      expression.span,
      `"${parameter.name}" of ${call.name} must be one of ${parameter.values.join(', ')}.`,
    );
  }
}

/** The value of an argument that is a literal. */
function literalOf(expression: Expression): string | undefined {
  switch (expression.kind) {
    case 'string':
    case 'integer':
      return expression.value;
    case 'word':
      return expression.name;
    case 'attribute':
    case 'call':
    case 'comparison':
      return undefined;
  }
}

function describeCount(least: number, most: number | undefined): string {
  const noun = (most ?? least) === 1 ? 'argument' : 'arguments';
  if (most === undefined) return `at least ${least} ${noun}`;
  return least === most ? `${least} ${noun}` : `${least} to ${most} ${noun}`;
}

function unknownFunction(call: Call): Problem {
  const meant = findFunctionIgnoringCase(call.name);
  const near = nearest(
    call.name,
    functions.map((entry) => entry.name),
  );
  const advice = meant === undefined ? siblingAdvice(call.name) : undefined;
  const message =
    meant !== undefined
      ? `Function names are case-sensitive: "${call.name}" should be "${meant.name}".`
      : (advice ?? `Entra has no function "${call.name}".${near === undefined ? '' : ` Did you mean "${near}"?`}`);
  // For a function of another dialect suggest the equivalent, not a similar name
  const data = near === undefined || advice !== undefined ? undefined : { replacement: near };
  return problemOf(expressionProblems.unknownFunction, call.nameSpan, message, data);
}

import { parameterAt } from '../../../core/expression/checkCall';
import { readDateStyles } from '../../../core/expression/dotnet/dates/dateStyles';
import type { FunctionEntry, Parameter } from '../../../core/expression/functions/functionEntry';
import { findFunction, findFunctionIgnoringCase } from '../../../core/expression/functions/table';
import { parseExpression } from '../../../core/expression/parser';
import type { Expression } from '../../../core/expression/syntax';
import type { Span } from '../../../core/text/span';
import type { OpenCall } from './place';

/** The parameter that an argument of an open call is for. */
export interface CallParameter {
  readonly call: OpenCall;
  readonly entry: FunctionEntry;
  /** The parameter of the entry; absent if the call has more arguments than the function takes. */
  readonly parameter?: Parameter;
}

/** The parameter at the cursor in the innermost call; `undefined` outside of calls and for unknown functions. */
export function callParameter(text: string, calls: readonly OpenCall[]): CallParameter | undefined {
  const call = calls.at(-1);
  if (call === undefined) return undefined;
  const entry = findFunction(call.name) ?? findFunctionIgnoringCase(call.name);
  if (entry === undefined) return undefined;
  const parameter = parameterAt(entry, placeOf(text, call, entry), entry.parameters.length);
  return parameter === undefined ? { call, entry } : { call, entry, parameter };
}

/**
 * The index of the cursor's argument in the full list of parameters. `FormatDateTime` may be called without its styles;
 * a text in their place that is not the name of a style shows this.
 */
function placeOf(text: string, { argument, slots }: OpenCall, { alsoTakes = [], parameters }: FunctionEntry): number {
  const isShort = alsoTakes.includes(parameters.length - 1) && slots.length < parameters.length;
  if (!isShort || argument === 0) return argument;
  const second = slots[1] === undefined ? undefined : expressionIn(text, slots[1]);
  const isFormat = second?.kind === 'string' && second.value !== '' && 'refusal' in readDateStyles(second.value);
  return isFormat ? argument + 1 : argument;
}

/** Parses a part of a mapping's text as an expression, as far as possible. */
export function expressionIn(text: string, where: Span): Expression | undefined {
  return parseExpression(text, where, { lineOriented: true }).expression;
}

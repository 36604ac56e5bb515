import type { Problem } from '../../problem';
import type { Span } from '../../text/span';
import type { Call } from '../syntax';
import type { Value } from '../value';

export type ParameterType = 'String' | 'Integer' | 'Any' | 'Condition' | 'MultiString';

export interface Parameter {
  readonly name: string;
  readonly type: ParameterType;
  readonly documentation: string;
  readonly optional?: true;
}

/** An expression ready to be evaluated on any number of sources. Throws {@link EvaluationError} and nothing else. */
export type Evaluate<Source> = (source: Source) => Value;

/** The arguments of a call, slot by slot; `undefined` stands for an omitted one. */
export type Arguments<Source> = readonly (Evaluate<Source> | undefined)[];

/**
 * A function of the language: the one thing that the checker, the evaluator, completion, hover and the documentation read.
 * Adding a function is one such entry in a file of its own and one line in `table.ts`.
 */
export interface FunctionEntry {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  /** How many of the last parameters repeat as a group: 1 for `Join`'s sources, 2 for `Switch`'s pairs. */
  readonly repeats?: 1 | 2;
  readonly returns: ParameterType;
  readonly documentation: string;
  readonly example: { readonly expression: string; readonly result: string };
  /** Rules of this function alone; the number of arguments is checked from `parameters`. */
  readonly check?: (call: Call) => Iterable<Problem>;
  /** Specialises the call once; `at` is where run-time errors point to. */
  readonly compile: <Source>(args: Arguments<Source>, at: Span) => Evaluate<Source>;
}

/** The argument in slot `index`, which the checker has made sure of. */
export function required<Source>(args: Arguments<Source>, index: number): Evaluate<Source> {
  const argument = args[index];
  if (argument === undefined) throw new Error(`argument ${index} was compiled without having been checked`);
  return argument;
}

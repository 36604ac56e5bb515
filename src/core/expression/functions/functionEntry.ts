import type { Problem } from '../../problems/problem';
import type { ProblemKind } from '../../problems/problemKind';
import type { Span } from '../../text/span';
import type { EvaluationContext } from '../context';
import type { Call } from '../syntax';
import type { Value } from '../value';

export type ParameterType =
  'String' | 'Integer' | 'Boolean' | 'DateTime' | 'MultiString' | 'Roles' | 'Any' | 'Condition';

export interface Parameter {
  readonly name: string;
  readonly type: ParameterType;
  readonly documentation: string;
  readonly optional?: true;
  /** The only allowed values of a literal, compared exactly. */
  readonly values?: readonly string[];
  /** The key of the argument in Graph's tree where it is not the name. */
  readonly treeKey?: string;
}

/** How faithfully the result matches the service's. */
export type Fidelity =
  | { readonly mark: 'exact' }
  | { readonly mark: 'approximated'; readonly reason: string }
  | { readonly mark: 'needs context'; readonly reason: string };

export const EXACT: Fidelity = { mark: 'exact' };

/** What a function needs to know besides its arguments; only the provisioning job itself knows `tenant` and `roles`. */
export type ContextNeed = 'clock' | 'random' | 'tenant' | 'roles';

/** A compiled expression, which evaluates any number of sources. Throws only `EvaluationError`. */
export type Evaluate<Source> = (source: Source, context: EvaluationContext) => Value;

/** The arguments of a call, slot by slot; `undefined` for an omitted one. */
export type Arguments<Source> = readonly (Evaluate<Source> | undefined)[];

export type Family =
  'Text' | 'Logic and flow' | 'Dates' | 'Numbers and conversion' | 'Multi-valued' | 'Roles, uniqueness and tenant';

/**
 * A function of the language: the single source for the checker, the evaluator, completion, hover and the
 * documentation. To add a function, add an entry in a separate file (or in that of related functions) and a line in
 * `table.ts`.
 */
export interface FunctionEntry {
  readonly name: string;
  readonly family: Family;
  readonly parameters: readonly Parameter[];
  /** How many of the last parameters repeat as a group: 1 for `Join`'s sources, 2 for `Switch`'s pairs. */
  readonly repeats?: 1 | 2;
  readonly returns: ParameterType;
  readonly documentation: string;
  readonly example: { readonly expression: string; readonly result: string };
  readonly fidelity: Fidelity;
  readonly needs?: ContextNeed;
  /** The function is not on the service's reference page, but elsewhere in its documentation. */
  readonly unlisted?: true;
  /** Other accepted numbers of arguments, besides those that `parameters` allow. */
  readonly alsoTakes?: readonly number[];
  /** The kinds of problems that only `check` finds. */
  readonly kinds?: readonly ProblemKind[];
  /**
   * The special rules of this function. The number, presence and literal types of arguments are checked against
   * `parameters`.
   */
  readonly check?: (call: Call) => Iterable<Problem>;
  /** Specialises the call once; run-time errors point to `at`. */
  readonly compile: <Source>(args: Arguments<Source>, at: Span) => Evaluate<Source>;
}

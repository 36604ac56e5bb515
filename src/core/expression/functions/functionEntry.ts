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
  /** The only values that a literal may have, compared exactly. */
  readonly values?: readonly string[];
  /** The key of the argument in Graph's tree where it is not the name. */
  readonly treeKey?: string;
}

/** How far a result here is the service's own. */
export type Honesty =
  | { readonly mark: 'exact' }
  | { readonly mark: 'approximated'; readonly reason: string }
  | { readonly mark: 'needs context'; readonly reason: string };

export const EXACT: Honesty = { mark: 'exact' };

/** What a function needs to know besides its arguments; `tenant` and `roles` only the provisioning job itself knows. */
export type ContextNeed = 'clock' | 'chance' | 'tenant' | 'roles';

/** An expression ready to be evaluated on any number of sources. Throws `EvaluationError` and nothing else. */
export type Evaluate<Source> = (source: Source, context: EvaluationContext) => Value;

/** The arguments of a call, slot by slot; `undefined` stands for an omitted one. */
export type Arguments<Source> = readonly (Evaluate<Source> | undefined)[];

export type Family =
  'Text' | 'Logic and flow' | 'Dates' | 'Numbers and conversion' | 'Multi-valued' | 'Roles, uniqueness and tenant';

/**
 * A function of the language: the one thing that the checker, the evaluator, completion, hover and the documentation read.
 * Adding a function is one such entry in a file of its own (or its tight family's) and one line in `table.ts`.
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
  readonly honesty: Honesty;
  readonly needs?: ContextNeed;
  /** Not in the list of functions of the service's reference page, but seen elsewhere in its documentation. */
  readonly unlisted?: true;
  /** Other numbers of arguments that are taken, besides those that `parameters` allow. */
  readonly alsoTakes?: readonly number[];
  /** The kinds of problems that `check` finds and that no other call has. */
  readonly kinds?: readonly ProblemKind[];
  /** Rules of this function alone; number, presence and literal types of arguments are checked from `parameters`. */
  readonly check?: (call: Call) => Iterable<Problem>;
  /** Specialises the call once; `at` is where run-time errors point to. */
  readonly compile: <Source>(args: Arguments<Source>, at: Span) => Evaluate<Source>;
}

import type { Expression } from '../../expression/syntax';
import type { Problem } from '../../problems/problem';
import type { ProblemKind } from '../../problems/problemKind';
import type { ColumnUse, MappingModel, ResolvedRule } from '../model/model';
import type { ParsedMapping } from '../syntax/parseMapping';

export interface CheckedMapping {
  readonly parsed: ParsedMapping;
  readonly model: MappingModel;
  /** Every place that names a column. */
  readonly columnUses: readonly ColumnUse[];
  readonly knowledge: { readonly columns?: readonly string[] };
}

/**
 * One rule of the checker: the kinds of problems that it can find, and the functions that find them. `ofRule` finds
 * what a single rule shows and runs again only when the rule or a block around it changes; `ofMapping` runs at every
 * keystroke.
 */
export interface MappingCheck {
  readonly kinds: readonly ProblemKind[];
  /** Depends only on the rule, and reports only places in the rule. */
  readonly ofRule?: (rule: ResolvedRule) => Iterable<Problem>;
  /** The same for the condition of a `where`. */
  readonly ofCondition?: (condition: Expression) => Iterable<Problem>;
  readonly ofMapping?: (mapping: CheckedMapping) => Iterable<Problem>;
}

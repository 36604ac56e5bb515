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
 * One rule of the checker: the kinds of problems that it can find, and the looks that find them. What can be said of a rule alone is
 * found by `ofRule`, which is asked again only when the rule or a block around it changes; `ofMapping` is asked at every key.
 */
export interface MappingCheck {
  readonly kinds: readonly ProblemKind[];
  /** Depends on nothing but the rule, and reports places in the rule alone. */
  readonly ofRule?: (rule: ResolvedRule) => Iterable<Problem>;
  /** The same of the condition of a `where`. */
  readonly ofCondition?: (condition: Expression) => Iterable<Problem>;
  readonly ofMapping?: (mapping: CheckedMapping) => Iterable<Problem>;
}

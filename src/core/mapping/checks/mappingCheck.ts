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
 * A check of mappings: the kinds of problems that it can find, and the functions that find them. `ofRule` checks a
 * single rule and runs again only when the rule or a block around it changes; `ofMapping` runs at every keystroke.
 */
export interface MappingCheck {
  readonly kinds: readonly ProblemKind[];
  /** Its result depends only on the rule; it reports only places in the rule. */
  readonly ofRule?: (rule: ResolvedRule) => Iterable<Problem>;
  /** Checks the condition of a `where`, likewise. */
  readonly ofCondition?: (condition: Expression) => Iterable<Problem>;
  readonly ofMapping?: (mapping: CheckedMapping) => Iterable<Problem>;
}

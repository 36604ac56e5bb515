import type { Problem } from '../../problems/problem';
import type { ProblemKind } from '../../problems/problemKind';
import type { ColumnUse, MappingModel } from '../model/model';
import type { ParsedMapping } from '../syntax/parseMapping';

export interface CheckedMapping {
  readonly parsed: ParsedMapping;
  readonly model: MappingModel;
  /** Every place that names a column. */
  readonly columnUses: readonly ColumnUse[];
  readonly knowledge: { readonly columns?: readonly string[] };
}

/** One rule of the checker: the kinds of problems that it can find, and the look at the whole mapping that finds them. */
export interface MappingCheck {
  readonly kinds: readonly ProblemKind[];
  readonly find: (mapping: CheckedMapping) => Iterable<Problem>;
}

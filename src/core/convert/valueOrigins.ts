import type { CompiledMapping, MappedRecord } from './compileMapping';
import type { CompiledRule, RuleOutcome } from './compileRule';

/** Where a value of a resource comes from: the cells that a rule reads, its expression, and its outcome. */
export interface ValueOrigin {
  /** Has the attribute as its label, and the expression in its resolved rule. */
  readonly rule: CompiledRule;
  readonly cells: readonly { readonly column: string; readonly value: string }[];
  readonly outcome: RuleOutcome;
}

/**
 * The origin of every value of a record's resource, rule by rule. Computed from the record on request: keeping it would
 * take more memory than the resource itself.
 */
export function valueOrigins(
  record: Pick<MappedRecord, 'number' | 'cells'>,
  columns: readonly string[],
  mapping: CompiledMapping,
): readonly ValueOrigin[] {
  const outcomes = mapping.trace(record);
  return mapping.rules.map((rule, index) => ({
    rule,
    cells: rule.columns.map((column) => ({ column, value: record.cells[columns.indexOf(column)] ?? '' })),
    outcome: outcomes[index] ?? { kind: 'omitted' },
  }));
}

import type { CompiledMapping, MappedRecord } from './compileMapping';
import type { CompiledRule, RuleOutcome } from './compileRule';

/**
 * Where a value of a resource comes from: the cells that a rule reads, its expression, and what it gives its attribute.
 */
export interface ValueOrigin {
  /** The attribute is its label, the expression is in its resolved rule. */
  readonly rule: CompiledRule;
  readonly cells: readonly { readonly column: string; readonly value: string }[];
  readonly outcome: RuleOutcome;
}

/**
 * Where every value of a record's resource comes from, rule by rule. Recomputed from the record on request: keeping it
 * would take more memory than the resource itself.
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

import { readJson } from '../json/jsonValue';
import type { CompiledMapping, MappedRecord } from '../convert/compileMapping';

/**
 * The value that the rules produce for a core text attribute; `undefined` if there is none, or if the record's cells
 * are unknown.
 */
export function textOf(
  attribute: string,
  { cells, number }: Pick<MappedRecord, 'cells' | 'number'>,
  { rules }: CompiledMapping,
): string | undefined {
  if (cells.length === 0) return undefined;
  const rule = rules.find(({ resolved }) => resolved.path.urn === undefined && resolved.path.attribute === attribute);
  const outcome = rule?.apply(cells, number);
  if (outcome?.kind !== 'value') return undefined;
  const json = readJson(outcome.json);
  return 'value' in json && typeof json.value === 'string' && json.value !== '' ? json.value : undefined;
}

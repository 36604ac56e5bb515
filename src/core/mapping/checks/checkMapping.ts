import type { Problem } from '../../problems/problem';
import { mappingChecks } from './table';
import type { CheckedMapping } from './mappingCheck';

/** Everything that the checks find in a mapping whose text has been parsed. */
export function checkMapping(mapping: CheckedMapping): readonly Problem[] {
  return mappingChecks.flatMap(({ find }) => [...find(mapping)]);
}

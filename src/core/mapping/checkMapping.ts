import type { Problem } from '../problem';
import { constantType } from './checks/constantType';
import { duplicatePath } from './checks/duplicatePath';
import { elementNotWork } from './checks/elementNotWork';
import { expressions } from './checks/expressions';
import { missingRule } from './checks/missingRule';
import { needsTenant } from './checks/needsTenant';
import { unknownColumn } from './checks/unknownColumn';
import { withoutEffect } from './checks/withoutEffect';
import type { CheckedMapping, MappingCheck } from './mappingCheck';

const checks: readonly MappingCheck[] = [
  expressions,
  duplicatePath,
  missingRule,
  constantType,
  needsTenant,
  elementNotWork,
  withoutEffect,
  unknownColumn,
];

/** Everything that the checks find in a mapping whose text has been parsed. */
export function checkMapping(mapping: CheckedMapping): readonly Problem[] {
  return checks.flatMap((check) => [...check(mapping)]);
}

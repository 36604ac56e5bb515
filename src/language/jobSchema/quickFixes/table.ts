import { inExpression } from './inExpression';
import type { JobFix } from './jobFix';
import { addMapping, removeMapping, removeMember } from './members';
import { distinctPriorities, matchOnUsual, onlyOnCreation } from './priorities';
import { renewTree } from './renewTree';
import { repairType } from './repairType';
import { takeReplacement } from './takeReplacement';

/** Every way to mend a problem of a job schema, in the order in which they are offered. */
export const jobFixTable: readonly JobFix[] = [
  takeReplacement,
  inExpression,
  renewTree,
  repairType,
  distinctPriorities,
  matchOnUsual,
  onlyOnCreation,
  addMapping,
  removeMember,
  removeMapping,
];

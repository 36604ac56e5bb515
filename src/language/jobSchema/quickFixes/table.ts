import { inExpression } from './inExpression';
import type { JobQuickFix } from './jobFix';
import { addMapping, removeMapping, removeMember } from './members';
import { distinctPriorities, matchOnUsual, onlyOnCreation } from './priorities';
import { renewTree } from './renewTree';
import { takeMeant } from './takeMeant';

/** All quick fixes of job schemas, in the order in which they are offered. */
export const jobQuickFixTable: readonly JobQuickFix[] = [
  takeMeant,
  inExpression,
  renewTree,
  distinctPriorities,
  matchOnUsual,
  onlyOnCreation,
  addMapping,
  removeMember,
  removeMapping,
];

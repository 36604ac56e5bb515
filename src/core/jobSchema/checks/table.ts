import type { JobCheck } from '../jobCheck';
import { anchors } from './anchors';
import { changingValues } from './changingValues';
import { contradictoryMembers } from './contradictoryMembers';
import { defaultValues } from './defaultValues';
import { duplicateName } from './duplicateName';
import { duplicateTarget } from './duplicateTarget';
import { expressions } from './expressions';
import { filterAttributes } from './filterAttributes';
import { filterGroups } from './filterGroups';
import { filterOperator } from './filterOperator';
import { filterValues } from './filterValues';
import { matching } from './matching';
import { requiredTargets } from './requiredTargets';
import { selectUniqueValue } from './selectUniqueValue';
import { sourceAttributes } from './sourceAttributes';
import { switchOnReference } from './switchOnReference';
import { targets } from './targets';
import { treeDisagrees } from './treeDisagrees';
import { unknownNames } from './unknownNames';

/**
 * All checks of the meaning of a job schema. To add one, add a file in this folder, a line here and its cases in the
 * tests.
 */
export const jobChecks: readonly JobCheck[] = [
  unknownNames,
  duplicateName,
  anchors,
  targets,
  duplicateTarget,
  requiredTargets,
  matching,
  expressions,
  sourceAttributes,
  treeDisagrees,
  selectUniqueValue,
  changingValues,
  switchOnReference,
  defaultValues,
  contradictoryMembers,
  filterOperator,
  filterValues,
  filterGroups,
  filterAttributes,
];

import type { ProblemKind } from '../../problems/problemKind';
import { damagedValues, refusedTexts } from './damagedValues';
import { constantStatus } from './constantStatus';
import { dateValues } from './dates/dateValues';
import { dateZones } from './dates/dateZones';
import { dayFirstDates } from './dates/dayFirstDates';
import { doubtfulTexts } from './doubtfulTexts';
import { displayNames } from './displayNames';
import { duplicateIds, duplicateNames } from './duplicateIds';
import { excludedLeavers } from './excludedLeavers';
import { excludedRecords } from './excludedRecords';
import { expressionErrors } from './expressionErrors';
import { extractRows } from '../extractRows';
import { longValues } from './longValues';
import { managers } from './managers';
import { missingValues } from './missingValues';
import { nearDuplicateIds } from './nearDuplicateIds';
import { neverFilled } from './neverFilled';
import { oppositeStatus } from './oppositeStatus';
import { statusValues } from './statusValues';
import { unconvertibleValues } from './unconvertibleValues';
import { userNames } from './userNames';
import type { ValueRule } from '../valueRule';

/** The rules about the effects of an extract's values on a mapping. */
export const valueRules: readonly ValueRule[] = [
  extractRows,
  excludedRecords,
  excludedLeavers,
  missingValues,
  duplicateIds,
  nearDuplicateIds,
  duplicateNames,
  userNames,
  displayNames,
  statusValues,
  oppositeStatus,
  constantStatus,
  dateValues,
  dateZones,
  dayFirstDates,
  doubtfulTexts,
  unconvertibleValues,
  ...expressionErrors,
  refusedTexts,
  damagedValues,
  longValues,
  managers,
  neverFilled,
];

/** All kinds of problems that they report. */
export const valueProblemKinds: readonly ProblemKind[] = valueRules.flatMap(({ kinds }) => kinds);

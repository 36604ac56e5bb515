import { addMissingRule } from './addMissingRule';
import { booleanConstant } from './booleanConstant';
import { closeExpression } from './closeExpression';
import { convertArgument } from './convertArgument';
import { dateFormat, dateZone, writeDate } from './dateFormat';
import { decideStatus, nameStatuses } from './decideStatus';
import { decoratorValue } from './decoratorValue';
import { elementWork } from './elementWork';
import { goToCell } from './goToCell';
import { leaveOut, managerSelf } from './leaveOut';
import { moveToOwnSchema } from './moveToOwnSchema';
import { moveToSchema } from './moveToSchema';
import { nullTests } from './nullTests';
import type { MappingQuickFix } from './mappingFix';
import { removeSilence, removeWhat } from './removeWhat';
import { sameFilter } from './sameFilter';
import { setLevel } from './setLevel';
import { siblingFunction } from './siblingFunction';
import { silence } from './silence';
import { stateEncoding } from './stateEncoding';
import { switchArguments } from './switchArguments';
import { takeNearest } from './takeNearest';
import { useUnusedColumn } from './useUnusedColumn';
import { cleanUserName, encodeBinary, shorten } from './wrapValue';

/** All quick fixes of mappings, in the order in which they are offered. */
export const mappingQuickFixTable: readonly MappingQuickFix[] = [
  stateEncoding,
  takeNearest,
  siblingFunction,
  moveToSchema,
  moveToOwnSchema,
  closeExpression,
  switchArguments,
  nullTests,
  convertArgument,
  booleanConstant,
  writeDate,
  decoratorValue,
  elementWork,
  sameFilter,
  addMissingRule,
  useUnusedColumn,
  decideStatus,
  nameStatuses,
  dateFormat,
  dateZone,
  cleanUserName,
  shorten,
  encodeBinary,
  leaveOut,
  managerSelf,
  removeWhat,
  removeSilence,
  goToCell,
  silence,
  setLevel,
];

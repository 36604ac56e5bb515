import { append } from './append';
import { pCase, toLower, toUpper } from './case';
import { guid, randomString } from './random';
import { coalesce } from './coalesce';
import { bitAnd, cBool, convertToBase64, convertToUtf8Hex, cStr } from './conversions';
import { cDate, dateAdd, dateDiff, dateFromNum, now, numFromDate } from './dates';
import { ignoreFlowIfNullOrEmpty, redact } from './flow';
import { formatDateTime } from './formatDateTime';
import type { FunctionEntry } from './functionEntry';
import { iif } from './iif';
import { inStr } from './inStr';
import { join } from './join';
import { count, item, removeDuplicates } from './lists';
import { normalizeDiacritics } from './normalizeDiacritics';
import { isNull, isNullOrEmpty, isPresent, isString, not } from './nullTests';
import { replace } from './replace';
import {
  appRoleAssignments,
  appRoleAssignmentsComplex,
  assertiveAppRoleAssignmentsComplex,
  singleAppRoleAssignment,
} from './roles';
import { stripSpaces } from './stripSpaces';
import { left, mid } from './substring';
import { switchFunction } from './switch';
import { defaultDomain, selectUniqueValue } from './uniqueness';
import { split, word } from './words';

/** The functions of the language, in the order of their names. */
export const functions: readonly FunctionEntry[] = [
  append,
  appRoleAssignments,
  appRoleAssignmentsComplex,
  assertiveAppRoleAssignmentsComplex,
  bitAnd,
  cBool,
  cDate,
  coalesce,
  convertToBase64,
  convertToUtf8Hex,
  count,
  cStr,
  dateAdd,
  dateDiff,
  dateFromNum,
  defaultDomain,
  formatDateTime,
  guid,
  ignoreFlowIfNullOrEmpty,
  iif,
  inStr,
  isNull,
  isNullOrEmpty,
  isPresent,
  isString,
  item,
  join,
  left,
  mid,
  normalizeDiacritics,
  not,
  now,
  numFromDate,
  pCase,
  randomString,
  redact,
  removeDuplicates,
  replace,
  selectUniqueValue,
  singleAppRoleAssignment,
  split,
  stripSpaces,
  switchFunction,
  toLower,
  toUpper,
  word,
];

const byName = new Map(functions.map((entry) => [entry.name, entry]));

/** The function with exactly this name: the language is case-sensitive. */
export function findFunction(name: string): FunctionEntry | undefined {
  return byName.get(name);
}

/** The function whose name differs only in case. */
export function findFunctionIgnoringCase(name: string): FunctionEntry | undefined {
  const lower = name.toLowerCase();
  return functions.find((entry) => entry.name.toLowerCase() === lower);
}

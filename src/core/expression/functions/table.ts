import { append } from './append';
import { formatDateTime } from './formatDateTime';
import type { FunctionEntry } from './functionEntry';
import { iif } from './iif';
import { isNullOrEmpty } from './isNullOrEmpty';
import { join } from './join';
import { replace } from './replace';
import { switchFunction } from './switch';
import { toLower } from './toLower';

/** The functions that can be evaluated, in the order in which they are listed to people. */
export const functions: readonly FunctionEntry[] = [
  append,
  formatDateTime,
  iif,
  isNullOrEmpty,
  join,
  replace,
  switchFunction,
  toLower,
];

const byName = new Map(functions.map((entry) => [entry.name, entry]));

/** The function of exactly this name: the language is case-sensitive. */
export function findFunction(name: string): FunctionEntry | undefined {
  return byName.get(name);
}

/** The name that was probably meant, differing in case only. */
export function findFunctionIgnoringCase(name: string): FunctionEntry | undefined {
  const lower = name.toLowerCase();
  return functions.find((entry) => entry.name.toLowerCase() === lower);
}

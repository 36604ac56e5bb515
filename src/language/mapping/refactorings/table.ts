import { addType } from './addType';
import { groupRules } from './groupRules';
import { iifToSwitch } from './iifToSwitch';
import { inlineBlock } from './inlineBlock';
import { moveToSchemaBlock } from './moveToSchemaBlock';
import type { Refactoring } from './refactoring';
import { sortRules } from './sortRules';
import { unwrapCall, wrapCall } from './wrapCall';

/** Every refactoring at a place, in the order in which they are offered. */
export const refactoringTable: readonly Refactoring[] = [
  unwrapCall,
  wrapCall,
  iifToSwitch,
  addType,
  groupRules,
  inlineBlock,
  moveToSchemaBlock,
];

/** What concerns the whole mapping: offered where source actions are asked for, and not at every cursor. */
export const sourceActionTable: readonly Refactoring[] = [sortRules];

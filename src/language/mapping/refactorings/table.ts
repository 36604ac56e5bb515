import { addType } from './addType';
import { groupRules } from './groupRules';
import { iifToSwitch } from './iifToSwitch';
import { inlineBlock } from './inlineBlock';
import { moveToSchemaBlock } from './moveToSchemaBlock';
import type { MappingRefactoring } from './mappingRefactoring';
import { sortRules } from './sortRules';
import { unwrapCall, wrapCall } from './wrapCall';

/** All refactorings at a place, in the order in which they are offered. */
export const mappingRefactoringTable: readonly MappingRefactoring[] = [
  unwrapCall,
  wrapCall,
  iifToSwitch,
  addType,
  groupRules,
  inlineBlock,
  moveToSchemaBlock,
];

/** Refactorings of the whole mapping: offered only when source actions are requested, not at every cursor. */
export const mappingSourceActionTable: readonly MappingRefactoring[] = [sortRules];

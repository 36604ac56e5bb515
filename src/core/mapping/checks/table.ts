import type { MappingCheck } from './mappingCheck';
import { ambiguousColumn } from './ambiguousColumn';
import { attributeCase } from './attributeCase';
import { changingIdentity } from './changingIdentity';
import { constantTooLong } from './constantTooLong';
import { constantType } from './constantType';
import { coreAttributeInExtension } from './coreAttributeInExtension';
import { doubtfulSchema } from './doubtfulSchema';
import { duplicatePath } from './duplicatePath';
import { elementNotWork } from './elementNotWork';
import { expressions } from './expressions';
import { missingRule } from './missingRule';
import { needsTenant } from './needsTenant';
import { overlappingPath } from './overlappingPath';
import { secondWorkElement } from './secondWorkElement';
import { unknownColumn } from './unknownColumn';
import { unusedColumn } from './unusedColumn';
import { withoutEffect } from './withoutEffect';
import { wrongType } from './wrongType';

/** All checks of mappings. To add one, add a file in this folder, a line here and its cases in the tests. */
export const mappingChecks: readonly MappingCheck[] = [
  expressions,
  missingRule,
  duplicatePath,
  overlappingPath,
  constantType,
  wrongType,
  constantTooLong,
  needsTenant,
  changingIdentity,
  elementNotWork,
  secondWorkElement,
  withoutEffect,
  attributeCase,
  doubtfulSchema,
  coreAttributeInExtension,
  unknownColumn,
  ambiguousColumn,
  unusedColumn,
];

import { attributePaths } from './attributePaths';
import { booleanTexts } from './booleanTexts';
import { columns } from './columns';
import { comparedValues } from './comparedValues';
import { customAttributes } from './customAttributes';
import { dateFormats } from './dateFormats';
import { decorators } from './decorators';
import { filterTerms } from './filterTerms';
import { flowWords } from './flowWords';
import { functionCalls } from './functions';
import type { Offering } from './offer';
import { operators } from './operators';
import { parameterValues } from './parameterValues';
import { schemaUrns } from './schemaUrns';
import { settings } from './settings';
import { settingValues } from './settingValues';
import { statements } from './statements';
import { subAttributes } from './subAttributes';
import { switchKeys } from './switchKeys';

/**
 * Everything that completion can offer. Each entry decides where it applies; the order matters only for equal ranks.
 */
export const offerings: readonly Offering[] = [
  statements,
  attributePaths,
  subAttributes,
  customAttributes,
  filterTerms,
  schemaUrns,
  settings,
  settingValues,
  booleanTexts,
  switchKeys,
  comparedValues,
  dateFormats,
  parameterValues,
  columns,
  functionCalls,
  flowWords,
  operators,
  decorators,
];

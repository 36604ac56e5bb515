import type { Guard } from '../guard';
import { callBudget } from './callBudget';
import { changedAttribute } from './changedAttribute';
import { damagedValues } from './damagedValues';
import { disabledByDefault } from './disabledByDefault';
import { disabledPeople } from './disabledPeople';
import { disabledToday } from './disabledToday';
import { emptiedAttribute } from './emptiedAttribute';
import { hiddenLeavers } from './hiddenLeavers';
import { jobState } from './jobState';
import { madeForLeavers } from './madeForLeavers';
import { newPeople } from './newPeople';
import { olderFile } from './olderFile';
import { otherPeople } from './otherPeople';
import { pilotFirst } from './pilotFirst';
import { refusedRecords } from './refusedRecords';
import { repeatedIds } from './repeatedIds';
import { sentBefore } from './sentBefore';
import { shrunkenExtract } from './shrunkenExtract';
import { trialRun } from './trialRun';
import { uncertainActive } from './uncertainActive';
import { unstableIdentity } from './unstableIdentity';
import { whereTo } from './whereTo';

/** All guards, ordered by id. */
export const guards: readonly Guard[] = [
  whereTo,
  disabledPeople,
  disabledToday,
  shrunkenExtract,
  newPeople,
  changedAttribute,
  emptiedAttribute,
  repeatedIds,
  refusedRecords,
  uncertainActive,
  jobState,
  callBudget,
  sentBefore,
  olderFile,
  pilotFirst,
  damagedValues,
  trialRun,
  disabledByDefault,
  hiddenLeavers,
  otherPeople,
  madeForLeavers,
  unstableIdentity,
];

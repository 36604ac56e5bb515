import { checkGuard } from './checkGuards';
import { byNumber, guardsOfSource } from './checkOwnFacts';
import { changedAttribute } from './checks/changedAttribute';
import { disabledPeople } from './checks/disabledPeople';
import { emptiedAttribute } from './checks/emptiedAttribute';
import { newPeople } from './checks/newPeople';
import { olderFile } from './checks/olderFile';
import { shrunkenExtract } from './checks/shrunkenExtract';
import type { Guard, GuardFinding } from './guard';
import type { ComparedFacts } from './guardFacts';
import type { GuardLimits } from './guardLimits';

/** Guards that only need an extract and the people with whom it is compared. */
const ofCompared: readonly Guard<ComparedFacts>[] = [
  ...guardsOfSource,
  disabledPeople,
  shrunkenExtract,
  newPeople,
  changedAttribute,
  emptiedAttribute,
  olderFile,
];

/**
 * The findings of guards for an extract, as if the people with whom it is compared had been the last upload to the job;
 * ordered by guard id. Only guards that need no data from the tenant are included.
 */
export function checkCompared(facts: ComparedFacts, limits: GuardLimits): readonly GuardFinding[] {
  return ofCompared.toSorted(byNumber).map((guard) => checkGuard(guard, facts, limits));
}

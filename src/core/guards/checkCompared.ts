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

/** Guards that an extract and the people whom it is compared with are enough for. */
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
 * What guards would say of an extract if the people whom it is compared with were those whom the job was last sent, in the order of their ids: those
 * alone that need no look at the tenant.
 */
export function checkCompared(facts: ComparedFacts, limits: GuardLimits): readonly GuardFinding[] {
  return ofCompared.toSorted(byNumber).map((guard) => checkGuard(guard, facts, limits));
}

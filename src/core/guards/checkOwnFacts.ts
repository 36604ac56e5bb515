import { damagedValues } from './checks/damagedValues';
import { disabledByDefault } from './checks/disabledByDefault';
import { disabledPeople } from './checks/disabledPeople';
import { hiddenLeavers } from './checks/hiddenLeavers';
import { inactivePeople } from './checks/inactivePeople';
import { madeForLeavers } from './checks/madeForLeavers';
import { newPeople } from './checks/newPeople';
import { otherPeople } from './checks/otherPeople';
import { refusedRecords } from './checks/refusedRecords';
import { repeatedIds } from './checks/repeatedIds';
import { uncertainActive } from './checks/uncertainActive';
import { unstableIdentity } from './checks/unstableIdentity';
import type { Guard, GuardFinding } from './guard';
import type { OwnFacts } from './guardFacts';
import type { GuardLimits } from './guardLimits';

/** Guards that only need the source of a plan. */
export const guardsOfSource: readonly Guard<OwnFacts>[] = [
  repeatedIds,
  refusedRecords,
  uncertainActive,
  damagedValues,
  disabledByDefault,
  hiddenLeavers,
  unstableIdentity,
];
/** Guards that also need accounts. */
const ofAccounts: readonly Guard<OwnFacts>[] = [disabledPeople, newPeople, otherPeople, madeForLeavers];

/**
 * The findings of guards for a plan without a destination, ordered by guard id. Includes the guards that only need the
 * source and, if they are known, the accounts. Guards that need a connection do not run.
 */
export function checkOwnFacts(
  facts: Omit<OwnFacts, 'plan' | 'comparison'>,
  limits: GuardLimits,
): readonly GuardFinding[] {
  // Assume a real tenant: the guards are less strict with a sandbox
  const own: OwnFacts = { ...facts, plan: { target: { kind: 'tenant' } }, comparison: { known: undefined } };
  const accounts = 'known' in facts.effects ? facts.effects.known?.accounts : undefined;
  const predicted = ofAccounts.filter((guard) => guard !== newPeople || accounts !== 0);
  const asked = [...guardsOfSource, ...(accounts === undefined ? [inactivePeople] : predicted)];
  return asked.toSorted(byNumber).map((guard) => ({ id: guard.id, ...guard.check(own, limits) }));
}

/** Compares guard ids by number. */
export function byNumber(one: Pick<GuardFinding, 'id'>, other: Pick<GuardFinding, 'id'>): number {
  return Number(one.id.slice(1)) - Number(other.id.slice(1));
}

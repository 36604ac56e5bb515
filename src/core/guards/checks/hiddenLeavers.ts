import type { CountedRecords } from '../../problems/countedRecords';
import { NOBODY } from '../../problems/countedRecords';
import { leftOutIn } from '../../run/account/runAccount';
import { formatCount } from '../../text/formatCount';
import { allowance } from '../allowance';
import { agree, counted } from '../counted';
import type { Guard, GuardFinding } from '../guard';
import type { OwnFacts } from '../guardFacts';
import type { GuardLimits } from '../guardLimits';
import { uncertain } from '../uncertain';

const REMEDY = 'Change the filter so that they are sent as inactive.';

/** If the filter excludes leavers, their accounts stay enabled, because Entra never learns that they left. */
export const hiddenLeavers: Guard<OwnFacts> = {
  id: 'G19',
  title: 'Leavers hidden by the filter',
  check: (facts, { disable }) => {
    const { hiddenLeavers: byStatus, comparison, counts } = facts;
    const enabled = 'known' in facts.effects ? facts.effects.known?.hiddenEnabled : undefined;
    if (enabled !== undefined) return ofKnownAccounts(facts, enabled, disable);
    if ('unknown' in comparison && filtered(counts) > 0 && byStatus.count === 0)
      return uncertain(`Whether the filter hides people who were active is unknown: ${comparison.unknown}.`);
    const { people, of } = whoWereActive(facts);
    const shown = people.count > 0 ? people : byStatus;
    const { count } = shown;
    if (count === 0) return { decision: 'pass', message: 'The filter hides no leavers.', value: 0, limit: 0 };
    const wereActive = people.count > 0;
    const limit = allowance(disable.type, of);
    const left = `The filter leaves out ${counted(count, 'person')} who ${agree(count, 'has', 'have')} left`;
    const accounts = agree(count, 'the account', 'their accounts');
    const found = wereActive
      ? `${left} or ${agree(count, 'was', 'were')} sent as active before, so ${accounts} ${agree(count, 'stays', 'stay')} enabled.`
      : `${left}, so ${accounts} may stay enabled.`;
    const rest = { value: count, records: shown };
    if (people.count <= limit) return { decision: 'ask', message: `${found} ${REMEDY}`, limit: 0, ...rest };
    const message = `${found} The limit is ${formatCount(limit)}. ${REMEDY}`;
    return { decision: 'type', message, typed: String(count), limit, ...rest };
  },
};

/** The number of people excluded by the mapping, not by the plan. */
function filtered(counts: OwnFacts['counts']): number {
  const { unchanged, unselected } = leftOutIn(counts);
  return counts.excluded - unchanged - unselected;
}

/** If the accounts are known, people do not count if they have no account or a disabled one. */
function ofKnownAccounts(
  facts: OwnFacts,
  people: CountedRecords,
  disable: GuardLimits['disable'],
): Omit<GuardFinding, 'id'> {
  const { count } = people;
  if (count === 0)
    return { decision: 'pass', message: 'The filter hides no leavers whose accounts are enabled.', value: 0, limit: 0 };
  const limit = allowance(disable.type, whoWereActive(facts).of);
  const left = `The filter leaves out ${counted(count, 'person')} who ${agree(count, 'has', 'have')} left or ${agree(count, 'was', 'were')} sent as active before, and whose ${agree(count, 'account is', 'accounts are')} enabled.`;
  const rest = { value: count, records: people };
  if (count <= limit) return { decision: 'ask', message: `${left} ${REMEDY}`, limit: 0, ...rest };
  const message = `${left} The limit is ${formatCount(limit)}. ${REMEDY}`;
  return { decision: 'type', message, typed: String(count), limit, ...rest };
}

/**
 * People whose accounts would stay enabled: they were active last time and are excluded now. It is unknown whether
 * other excluded people have an account.
 */
function whoWereActive({ comparison, survey }: OwnFacts) {
  const known = 'known' in comparison ? comparison.known : undefined;
  const active = known?.active ?? 0;
  return { people: known?.hidden ?? NOBODY, of: active > 0 ? active : survey.operations };
}

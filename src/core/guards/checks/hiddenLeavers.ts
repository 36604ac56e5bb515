import { NOBODY } from '../../problems/countedRecords';
import { leftOutIn } from '../../run/account/runAccount';
import { formatCount } from '../../text/formatCount';
import { allowance } from '../allowance';
import { agree, counted } from '../counted';
import type { Guard } from '../guard';
import type { OwnFacts } from '../guardFacts';
import { uncertain } from '../uncertain';

/** A filter that leaves out leavers keeps their accounts enabled: nobody says that they have left. */
export const hiddenLeavers: Guard<OwnFacts> = {
  id: 'G19',
  title: 'Leavers hidden by the filter',
  check: (facts, { disable }) => {
    const { hiddenLeavers: byStatus, comparison, counts } = facts;
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
    const remedy = 'Change the filter so that they are sent as inactive.';
    const rest = { value: count, records: shown };
    if (people.count <= limit) return { decision: 'ask', message: `${found} ${remedy}`, limit: 0, ...rest };
    const message = `${found} The limit is ${formatCount(limit)}. ${remedy}`;
    return { decision: 'type', message, typed: String(count), limit, ...rest };
  },
};

/** Whom the mapping leaves out, and not the plan. */
function filtered(counts: OwnFacts['counts']): number {
  const { unchanged, unselected } = leftOutIn(counts);
  return counts.excluded - unchanged - unselected;
}

/** Those whose accounts stay enabled: active last time and excluded now. Of others it is not known whether they have an account. */
function whoWereActive({ comparison, survey }: OwnFacts) {
  const known = 'known' in comparison ? comparison.known : undefined;
  const active = known?.active ?? 0;
  return { people: known?.hidden ?? NOBODY, of: active > 0 ? active : survey.operations };
}

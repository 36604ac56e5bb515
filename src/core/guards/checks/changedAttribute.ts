import type { AttributeComparison, Comparison } from '../../baseline/comparison';
import { formatCount } from '../../text/formatCount';
import { grade, shareOf } from '../allowance';
import { counted } from '../counted';
import type { Guard, GuardFinding } from '../guard';
import type { ComparedFacts } from '../guardFacts';
import type { GuardLimits } from '../guardLimits';
import { listNames } from '../listNames';
import { FIRST_TIME, uncertain } from '../uncertain';

/** If columns shift, or one column is sorted without the others, one attribute changes for nearly everybody. */
export const changedAttribute: Guard<ComparedFacts> = {
  id: 'G6',
  title: 'An attribute that changes for most people',
  check: ({ comparison, effects }, limits) => {
    if ('unknown' in comparison) return uncertain(`What has changed is unknown: ${comparison.unknown}.`);
    if (comparison.known === undefined) return FIRST_TIME;
    const renamed = 'known' in effects ? effects.known?.renamed.count : undefined;
    return changedIdentity(comparison.known, limits, renamed) ?? changedForMost(comparison.known, limits);
  },
};

type Finding = Omit<GuardFinding, 'id'>;

/**
 * Stops if too many sign-in signInNames change, or too many people return under another id.
 * @param renamed the number of accounts that would get another sign-in name, if accounts were read; people without an
 * account have no sign-in name to lose
 */
function changedIdentity(known: Comparison, { change }: GuardLimits, renamed = Infinity): Finding | undefined {
  const { signInNamesChanged, matched, idsChanged, people } = known;
  const signInNames = {
    count: Math.min(signInNamesChanged, renamed),
    of: matched,
    what: 'sign-in name',
    remedy: 'Check the rule for userName',
  };
  const ids = { count: idsChanged, of: people, what: 'id', remedy: 'Check the rule for externalId' };
  for (const { count, of, what, remedy } of [ids, signInNames]) {
    const limit = shareOf(change.stopIdentity, of);
    if (count <= limit) continue;
    const message = `${formatCount(count)} of ${counted(of, 'person')} would get another ${what}, and the limit is ${formatCount(limit)}. ${remedy} and the columns of the extract; if this is intended, raise change.stopIdentity.`;
    return { decision: 'stop', message, value: count, limit };
  }
  return undefined;
}

/** Requires many people, and also a large share of them. */
function changedForMost({ attributes, matched }: Comparison, { change }: GuardLimits): Finding {
  const { count, percent } = change.type;
  const limit = Math.max(count - 1, shareOf(percent, matched));
  const changed = attributes.filter((each) => each.changed > limit);
  const most = Math.max(0, ...attributes.map((each) => each.changed));
  const { decision } = grade(most, { type: limit, stop: Infinity });
  const rest = { value: most, limit };
  if (decision === 'pass') return { decision, message: 'No attribute changes for most people.', ...rest };
  const message = `${listNames(changed.map(pathOf))} would change for ${formatCount(most)} of ${counted(matched, 'person')}. Check that no column of the extract has shifted.`;
  return { decision: 'type', message, typed: String(most), ...rest };
}

function pathOf({ path }: AttributeComparison): string {
  return path;
}

import type { CountedRecords } from '../../baseline/survey';
import { formatCount } from '../../text/formatCount';
import { allowance } from '../allowance';
import { agree, counted } from '../counted';
import type { Guard } from '../guard';
import type { OwnFacts, Known } from '../guardFacts';
import { FIRST_TIME, uncertain } from '../uncertain';

/** A wrong file, or ids from another column, look like hundreds of hires overnight. */
export const newPeople: Guard<OwnFacts> = {
  id: 'G5',
  title: 'New people',
  check: (facts, { create }) => {
    const known = newcomers(facts);
    if ('unknown' in known) return uncertain(`The number of new people is unknown: ${known.unknown}.`);
    if (known.known === undefined) return FIRST_TIME;
    const { people, of, ofWhom } = known.known;
    const { count } = people;
    const limit = allowance(create.type, of);
    const found = `${counted(count, 'person')} ${agree(count, 'is', 'are')} new, compared with ${formatCount(of)} ${ofWhom}`;
    const rest = { value: count, limit, records: people };
    if (count <= limit) return { decision: 'pass', message: count === 0 ? 'Nobody is new.' : `${found}.`, ...rest };
    const message = `${found}; the limit is ${formatCount(limit)}. Check that this is the right file, and that ids come from the right column.`;
    return { decision: 'type', message, typed: String(count), ...rest };
  },
};

interface Newcomers {
  readonly people: CountedRecords;
  readonly of: number;
  readonly ofWhom: string;
}

/**
 * People without an account if any accounts exist; otherwise people who were not in the last upload; `undefined` if
 * there is nothing to compare with. The share is taken of the last upload if there was one, otherwise of the plan,
 * regardless of how accounts were read.
 */
function newcomers({ effects, comparison, survey, plan }: OwnFacts): Known<Newcomers | undefined> {
  const predicted = 'known' in effects ? effects.known : undefined;
  const last = 'known' in comparison ? comparison.known : undefined;
  const before = last && { of: last.people, ofWhom: 'people sent before' };
  if (predicted !== undefined && predicted.accounts !== 0) {
    const { created: people } = predicted;
    if (before !== undefined) return { known: { people, ...before } };
    // A new sandbox is empty, but a tenant without any of its employees suggests a wrong column of ids
    const isNewSandbox = plan.target.kind === 'sandbox' && people.count === survey.operations;
    if (!isNewSandbox) return { known: { people, of: survey.operations, ofWhom: 'people in the plan' } };
  }
  if ('unknown' in comparison) return comparison;
  return { known: last && before && { people: last.joiners, ...before } };
}

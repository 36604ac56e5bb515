import { formatCount } from '../../text/formatCount';
import { visible } from '../../text/visible';
import { agree, counted } from '../counted';
import type { Guard } from '../guard';
import type { ComparedFacts } from '../guardFacts';
import { FIRST_TIME, uncertain } from '../uncertain';

/**
 * An interrupted export looks like a company that shrank. Counts the records of the source rather than the operations
 * of the plan.
 */
export const shrunkenExtract: Guard<ComparedFacts> = {
  id: 'G4',
  title: 'Fewer records than last time',
  check: ({ plan, counts, comparison }, { shrink }) => {
    if (counts.records === 0)
      return {
        decision: 'stop',
        message: `${visible(plan.source.name, 100)} has no records. Export it again.`,
        value: 0,
        limit: 0,
      };
    if (plan.source.kind === 'payload')
      return { decision: 'pass', message: 'A payload contains only the people that it changes.' };
    if ('unknown' in comparison)
      return uncertain(`Whether there are fewer records than last time is unknown: ${comparison.unknown}.`);
    if (comparison.known === undefined) return FIRST_TIME;
    const last = comparison.known.lastRecords;
    const missing = Math.max(0, last - counts.records);
    const allowed = { type: lastBefore(shrink.type, last), stop: lastBefore(shrink.stop, last) };
    const decision = missing > allowed.stop ? 'stop' : missing > allowed.type ? 'type' : 'pass';
    const limit = decision === 'stop' ? allowed.stop : Math.min(allowed.type, allowed.stop);
    const facts = { value: missing, limit };
    if (missing === 0) return { decision, message: `The extract has at least as many records as last time.`, ...facts };
    const found = `${formatCount(missing)} of the ${counted(last, 'record')} of last time ${agree(missing, 'is', 'are')} missing`;
    if (decision === 'pass') return { decision, message: `${found}.`, ...facts };
    if (decision === 'type')
      return { decision, message: `${found}. Check that the export is complete.`, typed: String(missing), ...facts };
    return { decision, message: `${found}. Export it again; if it is complete, raise shrink.stop.`, ...facts };
  },
};

/** Maximum number of missing records below a percentage; at least one, unless the percentage is 0. */
function lastBefore(percent: number, last: number): number {
  return percent === 0 ? 0 : Math.max(1, Math.ceil((last * percent) / 100 - 1e-9) - 1);
}

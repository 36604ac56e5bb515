import { formatCount } from '../../text/formatCount';
import { disabling, gradeDisabling, stoppingLimit } from '../disabling';
import type { Guard } from '../guard';
import type { OwnFacts } from '../guardFacts';

/** A wrong file can disable thousands. Counts people who change from active, or from an unknown state, to inactive. */
export const disabledPeople: Guard<OwnFacts> = {
  id: 'G2',
  title: 'People who would be disabled',
  check: (facts, limits) => {
    const { people, of, ofWhom, doubt } = disabling(facts);
    const { count } = people;
    if (count === 0) return { decision: 'pass', message: 'Nobody would be disabled.', value: 0 };
    const { decision, limit } = gradeDisabling(count, of, limits);
    const found = `${formatCount(count)} of ${formatCount(of)} ${ofWhom} would be disabled`;
    const over = `${found}, and the limit is ${formatCount(limit)}.`;
    const message = {
      pass: `${found}.`,
      type: `${over} Check that all of them have left.`,
      stop: `${over} If all of them have left, raise ${stoppingLimit(count, of, limits)}.`,
    }[decision];
    const finding = { value: count, limit, records: people, ...(decision === 'type' && { typed: String(count) }) };
    if (doubt === undefined) return { decision, message, ...finding };
    const why = `All inactive people count, because what was sent last is unknown: ${doubt}.`;
    const atLeast = decision === 'pass' ? 'ask' : decision;
    return { decision: atLeast, message: `${message} ${why}`, isUncertain: true, ...finding };
  },
};

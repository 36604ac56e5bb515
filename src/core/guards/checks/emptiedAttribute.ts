import type { AttributeComparison } from '../../baseline/comparison';
import { formatCount } from '../../text/formatCount';
import type { Grade } from '../allowance';
import { grade, shareOf } from '../allowance';
import { counted } from '../counted';
import type { Guard } from '../guard';
import type { ComparedFacts } from '../guardFacts';
import type { GuardLimits } from '../guardLimits';
import { listNames } from '../listNames';
import { FIRST_TIME, uncertain } from '../uncertain';

/**
 * If null values flow, an empty or missing value clears the attribute of the account. Source: Entra, clear attribute
 * values by API-driven inbound provisioning.
 */
export const emptiedAttribute: Guard<ComparedFacts> = {
  id: 'G7',
  title: 'An attribute that loses its values',
  check: ({ plan, comparison }, limits) => {
    if ('unknown' in comparison)
      return uncertain(`Which attributes lose their values is unknown: ${comparison.unknown}.`);
    if (comparison.known === undefined) return FIRST_TIME;
    // In a selection of people, all may lack a value although the column exists
    const isWhole = plan.selection.kind === 'all' && plan.source.kind === 'extract';
    const graded = comparison.known.attributes
      .filter(({ had }) => had > 0)
      .map((attribute) => ({ attribute, ...gradeLoss(attribute, isWhole, limits) }));
    const [worst] = graded.toSorted(
      (a, b) => SEVERITY[b.decision] - SEVERITY[a.decision] || b.lost / b.attribute.had - a.lost / a.attribute.had,
    );
    if (worst === undefined || worst.lost === 0)
      return { decision: 'pass', message: 'No attribute loses its values.', value: 0 };
    const { decision, lost, limit, attribute } = worst;
    const others = graded
      .filter((each) => each !== worst && each.decision !== 'pass')
      .map((each) => each.attribute.path);
    const paths = [attribute.path, ...others];
    const found = `${listNames(paths)} would be empty for ${formatCount(lost)} of the ${counted(attribute.had, 'person')} who had a value`;
    const message = {
      pass: `${found}.`,
      ask: `${attribute.path} no longer has a value, and ${counted(attribute.had, 'person')} had one. Check that its column still exists.`,
      type: `${found}, and the limit is ${formatCount(limit)}. Check the columns of the extract.`,
      stop: `${found}, and the limit is ${formatCount(limit)}. Check that the column still exists; if this is intended, raise empty.stop.`,
    }[decision];
    return { decision, message, value: lost, limit, ...(decision === 'type' && { typed: String(lost) }) };
  },
};

const SEVERITY = { pass: 0, ask: 1, type: 2, stop: 3 } as const;

interface Loss {
  readonly decision: Grade['decision'] | 'ask';
  readonly limit: number;
  readonly lost: number;
}

/** If no operation has the attribute any more, everybody loses it. */
function gradeLoss({ had, emptied, isGone }: AttributeComparison, isWhole: boolean, { empty }: GuardLimits): Loss {
  const lost = isGone && isWhole ? had : emptied;
  const graded = grade(lost, { type: shareOf(empty.type, had), stop: shareOf(empty.stop, had) });
  return graded.decision === 'pass' && isGone && isWhole ? { decision: 'ask', lost, limit: 0 } : { ...graded, lost };
}

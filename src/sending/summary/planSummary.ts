import { leftOutIn } from '../../core/run/account/runAccount';
import type { CountedRecords } from '../../core/baseline/survey';
import { counted } from '../../core/guards/counted';
import { disabling } from '../../core/guards/disabling';
import type { GuardFinding } from '../../core/guards/guard';
import type { GuardFacts } from '../../core/guards/guardFacts';
import { searchRequests } from '../../core/journal/search';
import { formatCount } from '../../core/text/formatCount';
import { formatDuration } from '../../core/text/time/formatDuration';
import type { CloudName } from '../../tenant/clouds';
import { clouds } from '../../tenant/clouds';

/** What is shown before a plan is sent. */
export interface PlanSummary {
  readonly facts: GuardFacts;
  /** The findings of all guards. */
  readonly findings: readonly GuardFinding[];
  /** Milliseconds that sending takes at the current pace. */
  readonly ms: number;
}

/** A number of people with the same predicted effect: `12 would be created`. */
export interface PeopleCount {
  readonly count: number;
  readonly words: string;
  readonly records?: CountedRecords;
}

/** The predicted effects on people, and what the prediction is based on. */
export interface PeopleSummary {
  readonly counts: readonly PeopleCount[];
  /** A sentence about the basis. */
  readonly by: string;
}

/**
 * Predicts by accounts if they were read, otherwise by what was last sent, otherwise by the plan alone. Omits effects
 * on no people.
 */
export function summarisePeople(facts: GuardFacts): PeopleSummary {
  const { effects, comparison, survey } = facts;
  const { people: disabled } = disabling(facts);
  const leavers: PeopleCount = { count: disabled.count, words: 'would be disabled', records: disabled };
  const some = (counts: readonly PeopleCount[]) => counts.filter(({ count }) => count > 0);
  if ('known' in effects && effects.known !== undefined) {
    const { created, failed } = effects.known;
    const others = survey.operations - created.count - disabled.count - failed.count;
    return {
      by: 'By the accounts of the tenant.',
      counts: some([
        { count: created.count, words: 'would be created', records: created },
        leavers,
        { count: failed.count, words: 'would fail', records: failed },
        { count: others, words: 'would be updated or left unchanged' },
      ]),
    };
  }
  if ('known' in comparison && comparison.known !== undefined) {
    const { joiners, changed, returners, unchanged, again } = comparison.known;
    return {
      by: 'By what was last sent to this job.',
      counts: some([
        { count: joiners.count, words: 'new', records: joiners },
        { count: changed, words: 'changed' },
        leavers,
        { count: returners, words: 'active again' },
        { count: unchanged, words: 'unchanged' },
        ...(again === undefined
          ? []
          : [
              {
                count: again.failed + again.unanswered + again.unsure,
                words: 'sent before, arrival unknown',
              },
            ]),
      ]),
    };
  }
  return {
    by: 'By the plan alone: it is not known whether these people have accounts.',
    counts: some([
      { count: survey.enabled, words: 'sent as active' },
      { ...leavers, words: 'sent as inactive' },
    ]),
  };
}

/** Records of the source that are not sent, with the reasons. */
export function leftOut({ counts, plan }: GuardFacts): readonly PeopleCount[] {
  const { refused, excluded } = counts;
  const { unchanged, unselected } = leftOutIn(counts);
  const because = {
    all: 'not part of this plan',
    changes: 'unchanged since they were last sent',
    failures: 'without a failure in the run',
    rest: 'already sent by the earlier run',
    search: 'not in the refused request',
    person: 'other than the chosen person',
  }[plan.selection.kind];
  return [
    { count: refused, words: 'because of problems' },
    { count: excluded - unchanged - unselected, words: 'by the filter of the mapping' },
    { count: unchanged + unselected, words: because },
  ].filter(({ count }) => count > 0);
}

/** `1,000 people in 20 requests: about 5 seconds, 1.0 % of the 2,000 requests that the tenant accepts in 24 hours.` */
export function describeSize({ facts, ms }: PlanSummary): string {
  const { requests, callsPerDay, survey, plan } = facts;
  const size = `${counted(survey.operations, 'person')} in ${counted(requests, 'request')}`;
  if (requests === 0) return `${size}.`;
  const share = describePercent((requests * 100) / Math.max(1, callsPerDay));
  const cost = `about ${formatDuration(ms)}, ${share} of the ${counted(callsPerDay, 'request')} that the tenant accepts in 24 hours.`;
  if (plan.selection.kind !== 'search') return `${size}: ${cost}`;
  const { all } = searchRequests(plan.batches.length);
  const people = `${counted(survey.operations, 'person')} of a refused request, in halves`;
  return `${people}: at most ${counted(requests, 'request')} where one record is at fault, ${cost} Where all are, ${formatCount(all)}.`;
}

function describePercent(percent: number): string {
  return percent < 0.1 ? 'less than 0.1 %' : `${percent.toFixed(1)} %`;
}

/** The display name of a plan's cloud. */
export function cloudTitle({ plan }: GuardFacts): string {
  const { cloud = '' } = plan.target;
  return cloud in clouds ? clouds[cloud as CloudName].title : cloud;
}

/** `lines 2, 3 and 4`, `lines 2, 3, 4 and 90 more`; empty if no record is listed. */
export function describeLines({ count, first }: CountedRecords, most: number): string {
  const named = first.slice(0, most).map(({ line }) => formatCount(line));
  if (named.length === 0) return '';
  const parts = count > named.length ? [...named, `${formatCount(count - named.length)} more`] : named;
  const last = parts.at(-1) ?? '';
  if (parts.length === 1) return `line ${last}`;
  return `lines ${parts.slice(0, -1).join(', ')} and ${last}`;
}

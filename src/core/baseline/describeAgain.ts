import { formatCount } from '../text/formatCount';
import type { SentAgain } from './comparison';

/** The people whom a plan of changes sends again without a change, and why: clauses that begin with a count. */
export function describeAgain(again: SentAgain | undefined): readonly string[] {
  if (again === undefined) return [];
  const rows: readonly (readonly [number, string])[] = [
    [again.failed, 'because they failed last time'],
    [again.unanswered, 'because the log never had an entry of them'],
    [again.unsure, 'because nobody knows whether the service took them'],
  ];
  return rows.filter(([count]) => count > 0).map(([count, why]) => `${formatCount(count)} again ${why}`);
}

import { formatCount } from '../text/formatCount';
import type { RecordAccount, RunAccount } from './runAccount';
import type { RecordState } from './recordState';
import { RECORD_STATES, STATE_WORDS } from './recordState';

/** States whose records are listed one by one: somebody has to look at them. */
const LISTED: ReadonlySet<RecordState> = new Set<RecordState>([
  'failed',
  'refused',
  'rejected',
  'unknown',
  'held',
  'skipped',
]);

/** What stands in one line wherever a run is summed up: `37 created, 61 updated, 4 refused, not sent`. */
export function summariseAccount({ counts }: Pick<RunAccount, 'counts'>): string {
  return RECORD_STATES.filter((state) => counts[state] > 0)
    .map((state) => `${formatCount(counts[state])} ${STATE_WORDS[state]}`)
    .join(', ');
}

/**
 * The account of a run as lines of text: the counts, then everybody whom somebody has to look at, by cause. People are
 * named by line and id alone.
 */
export function describeAccount(account: RunAccount, listed = 20): readonly string[] {
  const width = formatCount(account.records.length).length;
  const lines = RECORD_STATES.toReversed()
    .filter((state) => account.counts[state] > 0)
    .map((state) => `  ${formatCount(account.counts[state]).padStart(width)} ${STATE_WORDS[state]}`);
  lines.push(`  ${formatCount(account.records.length).padStart(width)} records in all`);
  if (account.elsewhere > 0) {
    const answer =
      account.elsewhere === 1 ? '1 log entry answers' : `${formatCount(account.elsewhere)} log entries answer`;
    lines.push(`  (${answer} nothing of this run: somebody else sends to this job too)`);
  }
  for (const state of RECORD_STATES.filter((candidate) => LISTED.has(candidate)))
    lines.push(...listState(state, account, listed));
  return lines;
}

function listState(state: RecordState, { records, counts }: RunAccount, listed: number): readonly string[] {
  const count = counts[state];
  if (count === 0) return [];
  const lines = firstOf(records.inState(state), listed).flatMap((record) => {
    const who = `line ${record.line}${record.externalId === undefined ? '' : `, ${record.externalId}`}`;
    return [
      `  ${who}: ${record.cause ?? 'no reason is known'}`,
      ...(record.reason === undefined ? [] : [`      The service says: ${record.reason}`]),
      ...(record.remedy === undefined ? [] : [`      ${record.remedy}`]),
    ];
  });
  if (count > listed) lines.push(`  and ${formatCount(count - listed)} more`);
  const title = STATE_WORDS[state];
  return ['', `${title.charAt(0).toUpperCase()}${title.slice(1)}:`, ...lines];
}

function firstOf(records: Iterable<RecordAccount>, count: number): readonly RecordAccount[] {
  const found: RecordAccount[] = [];
  for (const record of records) {
    if (found.length === count) break;
    found.push(record);
  }
  return found;
}

import { alsoWords } from './alsoWords';
import { formatCount } from '../../text/formatCount';
import type { Said } from '../../text/linesByCause';
import { linesByCause } from '../../text/linesByCause';
import type { LeftOut, RecordAccount, RunAccount } from './runAccount';
import type { RecordState } from '../recordState';
import { EXCLUDED_LABELS, RECORD_STATES, STATE_LABELS } from '../recordState';

/** States whose records are listed one by one because a person has to check them. */
const SHOWN_STATES: ReadonlySet<RecordState> = new Set<RecordState>([
  'failed',
  'refused',
  'rejected',
  'unknown',
  'given-up',
  'held',
  'skipped',
  'no-entry',
]);

/** Maximum number of requests that are listed. */
const MAX_NAMED_REQUESTS = 10;

/** The one-line summary of a run: `2 failed · 5 skipped (invalid) · 145 not sent · 150 awaiting log`. */
export function summariseAccount({ counts, records }: Pick<RunAccount, 'counts' | 'records'>): string {
  return summariseCounts(counts, records.leftOut);
}

/** Like {@link summariseAccount}, for a run whose people were not read. */
export function summariseCounts(
  counts: RunAccount['counts'],
  { unchanged = 0, unselected = 0 }: Partial<LeftOut> = {},
): string {
  const rows = RECORD_STATES.map((state) => [counts[state], STATE_LABELS[state]] as const);
  // The excluded are the last in reading order
  const [excluded = 0] = rows.pop() ?? [];
  return [
    ...rows,
    [unchanged, EXCLUDED_LABELS.unchanged] as const,
    [unselected, EXCLUDED_LABELS.unselected] as const,
    [excluded - unchanged - unselected, STATE_LABELS.excluded] as const,
  ]
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${formatCount(count)} ${words}`)
    .join(' · ');
}

/**
 * The results of a run as lines of text: the counts, then everybody who needs attention, by cause. People are named
 * only by line and id.
 */
export function describeAccount(account: RunAccount, listed = 20): readonly string[] {
  const width = formatCount(account.records.length).length;
  const rows = RECORD_STATES.toReversed().flatMap((state) =>
    state === 'excluded' ? leftOutRows(account) : ([[account.counts[state], STATE_LABELS[state]]] as const),
  );
  const lines = rows
    .filter(([count]) => count > 0)
    .map(([count, words]) => `  ${formatCount(count).padStart(width)} ${words}`);
  const { length } = account.records;
  lines.push(`  ${formatCount(length).padStart(width)} ${length === 1 ? 'record' : 'records'} in total`);
  if (account.elsewhere > 0) {
    const entries = account.elsewhere === 1 ? '1 log entry is' : `${formatCount(account.elsewhere)} log entries are`;
    lines.push(`  (${entries} from elsewhere, about people whom this run has not sent)`);
  }
  lines.push(...listRepeats(account));
  for (const state of RECORD_STATES.filter((candidate) => SHOWN_STATES.has(candidate)))
    lines.push(...listState(state, account, listed));
  return lines;
}

/** Possible repeats are always reported. */
function listRepeats({ batches }: RunAccount): readonly string[] {
  const repeated = batches.filter(({ maybeTwice }) => maybeTwice);
  if (repeated.length === 0) return [];
  const numbers = repeated.slice(0, MAX_NAMED_REQUESTS).map(({ number }) => formatCount(number));
  const more = repeated.length - numbers.length;
  const requests = `request${repeated.length === 1 ? '' : 's'} ${numbers.join(', ')}${more > 0 ? ` and ${formatCount(more)} more` : ''}`;
  const records = repeated.reduce((sum, { operations }) => sum + operations, 0);
  return [
    '',
    `Maybe sent twice: ${formatCount(records)} record${records === 1 ? '' : 's'} of ${requests}. An answer was lost, so the same requests were sent again.`,
  ];
}

/** People who are not sent, by reason: the mapping leaves them out, or this plan does. */
function leftOutRows({ counts, records }: RunAccount): readonly (readonly [count: number, words: string])[] {
  const { unchanged, unselected } = records.leftOut;
  return [
    [counts.excluded - unchanged - unselected, EXCLUDED_LABELS.excluded],
    [unselected, EXCLUDED_LABELS.unselected],
    [unchanged, EXCLUDED_LABELS.unchanged],
  ];
}

function listState(state: RecordState, { records, counts }: RunAccount, listed: number): readonly string[] {
  if (counts[state] === 0) return [];
  const title = STATE_LABELS[state];
  return [
    '',
    `${title.charAt(0).toUpperCase()}${title.slice(1)}:`,
    ...linesByCause(causesOf(records.inState(state)), listed),
  ];
}

function* causesOf(records: Iterable<RecordAccount>): Generator<Said> {
  for (const { line, externalId, cause = 'reason unknown', remedy = '', reason, also } of records)
    yield {
      who: `line ${line}${externalId === undefined ? '' : `, ${externalId}`}`,
      cause,
      remedy,
      details: [
        ...(reason === undefined ? [] : [`The service says: ${reason}`]),
        ...(also === undefined ? [] : [`Also in the log: ${alsoWords(also)}`]),
      ],
    };
}

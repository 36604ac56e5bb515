import { alsoWords } from './alsoWords';
import { formatCount } from '../../text/formatCount';
import { linesByRemedy } from '../../text/linesByRemedy';
import type { RecordAccount, RunAccount } from './runAccount';
import type { RecordState } from '../recordState';
import { RECORD_STATES, STATE_WORDS } from '../recordState';

/** States whose records are listed one by one: somebody has to look at them. */
const LISTED: ReadonlySet<RecordState> = new Set<RecordState>([
  'failed',
  'refused',
  'rejected',
  'unknown',
  'given-up',
  'held',
  'skipped',
  'no-entry',
]);

/** Requests that are named one by one. */
const NAMED = 10;

/** One line wherever a run is summed up: `2 failed · 5 skipped (invalid) · 145 not sent · 150 awaiting log`. */
export function summariseAccount({ counts }: Pick<RunAccount, 'counts'>): string {
  return RECORD_STATES.filter((state) => counts[state] > 0)
    .map((state) => `${formatCount(counts[state])} ${STATE_WORDS[state]}`)
    .join(' · ');
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
  const { length } = account.records;
  lines.push(`  ${formatCount(length).padStart(width)} ${length === 1 ? 'record' : 'records'} in total`);
  if (account.elsewhere > 0) {
    const entries = account.elsewhere === 1 ? '1 log entry is' : `${formatCount(account.elsewhere)} log entries are`;
    lines.push(`  (${entries} from elsewhere: about people whom this run has not sent)`);
  }
  lines.push(...listRepeats(account));
  for (const state of RECORD_STATES.filter((candidate) => LISTED.has(candidate)))
    lines.push(...listState(state, account, listed));
  return lines;
}

/** What may have been done twice is never repeated in silence. */
function listRepeats({ batches }: RunAccount): readonly string[] {
  const repeated = batches.filter(({ maybeTwice }) => maybeTwice);
  if (repeated.length === 0) return [];
  const numbers = repeated.slice(0, NAMED).map(({ number }) => formatCount(number));
  const more = repeated.length - numbers.length;
  const requests = `request${repeated.length === 1 ? '' : 's'} ${numbers.join(', ')}${more > 0 ? ` and ${formatCount(more)} more` : ''}`;
  const records = repeated.reduce((sum, { operations }) => sum + operations, 0);
  return [
    '',
    `Maybe sent twice: ${formatCount(records)} record${records === 1 ? '' : 's'} of ${requests}. An answer was lost, so the same bytes were sent again.`,
  ];
}

function listState(state: RecordState, { records, counts }: RunAccount, listed: number): readonly string[] {
  const count = counts[state];
  if (count === 0) return [];
  const people = firstOf(records.inState(state), listed).map((record) => {
    const who = `line ${record.line}${record.externalId === undefined ? '' : `, ${record.externalId}`}`;
    const { cause = 'no reason is known', reason, remedy = '', also } = record;
    const service = reason === undefined ? [] : [`      The service says: ${reason}`];
    const beside = also === undefined ? [] : [`      Also in the log: ${alsoWords(also)}`];
    return { cause, remedy, lines: [`  ${who}: ${cause}`, ...service, ...beside] };
  });
  const lines = [...linesByRemedy(people)];
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

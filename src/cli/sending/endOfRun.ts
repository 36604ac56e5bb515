import type { Explanation } from '../../core/logs/explanations';
import type { RecordState } from '../../core/run/recordState';
import { formatCount } from '../../core/text/formatCount';
import type { RunStatus } from '../../core/journal/runStatus';
import { ExitCode } from '../terminal/exitCode';
import type { NextCommands } from './nextCommands';

type Counts = Readonly<Record<RecordState, number>>;

/** The state of a run when a command ends. */
interface EndedRun {
  readonly status: RunStatus;
  readonly counts: Counts;
  /** Whether the command waited for the log. */
  readonly waits: boolean;
  /** Whether the user stopped the command. */
  readonly isStopped: boolean;
  /** Why the log cannot be read. */
  readonly silence?: Explanation | undefined;
  readonly next?: NextCommands;
}

/** The exit code for a run; an unknown outcome is not a success. */
export function exitCodeOf(status: RunStatus, counts: Counts, waits: boolean): ExitCode {
  const code = codeOfSending(status, counts, waits);
  // An unwritten journal means that the work is not complete
  return code === ExitCode.ok && status.unwritten !== undefined ? ExitCode.partial : code;
}

function codeOfSending(status: RunStatus, counts: Counts, waits: boolean): ExitCode {
  const { phase, pause, accepted, isLogUnread, isSearch } = status;
  if (phase === 'paused') {
    if (pause?.why === 'refused' || pause?.why === 'breaker') return ExitCode.service;
    return pause?.why === 'source' && accepted === 0 ? ExitCode.guard : ExitCode.partial;
  }
  if (phase === 'blocked') return ExitCode.guard;
  if (phase === 'sending' || phase === 'pilot' || phase === 'cancelled') return ExitCode.partial;
  // A record that a search has found counts like one that the mapping refuses
  const [found, rejected] = isSearch === true ? [counts.rejected, 0] : [0, counts.rejected];
  if (rejected + counts.unknown + counts['given-up'] + counts['not-sent'] > 0) return ExitCode.service;
  if (isLogUnread === true && counts.waiting > 0) return ExitCode.service;
  if (waits && counts.waiting + counts['no-entry'] > 0) return ExitCode.partial;
  return counts.refused + counts.failed + found > 0 ? ExitCode.problems : ExitCode.ok;
}

/** The closing messages for a run. */
interface DescribedEnd {
  /** Why the command ends and how to continue, for standard error. */
  readonly said: readonly string[];
  /** Why the run is not finished, for the results. */
  readonly why: readonly string[];
  /** How to continue, for the results. */
  readonly next: readonly string[];
}

export function describeEnd(ended: EndedRun): DescribedEnd {
  const { unwritten } = ended.status;
  const end = withSearch(howToGoOn(ended), ended);
  return unwritten === undefined ? end : { ...end, said: [`${unwritten.cause} ${unwritten.remedy}`, ...end.said] };
}

/** Adds how to find the records at fault if a request of several people was refused because of its content. */
function withSearch(end: DescribedEnd, { status: { searchable }, next }: EndedRun): DescribedEnd {
  if (searchable === undefined || next === undefined) return end;
  const how = `Request ${formatCount(searchable)} was refused because of its content. To find the records at fault, run: ${next.search}`;
  return { ...end, said: [...end.said, how], next: [...end.next, how] };
}

function howToGoOn(ended: EndedRun): DescribedEnd {
  const { status, next } = ended;
  const { phase } = status;
  const isLeft = phase === 'paused' || phase === 'sending' || phase === 'pilot';
  if (isLeft) {
    const how = next === undefined ? GONE : `To continue, run: ${next.resume}`;
    const why = whyPaused(ended);
    return { said: [`${why} ${how}`], why: [why], next: next === undefined ? [] : [how] };
  }
  const open = ended.counts.waiting;
  if (open === 0) return { said: [], why: [], next: [] };
  const how = next === undefined ? GONE : `To read it later, run: ${next.verify}`;
  const silence = ended.silence === undefined ? [] : [`${ended.silence.cause} ${ended.silence.remedy}`];
  return {
    said: ended.waits || status.isLogUnread === true ? [[sayOpen(ended, open), ...silence, how].join(' ')] : [],
    why: silence,
    next: next === undefined ? [] : [`To see their results, run: ${next.verify}`],
  };
}

const GONE =
  'Their results are gone with the sandbox that was started for this call. To keep them, start a sandbox before you send: entra-inbound sandbox';

function whyPaused({ status, isStopped }: EndedRun): string {
  const { pause, accepted, requests, phase, isSearch } = status;
  const what = isSearch === true ? 'people' : 'requests';
  const words = [pause?.cause, pause?.remedy].filter((text) => text !== undefined).join(' ');
  const sent =
    accepted === 0
      ? 'Nothing was accepted.'
      : `${formatCount(accepted)} of ${formatCount(requests)} ${what} were accepted; that cannot be undone.`;
  if (isStopped) return `Stopped. ${sent}`;
  if (phase === 'pilot' && words === '') return `Paused after the pilot. ${sent}`;
  return words === '' ? `Paused. ${sent}` : `${words} ${sent}`;
}

function sayOpen({ counts }: EndedRun, open: number): string {
  const answered = ANSWERED.reduce((sum, state) => sum + counts[state], 0);
  return `The log has no entry yet for ${formatCount(open)} of ${formatCount(open + answered)} accepted records.`;
}

/** The results of accepted records in the log. */
const ANSWERED: readonly RecordState[] = [
  'failed',
  'held',
  'skipped',
  'no-entry',
  'created',
  'enabled',
  'updated',
  'disabled',
  'deleted',
  'unchanged',
  'other',
];

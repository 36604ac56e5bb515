import { formatCount } from '../core/text/formatCount';
import { formatDuration } from '../core/text/time/formatDuration';
import type { PauseReason } from '../core/journal/journalEvent';
import type { RunStatus } from '../core/journal/runStatus';
import type { RowLook } from './rowLook';

/** The process that continues a run: this window, another one on this machine, or none. */
export type RunKeeper =
  { readonly kind: 'here' } | { readonly kind: 'elsewhere'; readonly program?: string } | { readonly kind: 'nobody' };

/** The text of a run for a row, the status bar and a notification. */
export interface RunWords {
  /** In lower case, without a full stop. */
  readonly words: string;
  /** The shorter text for a narrow list, without what the icon shows. */
  readonly brief: string;
  readonly icon: string;
  readonly tone: RowLook['tone'];
}

const PAUSE_LABELS: Readonly<Record<PauseReason, string>> = {
  asked: 'paused',
  throttled: 'paused: the service accepts no more for now',
  breaker: 'paused: too many requests were not accepted',
  journal: 'paused: the journal could not be written',
  pilot: 'paused after the first people',
  refused: 'paused: a request was refused',
  source: 'paused: the source is not what was planned',
  interrupted: 'interrupted',
};

/** @param timeOf formats milliseconds since 1970 for display */
export function wordsOfRun(progress: RunStatus, keeper: RunKeeper, timeOf: (at: number) => string): RunWords {
  switch (progress.phase) {
    case 'sending':
      return wordsOfSending(progress, keeper);
    case 'pilot':
      return ofPilot(progress, keeper);
    case 'paused':
      return {
        ...inWords([pauseWords(progress, timeOf), accepted(progress)], [pauseBrief(progress, timeOf), share(progress)]),
        icon: progress.pause?.why === 'interrupted' ? 'debug-disconnect' : 'debug-pause',
        tone: 'doubt',
      };
    case 'awaiting-log':
      return ofWaiting(progress, keeper);
    case 'complete':
      return { ...inWords(['complete']), icon: 'pass', tone: 'good' };
    case 'cancelled':
      return {
        ...inWords(['cancelled', accepted(progress)], ['cancelled', share(progress)]),
        icon: 'circle-slash',
        tone: 'doubt',
      };
    case 'blocked':
      return { ...inWords(['not confirmed, nothing was sent']), icon: 'circle-slash', tone: 'quiet' };
  }
}

/** @param brief shorter parts for a row */
function inWords(words: readonly string[], brief = words): Pick<RunWords, 'words' | 'brief'> {
  const line = (parts: readonly string[]) => parts.filter((part) => part !== '').join(' · ');
  return { words: line(words), brief: line(brief) };
}

/** The text of a pause without "paused", which the icon shows. */
function pauseBrief(progress: RunStatus, timeOf: (at: number) => string): string {
  return pauseWords(progress, timeOf).replace(/^paused(: | |$)/, '');
}

/** Why sending is paused, and the time before which continuing is useless. */
export function pauseWords({ pause }: RunStatus, timeOf: (at: number) => string): string {
  if (pause === undefined) return 'paused';
  const until = Date.parse(pause.until ?? '');
  return Number.isNaN(until) ? PAUSE_LABELS[pause.why] : `${PAUSE_LABELS[pause.why]}, until ${timeOf(until)}`;
}

/**
 * `120 of 300 requests accepted`. For a search, it counts people, because the requests of a search are halves of one.
 */
function accepted({ accepted: count, requests, isSearch }: RunStatus): string {
  if (isSearch === true) return `${formatCount(count)} of ${formatCount(requests)} people accepted`;
  return `${formatCount(count)} of ${formatCount(requests)} ${requests === 1 ? 'request' : 'requests'} accepted`;
}

/** A text such as `120 of 300`. */
function share({ accepted: count, requests }: RunStatus): string {
  return `${formatCount(count)} of ${formatCount(requests)}`;
}

function wordsOfSending(progress: RunStatus, keeper: RunKeeper): RunWords {
  if (keeper.kind === 'nobody')
    return {
      ...inWords(['interrupted', accepted(progress)], ['interrupted', share(progress)]),
      icon: 'debug-disconnect',
      tone: 'doubt',
    };
  const by = keeper.kind === 'elsewhere' ? `by ${keeper.program ?? 'another program'}` : '';
  const pace = paceWords(progress);
  return {
    // The remaining time is what most people look for
    ...inWords([`sending ${by}`.trim(), accepted(progress), ...pace], [share(progress), ...pace.toReversed(), by]),
    icon: 'loading~spin',
    tone: 'quiet',
  };
}

/** `240 a minute`, `45 seconds left`; or what the run is waiting for. */
export function paceWords({ perMinute, msLeft, waiting }: RunStatus): readonly string[] {
  if (waiting !== undefined) return [withoutStop(waiting)];
  return [
    ...(perMinute === undefined ? [] : [`${formatCount(Math.round(perMinute))} a minute`]),
    ...(msLeft === undefined ? [] : [`${formatDuration(msLeft)} left`]),
  ];
}

function ofPilot(progress: RunStatus, keeper: RunKeeper): RunWords {
  const { waiting, pause } = progress;
  const first = 'the first people were sent alone';
  if (keeper.kind !== 'nobody' && waiting === undefined && pause !== undefined)
    return {
      ...inWords([PAUSE_LABELS.pilot, accepted(progress)], ['after the first people', share(progress)]),
      icon: 'debug-pause',
      tone: 'doubt',
    };
  if (keeper.kind === 'nobody') return { ...inWords(['interrupted', first]), icon: 'debug-disconnect', tone: 'doubt' };
  const why = waiting === undefined ? 'waiting for their log entries' : withoutStop(waiting);
  return { ...inWords([first, why], ['first people sent', why]), icon: 'loading~spin', tone: 'quiet' };
}

function ofWaiting({ waiting }: RunStatus, keeper: RunKeeper): RunWords {
  const why = waiting === undefined ? [] : [withoutStop(waiting)];
  if (keeper.kind === 'nobody')
    return { ...inWords(['the log was not read to its end', ...why]), icon: 'clock', tone: 'doubt' };
  return { ...inWords(['waiting for the log', ...why], ['waiting for the log']), icon: 'loading~spin', tone: 'quiet' };
}

function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, '');
}

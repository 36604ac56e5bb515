import type { Explanation } from '../core/logs/explanations';
import type { RecordState } from '../core/run/recordState';
import type { LeftOut, RunAccount } from '../core/run/account/runAccount';
import { formatAge } from '../core/text/time/formatAge';
import type { RunAbility, RunNote, ShownRun } from './runElement';
import type { RunStatus } from '../core/journal/runStatus';
import type { RunKeeper } from './runWords';
import { wordsOfRun } from './runWords';

/** What is known about a run, in memory or on disk. */
export interface RunFacts {
  readonly id: string;
  /** The names of its source and its connection. */
  readonly extract: string;
  readonly target: string;
  readonly isReal: boolean;
  /** When it was planned or sent, in milliseconds since 1970. */
  readonly at: number;
  readonly progress: RunStatus;
  readonly keeper: RunKeeper;
  readonly counts?: RunAccount['counts'];
  readonly leftOut?: LeftOut;
  readonly account?: RunAccount;
  /** Why the log has no entries for some of its people. */
  readonly silence?: Explanation;
  /** Milliseconds by which this machine's clock is ahead of the tenant's; negative if it is slow. */
  readonly clockAhead?: number;
  /** Why it can be shown but not continued. */
  readonly fault?: { readonly message: string; readonly remedy: string };
}

/** Converts a run to the form that the tree needs. */
export function shownRun(facts: RunFacts, timeOf: (at: number) => string): ShownRun {
  const { id, extract, target, isReal, at, progress, keeper, counts, leftOut, account, fault } = facts;
  const state =
    fault === undefined
      ? wordsOfRun(progress, keeper, timeOf)
      : ({ words: 'cannot be continued', brief: 'cannot be continued', icon: 'error', tone: 'bad' } as const);
  return {
    id,
    extract,
    target,
    at,
    began: timeOf(at),
    state,
    notes: notesOf(facts, timeOf(at)),
    ...(counts && { counts }),
    ...(leftOut && { leftOut }),
    ...(account && { account }),
    isReal,
    isAwaiting: progress.phase === 'awaiting-log',
    isOver: isOver(progress) && keeper.kind === 'nobody',
    can: abilitiesOf(facts),
  };
}

/** A run whose plan cannot be read. */
export function damagedRun(id: string, at: number, fault: RunFacts['fault'], timeOf: (at: number) => string): ShownRun {
  const progress = { phase: 'complete', requests: 0, accepted: 0 } as const;
  const facts: RunFacts = {
    id,
    extract: id,
    target: '',
    isReal: false,
    at,
    progress,
    keeper: { kind: 'nobody' },
    ...(fault && { fault }),
  };
  return shownRun(facts, timeOf);
}

function isOver({ phase }: RunStatus): boolean {
  return phase === 'complete' || phase === 'cancelled' || phase === 'blocked';
}

function notesOf(facts: RunFacts, began: string): readonly RunNote[] {
  const { fault, silence, progress } = facts;
  const { pause, phase, waiting } = progress;
  const isHeld = phase === 'paused' || phase === 'pilot';
  const held = isHeld ? pause : silence;
  const why = fault?.message ?? held?.cause ?? waitWords(facts, began);
  const remedy = fault?.remedy ?? held?.remedy;
  const clock = phase === 'awaiting-log' && fault === undefined ? clockWords(facts.clockAhead) : undefined;
  const awaited = phase === 'awaiting-log' && fault === undefined ? waiting : undefined;
  return [
    ...(why === undefined ? [] : [{ label: 'Why', text: why, tone: 'why' } as const]),
    ...(remedy === undefined ? [] : [{ label: 'What to do', text: remedy, tone: 'remedy' } as const]),
    ...(awaited === undefined ? [] : [{ label: 'Waiting', text: awaited, tone: 'also' } as const]),
    ...(clock === undefined ? [] : [{ label: 'Clock', text: clock, tone: 'also' } as const]),
  ];
}

/** Minimum difference between clocks that is worth mentioning, in milliseconds. */
const CLOCKS_DIFFER = 300_000;

/** The difference matters to a person who looks for an entry by the time of sending. */
function clockWords(ahead: number | undefined): string | undefined {
  if (ahead === undefined || Math.abs(ahead) < CLOCKS_DIFFER) return undefined;
  const by = formatAge(Math.abs(ahead));
  return `This computer's clock is ${by} ${ahead > 0 ? 'ahead of' : 'behind'} the tenant's. The log shows the tenant's time; entries are matched by it, too.`;
}

/**
 * Explains the usual delay of the log, because people soon wonder why nothing happens. A sandbox answers within
 * seconds. Source: Entra, inbound provisioning FAQ.
 */
function waitWords({ isReal, progress: { phase }, keeper }: RunFacts, began: string): string | undefined {
  if (!isReal || phase !== 'awaiting-log' || keeper.kind === 'nobody') return undefined;
  return `Sending began at ${began}. The job runs about every 40 minutes, and its entries appear up to 10 minutes later. You can go on working meanwhile.`;
}

function abilitiesOf({ fault, progress, keeper, counts }: RunFacts): readonly RunAbility[] {
  const isFree = keeper.kind === 'nobody';
  if (fault !== undefined) return isFree ? ['remove'] : [];
  const { phase } = progress;
  const isBegun = phase === 'sending' || phase === 'pilot' || phase === 'paused';
  const isMine = keeper.kind !== 'elsewhere';
  const abilities: readonly (readonly [RunAbility, boolean])[] = [
    ['pause', keeper.kind === 'here' && phase === 'sending'],
    ['resume', isMine && isBegun && (phase !== 'sending' || isFree)],
    ['cancel', (isMine && isBegun) || (isFree && phase === 'awaiting-log')],
    ['verify', isFree && !isBegun && progress.accepted > 0],
    ['resend', isFree && counts !== undefined && FAILED.some((state) => counts[state] > 0)],
    ['rest', isFree && (isBegun || phase === 'cancelled') && progress.accepted < progress.requests],
    ['search', isFree && progress.searchable !== undefined],
    ['show', true],
    ['remove', isFree],
  ];
  return abilities.filter(([, isPossible]) => isPossible).map(([ability]) => ability);
}

/** States of people who may be sent again. */
const FAILED: readonly RecordState[] = ['failed', 'refused', 'rejected', 'given-up', 'no-entry'];

import type { OpenedConnection } from '../../connections/connection';
import type { JournalEvent } from '../../core/journal/journalEvent';
import type { RecordAnswer } from '../../core/logs/entryMatcher';
import type { Run } from '../../core/run/run';
import { formatCount } from '../../core/text/formatCount';
import { formatUtc } from '../../tenant/reading/formatUtc';
import type { KeptRun } from '../../runs/runStore';
import type { LogSchedule } from '../../tenant/reconciling/logSchedule';
import { sandboxSchedule, tenantSchedule } from '../../tenant/reconciling/logSchedule';
import type { EndOfReading, ReconcileEvent } from '../../tenant/reconciling/reconcile';
import { reconcile } from '../../tenant/reconciling/reconcile';
import { OtherKeptRuns } from '../kept/otherKeptRuns';
import type { SendingContext } from '../sendingContext';
import type { LiveJournal } from './liveJournal';

/** The parts that reading the log of a run needs. */
export interface RunLogParts {
  readonly context: SendingContext;
  readonly kept: KeptRun;
  readonly run: Run;
  readonly opened: OpenedConnection;
  readonly journal: LiveJournal;
  /** Called with a sentence on what the run waits for. */
  readonly onWait: (waiting: string | undefined) => void;
}

export interface LookOptions {
  readonly signal: AbortSignal;
  /** Reads the log once, immediately. */
  readonly isOnce?: boolean;
  /** Maximum milliseconds to read. */
  readonly deadline?: number;
}

/** Reads the log for a run, which may have been sent long ago, and records the answers. */
export class RunLog {
  readonly #parts: RunLogParts;

  constructor(parts: RunLogParts) {
    this.#parts = parts;
  }

  /** Reads until everything that was accepted is answered, no more entries are expected, or the caller stops it. */
  async read(options: LookOptions): Promise<EndOfReading> {
    const { context, kept } = this.#parts;
    const others = new OtherKeptRuns(context, kept);
    try {
      return await this.#follow(others, options);
    } finally {
      others.dispose();
    }
  }

  async #follow(others: OtherKeptRuns, { signal, isOnce, deadline }: LookOptions): Promise<EndOfReading> {
    const { run, opened, context, kept } = this.#parts;
    const events = reconcile(opened.tenant, run, {
      clock: opened.clock,
      schedule: scheduleOf(opened),
      sentAt: Date.parse(kept.state.acceptedAt ?? kept.plan.madeAt),
      others: () => others.read(),
      ...(isOnce !== undefined && { isOnce }),
      ...(deadline !== undefined && { deadline }),
      signal,
      random: context.random,
      wallClock: context.wallClock,
    });
    for await (const event of events) {
      if (event.type === 'ended') return event;
      await this.#take(event);
    }
    throw new Error('reading the log ended without saying so');
  }

  async #take(event: ReconcileEvent): Promise<void> {
    const { journal, run, onWait } = this.#parts;
    switch (event.type) {
      case 'answers':
        // Appended together, so that a hundred thousand answers need only a few flushes
        await Promise.all(event.answers.map((answer) => journal.append(reconciled(answer))));
        // Noted again with the entries themselves, which the journal does not store
        run.noteAnswers(event.answers);
        return;
      case 'found-taken':
      case 'log-read':
        await journal.append(event);
        return;
      case 'silent': {
        const { cause, remedy, isFinal } = event;
        await journal.append({ type: 'silent', cause, remedy, isFinal });
        return;
      }
      case 'waiting':
        onWait(`Awaiting log entries of ${people(event.missing)}. The log is read again at ${formatUtc(event.until)}.`);
        return;
      case 'read-failed':
        onWait('The log could not be read. It is read again soon.');
        return;
      default:
    }
  }
}

function people(count: number): string {
  return count === 1 ? '1 person' : `${formatCount(count)} people`;
}

function scheduleOf({ tenant, powers }: OpenedConnection): LogSchedule {
  return tenant.kind === 'real' ? tenantSchedule : sandboxSchedule(powers?.trouble?.effects.logLatency);
}

function reconciled({ record, answer }: RecordAnswer): JournalEvent {
  const { log: _, ...recorded } = answer;
  return { type: 'reconciled', record, ...recorded };
}

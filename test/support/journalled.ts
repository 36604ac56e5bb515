import type { AttemptOutcome, JournalEvent } from '../../src/core/journal/journalEvent';
import type { PlanFile } from '../../src/core/journal/planFile';
import { RunState } from '../../src/core/journal/runState';
import { keptPlan } from './keptPlan';

const AT = '2026-11-28T20:48:06.250Z';

/** What a journal of these events says. */
export function stateOf(events: readonly JournalEvent[], plan: PlanFile = keptPlan()): RunState {
  const state = new RunState(plan);
  for (const [index, event] of events.entries()) state.apply({ seq: index + 1, at: AT, event });
  return state;
}

/** The events of attempts to send a batch, the last without an end where its outcome is left out. */
export function attempts(batch: number, ...outcomes: readonly (AttemptOutcome | undefined)[]): readonly JournalEvent[] {
  const hash = keptPlan().batches[batch - 1]?.hash ?? '';
  return outcomes.flatMap((outcome, index): readonly JournalEvent[] => {
    const attempt = index + 1;
    const start: JournalEvent = {
      type: 'attempt-start',
      batch,
      attempt,
      hash,
      reason: index === 0 ? 'first' : 'unknown',
    };
    return outcome === undefined ? [start] : [start, { type: 'attempt-end', batch, attempt, outcome }];
  });
}

/** Everything that a state says. */
export function everythingOf(state: RunState, records: number) {
  const { phase, awaited, superseded, startedAt, lastAt, confirmed, blocked, pause, cancelledAt } = state;
  const { tenantClock, elsewhere, silence, closed, answers, batches } = state;
  return {
    ...{ phase, awaited, superseded: [...superseded], startedAt, lastAt, confirmed, blocked, pause, cancelledAt },
    ...{ tenantClock, elsewhere, silence, closed, batches },
    answers: Array.from({ length: records }, (_, index) => answers.of(index + 1)),
    sizes: [answers.size, answers.records],
  };
}

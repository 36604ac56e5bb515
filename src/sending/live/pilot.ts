import type { PlanFile } from '../../core/journal/planFile';
import type { RunState } from '../../core/journal/runState';
import { sentIn } from '../../core/run/plan';
import type { RecordState } from '../../core/run/recordState';
import { RECORD_STATES, STATE_LABELS } from '../../core/run/recordState';
import type { Run } from '../../core/run/run';
import { formatCount } from '../../core/text/formatCount';

/** Whether the pilot must still be checked before the others are sent. Resuming after its pause counts as the check. */
export function isPilotDue({ pilot }: Pick<PlanFile, 'pilot'>, state: RunState): boolean {
  return (
    pilot > 0 &&
    state.size > 1 &&
    !state.hasPassedPilot &&
    state.batches.slice(1).every(({ attempts }) => attempts === 0)
  );
}

/** The results of the pilot in two sentences, and whether the others may follow without a check. */
export interface PilotResult {
  readonly isWell: boolean;
  readonly cause: string;
  readonly remedy: string;
}

/** Describes what the log says about the pilot. */
export function describePilot(run: Run, { pilot }: Pick<PlanFile, 'pilot'>): PilotResult {
  const [first] = run.plan.batches;
  const { records } = run.account;
  const counts = new Map<RecordState, number>();
  for (const index of first === undefined ? [] : sentIn(run.plan, first)) {
    const state = records.at(index)?.state ?? 'waiting';
    counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  const found = RECORD_STATES.filter((state) => counts.has(state));
  const words = found.map((state) => `${formatCount(counts.get(state) ?? 0)} ${STATE_LABELS[state]}`).join(', ');
  const who = pilot === 1 ? 'The first person was' : `The first ${formatCount(pilot)} people were`;
  return {
    isWell: found.every((state) => WELL.has(state)),
    cause: `${who} sent alone: ${words}.`,
    remedy: 'Check them in the log and in the tenant, then resume or cancel the run.',
  };
}

const WELL: ReadonlySet<RecordState> = new Set<RecordState>(['created', 'updated', 'enabled', 'disabled', 'unchanged']);

import { Doubt } from '../../core/baseline/baselineRow';
import type { RunState } from '../../core/journal/runState';
import { decidingAnswer } from '../../core/logs/decidingAnswer';
import type { Plan } from '../../core/run/plan';
import { batchOf } from '../../core/run/plan';
import type { BatchState } from '../../core/run/recordState';
import { mayBeTaken } from '../../core/run/recordState';

const UNSURE: readonly BatchState[] = ['unknown', 'given-up', 'sending'];

/**
 * Identifies how much is known of what a run sent, for comparison; `undefined` if it is not known to have sent
 * anything.
 */
export function progressOf(state: RunState): string | undefined {
  const accepted = state.count('accepted');
  const unsure = UNSURE.reduce((sum, each) => sum + state.count(each), 0);
  if (accepted + unsure === 0) return undefined;
  return [accepted, unsure, state.answers.size, state.silence?.isFinal === true ? 1 : 0].join('.');
}

/** What a journal says about each record that the service has accepted or may have accepted; `undefined` for others. */
export function knownOfRun(plan: Plan, state: RunState): (record: number) => Doubt | undefined {
  const { batches, silence, answers } = state;
  return (record) => {
    const batch = batches[batchOf(plan, record).number - 1];
    if (batch === undefined || !mayBeTaken(batch.state)) return undefined;
    const answer = decidingAnswer(answers.of(record));
    if (answer !== undefined) return answer.outcome === 'failed' ? Doubt.failed : Doubt.none;
    if (batch.state !== 'accepted') return Doubt.unsure;
    const isSilent = silence?.isFinal === true && silence.at >= (batch.at ?? '');
    return isSilent ? Doubt.unanswered : Doubt.none;
  };
}

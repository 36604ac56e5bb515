import { CancellationError } from 'vscode';
import { plainText } from '../../../core/text/plainText';
import type { ActiveRun } from '../../../sending/activeRun';
import type { Resumption } from '../../../sending/keptRuns';
import { isOver } from '../../../sending/live/batchStatus';
import type { ResumedBatch } from '../questions/resumeQuestion';
import { resumeQuestion } from '../questions/resumeQuestion';
import { paceTime } from '../../../tenant/sending/throttle';
import { commandIds } from '../../contributions';
import { say } from '../../messages/say';
import type { Services } from '../../services';
import { confirmationOf } from '../confirmationOf';
import type { Sending } from '../openSending';
import { refuseUntrusted } from '../refuseUntrusted';
import { sendKept } from './sendKept';
import { showPlan } from '../showPlan';

/**
 * Continues a run: one that is paused here at once, any other after a dialog with what was accepted, what is unknown, and what is left.
 * Returns the result as a sentence once this window has finished with it.
 */
export async function resumeSending(services: Services, id: string): Promise<string | undefined> {
  refuseUntrusted();
  const own = services.runs.find(id)?.active;
  if (own !== undefined) {
    own.resume();
    return undefined;
  }
  return sendKept(services, id, {
    title: (name) => say`Preparing to resume ${name}`,
    predicts: false,
    prepare: ({ service, context }, request, options) => service.prepareResume(context(), request, options),
    confirm: (sending, resumption) => confirmResumption(services, sending, resumption),
  });
}

/** Asks before anything is sent; `undefined` after a no, which leaves the run unchanged. */
async function confirmResumption(
  services: Services,
  { service, context }: Sending,
  resumption: Resumption,
): Promise<ActiveRun | undefined> {
  const { message, detail, send } = resumeQuestion({
    ...resumption,
    ms: paceTime(resumption.facts.requests),
    batches: batchesOf(resumption),
  });
  const show = plainText(services.titles.of(commandIds.showRunPlan));
  const buttons = [show, ...(send === undefined ? [] : [send])];
  const chosen = await services.notices.choose(message, detail, buttons);
  if (chosen === show) await showPlan(services, resumption);
  if (chosen === undefined || chosen !== send) {
    await resumption.discard();
    return undefined;
  }
  try {
    const confirmation = await confirmationOf(resumption);
    return await service.resumeRun(context(), resumption, confirmation, { follows: true });
  } catch (error) {
    await resumption.discard();
    if (error instanceof CancellationError) return undefined;
    throw error;
  }
}

/** The batches of a run with their outcomes. */
function batchesOf({ file, resumes }: Resumption): readonly ResumedBatch[] {
  return file.batches.map(({ number, operations }) => {
    const batch = resumes.state.batch(number);
    return { operations, state: batch.state, isLeft: !isOver(batch) };
  });
}

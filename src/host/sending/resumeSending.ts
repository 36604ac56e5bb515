import { CancellationError } from 'vscode';
import { plainText } from '../../core/text/plainText';
import type { ActiveRun } from '../../sending/activeRun';
import type { Resumption } from '../../sending/keptRuns';
import { isOver } from '../../sending/live/standing';
import type { ResumedBatch } from './questions/resumeQuestion';
import { resumeQuestion } from './questions/resumeQuestion';
import { paceTime } from '../../tenant/sending/throttle';
import { commandIds } from '../contributions';
import { fileName } from '../extracts/extractFile';
import { named, relayed, say } from '../messages/say';
import { UserError } from '../messages/userError';
import type { Services } from '../services';
import { confirmationOf } from './confirmationOf';
import { followSending } from './followSending';
import { connectionOf, keptRun } from './keptRun';
import type { Sending } from './openSending';
import { findSource } from './source/findSource';
import { Held } from './held';
import { refuseUntrusted } from './refuseUntrusted';
import { showPlan } from './showPlan';
import { sourceUri } from './source/sourceUri';

/**
 * Goes on with a run: one that is paused here at once, any other after a dialog that says what was accepted, what nobody knows, and what
 * is left. Gives the account in a sentence once this window has nothing more to do for it.
 */
export async function resumeSending(services: Services, id: string): Promise<string | undefined> {
  refuseUntrusted();
  const own = services.runs.find(id)?.active;
  if (own !== undefined) {
    own.resume();
    return undefined;
  }
  const sending = await services.sending();
  const kept = await keptRun(services, id);
  const { source } = kept.plan;
  const connection = await connectionOf(services, kept);
  const { planner, mapping } = await findSource(services, kept.plan);
  if (planner === undefined)
    throw new UserError(
      say`${named(source.name)}, or its mapping, is not where it was when this run was planned. Put it back, then resume.`,
    );
  const held = new Held(planner);
  try {
    const resumption = await services.notices.progress(
      say`Preparing to resume ${named(source.name)}`,
      async (report, token) => {
        const stop = new AbortController();
        token.onCancellationRequested(() => {
          stop.abort();
        });
        const opened = await connection.open();
        held.keep(opened);
        const request = { run: id, planner, connection, opened, predicts: false };
        const onProgress = (what: string) => {
          report(relayed(what));
        };
        return sending.service.prepareResume(sending.context(), request, { signal: stop.signal, onProgress });
      },
    );
    const active = await confirmResumption(services, sending, resumption);
    if (active === undefined) return undefined;
    held.keepUntil(active.ended);
    const extract = sourceUri(source);
    const run = {
      extract,
      extractName: fileName(extract),
      mapping,
      target: connection.name,
      isReal: kept.plan.target.kind === 'tenant',
    };
    return await followSending(services, { ...services.runs.follow(active, run), active }, resumption.request.opened);
  } finally {
    held.close();
  }
}

/** Asks before anything is sent; `undefined` after a no, which leaves the run as it is. */
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

/** The batches of a run with what became of them. */
function batchesOf({ file, resumes }: Resumption): readonly ResumedBatch[] {
  return file.batches.map(({ number, operations }) => {
    const batch = resumes.state.batch(number);
    return { operations, state: batch.state, isLeft: !isOver(batch) };
  });
}

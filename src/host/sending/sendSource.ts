import type { Uri } from 'vscode';
import { describeWait } from '../../tenant/reading/describeWait';
import type { SendRequest } from '../../sending/preparation';
import { fileName } from '../extracts/extractFile';
import { hintAtGit } from '../git/hintAtGit';
import type { ReportProgress } from '../messages/notices';
import { named, relayed, say } from '../messages/say';
import type { Services } from '../services';
import { confirmPlan } from './confirmPlan';
import { Held } from './held';
import { followSending } from './followSending';
import type { SendSource } from './preparePlan';
import { preparePlan } from './preparePlan';
import { wordsOfPlanning } from './plannings';
import { refuseUntrusted } from './refuseUntrusted';

/**
 * The only way in which this window sends something for the first time: plan, page, dialog, journal. Returns the result as a sentence once
 * the run ends or is paused. Releases the planner.
 */
export async function sendSource(services: Services, source: SendSource): Promise<string> {
  const { planner, extract, mapping } = source;
  const held = new Held(planner);
  const { plannings } = services;
  try {
    refuseUntrusted();
    plannings.note(extract, 'Beginning');
    hintAtGit(services, extract);
    const sending = await services.sending();
    const { request, preparation } = await services.notices.progress(
      say`Planning ${named(fileName(extract))}`,
      async (tell, token) => {
        const stop = new AbortController();
        token.onCancellationRequested(() => {
          stop.abort();
        });
        const report: ReportProgress = (words) => {
          tell(words);
          plannings.note(extract, words);
        };
        const following = followShare(services, extract, tell);
        try {
          const opening = await openRequest(services, source, report);
          held.keep(opening.opened);
          return { request: opening, preparation: await preparePlan(sending, opening, source, report, stop.signal) };
        } finally {
          following.dispose();
        }
      },
    );
    plannings.end(extract);
    const active = await confirmPlan(services, sending, preparation, source);
    if (active === undefined) return 'Nothing was sent.';
    held.keepUntil(active.ended);
    const { connection, opened } = request;
    const isReal = connection.kind === 'tenant';
    const run = { extract, extractName: fileName(extract), mapping, target: connection.name, isReal };
    return await followSending(services, { ...services.runs.follow(active, run), active }, opened);
  } finally {
    plannings.end(extract);
    held.close();
  }
}

/** Reports the share of the extract that has been read for its plan. */
function followShare({ plannings }: Services, extract: Uri, tell: ReportProgress): { dispose(): void } {
  let told = 0;
  return plannings.onDidChange((uri) => {
    const planning = uri.toString() === extract.toString() ? plannings.of(uri) : undefined;
    if (planning?.share === undefined) return;
    const percent = planning.share * 100;
    tell(relayed(wordsOfPlanning(planning)), percent - told);
    told = percent;
  });
}

/** The connection in use, signed in. */
async function openRequest(services: Services, source: SendSource, report: ReportProgress): Promise<SendRequest> {
  const { planner, moment, records, onlyChanges } = source;
  const connection = await services.connections.settle();
  report(say`connecting to ${named(connection.name)}`);
  const opened = await connection.open({
    onWait: (wait) => {
      report(relayed(describeWait(wait)));
    },
  });
  return {
    planner,
    moment,
    connection,
    opened,
    predicts: connection.predict !== undefined,
    ...(records && { records }),
    ...(onlyChanges === true && { onlyChanges }),
  };
}

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
import { refuseUntrusted } from './refuseUntrusted';

/**
 * The only way by which this window sends something for the first time: plan, page, dialog, journal. Gives what
 * came of it in a sentence, once the run rests. Lets go of the planner.
 */
export async function sendSource(services: Services, source: SendSource): Promise<string> {
  const { planner, extract, mapping } = source;
  const held = new Held(planner);
  try {
    refuseUntrusted();
    hintAtGit(services, extract);
    const sending = await services.sending();
    const { request, preparation } = await services.notices.progress(
      say`Planning ${named(fileName(extract))}`,
      async (report, token) => {
        const stop = new AbortController();
        token.onCancellationRequested(() => {
          stop.abort();
        });
        const opening = await openRequest(services, source, report);
        held.keep(opening.opened);
        return { request: opening, preparation: await preparePlan(sending, opening, source, report, stop.signal) };
      },
    );
    const active = await confirmPlan(services, sending, preparation, source);
    if (active === undefined) return 'Nothing was sent.';
    held.keepUntil(active.ended);
    const { connection, opened } = request;
    const isReal = connection.kind === 'tenant';
    const run = { extract, extractName: fileName(extract), mapping, target: connection.name, isReal };
    return await followSending(services, { ...services.runs.follow(active, run), active }, opened);
  } finally {
    held.close();
  }
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

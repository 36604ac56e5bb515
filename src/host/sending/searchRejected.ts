import type { PrepareAnswer, Preparation } from '../../sending/preparation';
import { fileName } from '../extracts/extractFile';
import { named, relayed, say } from '../messages/say';
import { UserError } from '../messages/userError';
import type { Services } from '../services';
import { confirmPlan } from './confirmPlan';
import { findSource } from './source/findSource';
import { followSending } from './followSending';
import { Held } from './held';
import { connectionOf, keptRun } from './keptRun';
import { refuseUntrusted } from './refuseUntrusted';
import { sourceUri } from './source/sourceUri';

/**
 * Plans and sends halves of a request that a run had refused, until the records at fault are found: over the connection of that run, with
 * a page, a dialog and a journal of its own. Gives the account in a sentence.
 */
export async function searchRejected(services: Services, id: string): Promise<string> {
  refuseUntrusted();
  const sending = await services.sending();
  const kept = await keptRun(services, id);
  const { source } = kept.plan;
  const connection = await connectionOf(services, kept);
  const { planner, mapping } = await findSource(services, kept.plan);
  if (planner === undefined)
    throw new UserError(
      say`${named(source.name)}, or its mapping, is not where it was when this run was planned. Put it back first.`,
    );
  const held = new Held(planner);
  try {
    const preparation = await services.notices.progress(
      say`Planning the search in ${named(source.name)}`,
      async (report, token) => {
        const stop = new AbortController();
        token.onCancellationRequested(() => {
          stop.abort();
        });
        const opened = await connection.open();
        held.keep(opened);
        const request = { run: id, planner, connection, opened, predicts: connection.predict !== undefined };
        const onProgress = (what: string) => {
          report(relayed(what));
        };
        return prepared(
          await sending.service.prepareSearch(sending.context(), request, { signal: stop.signal, onProgress }),
        );
      },
    );
    const extract = sourceUri(source);
    const plan = { planner, extract, mapping, moment: preparation.request.moment };
    const active = await confirmPlan(services, sending, preparation, plan);
    if (active === undefined) return 'Nothing was sent.';
    held.keepUntil(active.ended);
    const isReal = kept.plan.target.kind === 'tenant';
    const run = { extract, extractName: fileName(extract), mapping, target: connection.name, isReal };
    const going = { ...services.runs.follow(active, run), active };
    return await followSending(services, going, preparation.request.opened);
  } finally {
    held.close();
  }
}

/** The same extract was planned before: only what changed since keeps it from being planned again. */
function prepared(answer: PrepareAnswer): Preparation {
  if (answer.kind === 'prepared') return answer;
  throw new UserError(say`What this run was made from cannot be read any more.`);
}

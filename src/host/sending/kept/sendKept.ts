import type { ActiveRun } from '../../../sending/activeRun';
import type { ResumeRequest } from '../../../sending/keptRuns';
import type { PreparingOptions } from '../../../sending/sendingService';
import { fileName } from '../../extracts/extractFile';
import type { Said } from '../../messages/say';
import { named, relayed, say } from '../../messages/say';
import { UserError } from '../../messages/userError';
import type { Services } from '../../services';
import { followSending } from '../followSending';
import { Held } from '../held';
import { connectionOf, keptRun } from './keptRun';
import type { Sending } from '../openSending';
import type { SendSource } from '../preparePlan';
import { refuseUntrusted } from '../refuseUntrusted';
import { findSource } from '../source/findSource';
import { sourceUri } from '../source/sourceUri';

/** The part of a stored run to send, and how it is confirmed. */
interface KeptSending<Prepared> {
  /** @param name the extract of the run */
  readonly title: (name: Said) => Said;
  readonly predicts: boolean;
  readonly prepare: (sending: Sending, request: ResumeRequest, options: PreparingOptions) => Promise<Prepared>;
  /** `undefined` after a no. */
  readonly confirm: (
    sending: Sending,
    prepared: Prepared,
    source: Pick<SendSource, 'planner' | 'extract' | 'mapping'>,
  ) => Promise<ActiveRun | undefined>;
}

/**
 * Sends a part of a stored run over its connection, from its source. Returns the result as a sentence once this window has finished with
 * it; `undefined` if nothing was sent.
 */
export async function sendKept<Prepared extends { readonly request: Pick<ResumeRequest, 'opened'> }>(
  services: Services,
  id: string,
  { title, predicts, prepare, confirm }: KeptSending<Prepared>,
): Promise<string | undefined> {
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
    const prepared = await services.notices.progress(title(named(source.name)), async (report, token) => {
      const stop = new AbortController();
      token.onCancellationRequested(() => {
        stop.abort();
      });
      const opened = await connection.open();
      held.keep(opened);
      const onProgress = (what: string) => {
        report(relayed(what));
      };
      const request = { run: id, planner, connection, opened, predicts: predicts && connection.predict !== undefined };
      return prepare(sending, request, { signal: stop.signal, onProgress });
    });
    const extract = sourceUri(source);
    const active = await confirm(sending, prepared, { planner, extract, mapping });
    if (active === undefined) return undefined;
    held.keepUntil(active.ended);
    const isReal = kept.plan.target.kind === 'tenant';
    const run = { extract, extractName: fileName(extract), mapping, target: connection.name, isReal };
    return await followSending(services, { ...services.runs.follow(active, run), active }, prepared.request.opened);
  } finally {
    held.close();
  }
}

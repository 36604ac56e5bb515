import type { Connection } from '../../../connections/connection';
import type { Target } from '../../../core/run/target';
import { jobKey } from '../../../core/run/target';
import type { RunStore } from '../../../runs/runStore';
import { hasReached, pastRuns } from '../../../sending/facts/pastRuns';
import { settleBaseline } from '../../../sending/facts/settleBaseline';
import type { SendingContext } from '../../../sending/sendingContext';
import { TenantError } from '../../../tenant/errors';
import type { Services } from '../../services';

/** What a job was last sent, or the reason why there is nothing to compare with, as a sentence. */
export type LastSent = { readonly path: string; readonly key: Uint8Array } | { readonly unusable: string };

/** Finds what was last sent over the connection in use. It never signs in: the runs of a tenant name its job. */
export async function lastSent(services: Services, signal: AbortSignal): Promise<LastSent> {
  const connection = await services.connections.settle();
  const { context } = await services.sending();
  const found = await targetOf(services, context(), connection, signal);
  if ('unusable' in found) return found;
  const { target } = found;
  const { store } = context();
  const past = await pastRuns(context(), target);
  if (!past.some((run) => hasReached(run))) return nothingSent(connection);
  const unsettled = await settleBaseline(store, target, past);
  if (unsettled !== undefined) return { unusable: notKnown(connection, unsettled) };
  return { path: store.baselinePath(jobKey(target)), key: await store.key() };
}

/** @param reason a clause */
export function notKnown({ name }: Pick<Connection, 'name'>, reason: string): string {
  return `What was last sent over ${name} is not known: ${reason}.`;
}

async function targetOf(
  { connections, sandbox }: Services,
  { store }: SendingContext,
  connection: Connection,
  signal: AbortSignal,
): Promise<{ readonly target: Target } | { readonly unusable: string }> {
  if (connection.kind !== 'sandbox') {
    const target = await targetOfRuns(store, connection);
    return target === undefined ? nothingSent(connection) : { target };
  }
  if (connection === connections.all[0] && sandbox.running === undefined)
    return { unusable: 'The sandbox has not been started, so nothing was sent to it yet.' };
  try {
    const opened = await connection.open();
    try {
      return { target: await opened.target(signal) };
    } finally {
      await opened.close();
    }
  } catch (error) {
    if (!(error instanceof TenantError)) throw error;
    return { unusable: `${error.message} ${error.remedy}`.trim() };
  }
}

/** The job that the newest run over a connection was for, if the connection still leads to it. */
async function targetOfRuns(store: RunStore, { id, name, endpoint = '' }: Connection): Promise<Target | undefined> {
  const address = endpoint.toLowerCase();
  for (const { plan } of await store.list()) {
    if (plan === undefined) continue;
    const { connection, target } = plan;
    const isOver = id === undefined || connection.id === undefined ? connection.name === name : connection.id === id;
    const leadsTo = [target.servicePrincipalId, target.jobId].every((part) => address.includes(part.toLowerCase()));
    if (isOver && leadsTo) return target;
  }
  return undefined;
}

function nothingSent({ name }: Connection): { readonly unusable: string } {
  return { unusable: `Nothing was sent over ${name} yet, so there is nothing to compare with.` };
}

import { TenantError } from '../../tenant/errors';
import type { JobState } from '../../tenant/parseJob';
import type { Tenant } from '../../tenant/tenant';
import type { Connection } from '../connection';
import { stateOfFailure, stateOfJob } from './connectionState';
import type { ConnectionStates } from './connectionStates';
import { stateKey } from './connectionStates';

/** A connection that notes a refused sign-in or call in its state, and passes the error on. */
export function observedConnection(connection: Connection, states: ConnectionStates, now: () => number): Connection {
  const key = stateKey(connection);
  const note = (error: unknown): void => {
    const state = error instanceof TenantError ? stateOfFailure(error) : undefined;
    if (state !== undefined) states.noteUse(key, state, now());
  };
  const noteJob = ({ code, schedule, quarantine }: JobState): void => {
    const state = stateOfJob({ code, schedule, isQuarantined: quarantine !== undefined });
    if (state !== undefined) states.noteUse(key, state, now());
  };
  const watched = async <T>(use: Promise<T>): Promise<T> => {
    try {
      return await use;
    } catch (error) {
      note(error);
      throw error;
    }
  };
  const predict = connection.predict?.bind(connection);
  return {
    ...connection,
    ...(predict && { predict: (...asked: Parameters<typeof predict>) => watched(predict(...asked)) }),
    async open(...options) {
      const opened = await watched(connection.open(...options));
      // Signing in works again; anything else is unknown
      if (states.get(key)?.state === 'sign-in-needed') states.forget(key);
      return { ...opened, tenant: observedTenant(opened.tenant, { watched, note, noteJob }) };
    },
  };
}

interface Notes {
  readonly watched: <T>(use: Promise<T>) => Promise<T>;
  readonly note: (error: unknown) => void;
  readonly noteJob: (job: JobState) => void;
}

function observedTenant(tenant: Tenant, { watched, note, noteJob }: Notes): Tenant {
  return {
    ...tenant,
    async readJob(...asked) {
      const job = await watched(tenant.readJob(...asked));
      noteJob(job);
      return job;
    },
    readSchema: (...asked) => watched(tenant.readSchema(...asked)),
    readLog: (...asked) => observedPages(tenant.readLog(...asked), note),
    readUsers: (...asked) => observedPages(tenant.readUsers(...asked), note),
  };
}

async function* observedPages<Page>(pages: AsyncIterable<Page>, note: (error: unknown) => void): AsyncGenerator<Page> {
  try {
    yield* pages;
  } catch (error) {
    note(error);
    throw error;
  }
}

import type { Connection } from '../../connections/connection';
import { stateOfJob } from '../../connections/state/connectionState';
import { stateKey } from '../../connections/state/connectionStates';
import type { LocalSandbox } from '../../connections/localSandbox';
import type { ShownConnection, ShownSandbox } from '../../views/connectionTree';
import type { Services } from '../services';

type Known = Pick<Services, 'connections' | 'connectionStates' | 'sandbox'>;

/** Every connection of the window with its row's content, the sandbox first. */
export function shownConnections(services: Known): readonly ShownConnection[] {
  return services.connections.all.map((connection) => shownConnection(connection, services));
}

/** A connection with what is known about it. */
function shownConnection(connection: Connection, { connections, connectionStates, sandbox }: Known): ShownConnection {
  const { id, name, kind, file } = connection;
  const isActive = connections.active.name === name;
  const known = connectionStates.get(stateKey(connection));
  const shown = { ...(id !== undefined && { id }), name, kind, isActive, known, ...(file !== undefined && { file }) };
  return kind === 'sandbox' ? { ...shown, sandbox: shownSandbox(sandbox) } : shown;
}

function shownSandbox({ running, job, trouble }: LocalSandbox): ShownSandbox {
  return {
    isRunning: running !== undefined,
    address: running?.graph,
    state: (job && stateOfJob({ ...job, isQuarantined: job.quarantine !== undefined })) ?? 'ready',
    scenario: trouble?.title,
    jobId: job?.id,
  };
}

import type { CancellationToken } from 'vscode';
import { CancellationError } from 'vscode';
import type { Connection } from '../../../connections/connection';
import { stateOfChecks } from '../../../connections/state/connectionState';
import { stateKey } from '../../../connections/state/connectionStates';
import { examineConnection } from '../../../doctor/examineConnection';
import type { DoctorReport } from '../../../doctor/report';
import type { ConnectionStore } from '../../connections/connectionStore';
import { doctorEffects } from '../../connections/doctorEffects';
import { commandIds } from '../../contributions';
import { connectionPage } from '../../documents/pages/connectionPages';
import type { ReportProgress } from '../../messages/notices';
import { named, relayed, say } from '../../messages/say';
import { refuseUntrusted } from '../../sending/refuseUntrusted';
import { defineCommand } from '../command';
import { chooseConnection, connectionArgument } from './connectionArgument';

/**
 * Checks a connection from end to end and shows the results as a page. Sends nothing. An argument is its name, or its row in the tree.
 * Returns whether it is ready for sending.
 */
export const checkConnection = defineCommand(commandIds.checkConnection, async (services, args) => {
  refuseUntrusted();
  const { connections, connectionStates, connectionPages, connectionStore, notices, titles } = services;
  const connection =
    (await connectionArgument(services, args)) ??
    onlyOne(connections.all) ??
    (await chooseConnection(services, connections.all, titles.of(commandIds.checkConnection)));
  const store = await connectionStore();
  const report = await notices.progress(say`Checking ${named(connection.name)}`, (progress, token) =>
    examine(connection, store, progress, token),
  );
  const { checks, checkedAt, job, ready } = report;
  connectionStates.noteCheck(stateKey(connection), { state: stateOfChecks(checks, job), at: checkedAt, checks });
  await connectionPages.show(connectionPage(stateKey(connection), connection.name), report);
  return ready;
});

function onlyOne([first, ...others]: readonly Connection[]): Connection | undefined {
  return others.length === 0 ? first : undefined;
}

/** Throws {@link CancellationError} when the user has enough of waiting. */
async function examine(
  connection: Connection,
  store: ConnectionStore,
  progress: ReportProgress,
  token: CancellationToken,
): Promise<DoctorReport> {
  const stop = new AbortController();
  token.onCancellationRequested(() => {
    stop.abort();
  });
  try {
    return await examineConnection(connection, doctorEffects(store, connection, stop.signal), ({ title }) => {
      progress(relayed(title));
    });
  } catch (error) {
    if (stop.signal.aborted) throw new CancellationError();
    throw error;
  }
}

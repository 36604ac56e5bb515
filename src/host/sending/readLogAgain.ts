import { commands } from 'vscode';
import { summariseAccount } from '../../core/run/account/describeAccount';
import type { ActiveRun } from '../../sending/activeRun';
import { viewIds } from '../contributions';
import { named, relayed, say } from '../messages/say';
import type { Services } from '../services';
import { connectionOf, keptRun } from './kept/keptRun';
import { findSource } from './source/findSource';
import { refuseUntrusted } from './refuseUntrusted';
import { sourceUri } from './source/sourceUri';

/** Reads the log of a run again. Nothing is sent. Returns the result as a sentence once the log is complete, or has nothing more. */
export async function readLogAgain(services: Services, id: string): Promise<string> {
  refuseUntrusted();
  const { source } = (await keptRun(services, id)).plan;
  const active = await beginReading(services, id);
  await active.ended;
  const words = summariseAccount(active.run.account);
  if (!services.runsView.isVisible) {
    const show = { title: 'Show Results', run: () => commands.executeCommand(`${viewIds.runs}.focus`) };
    void services.notices.inform(say`${named(source.name)}: ${relayed(words)}.`, show);
  }
  return words;
}

/** Starts to read the log of a run in the background. */
export async function beginReading(services: Services, id: string): Promise<ActiveRun> {
  const { service, context } = await services.sending();
  const kept = await keptRun(services, id);
  const connection = await connectionOf(services, kept);
  const opened = await connection.open();
  const { planner, mapping } = await findSource(services, kept.plan);
  const close = async (): Promise<void> => {
    await opened.close();
    await planner?.close();
  };
  try {
    const active = await service.verifyRun(context(), { run: id, opened, ...(planner && { planner }) });
    const { source, target } = kept.plan;
    services.runs.follow(active, {
      extract: sourceUri(source),
      extractName: source.name,
      mapping,
      target: connection.name,
      isReal: target.kind === 'tenant',
    });
    void active.ended.finally(() => void close());
    return active;
  } catch (error) {
    await close();
    throw error;
  }
}

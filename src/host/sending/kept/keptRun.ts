import type { Connection } from '../../../connections/connection';
import type { KeptRun } from '../../../runs/runStore';
import { named, relayed, say } from '../../messages/say';
import { UserError } from '../../messages/userError';
import type { Services } from '../../services';

/** A stored run whose plan can be read. */
export async function keptRun(services: Pick<Services, 'sending'>, id: string): Promise<KeptRun> {
  const kept = await (await services.sending()).store.find(id);
  if (kept === undefined) throw new UserError(say`This run is no longer kept on this machine.`);
  if (kept.plan === undefined) throw new UserError(say`${relayed(kept.fault.message)} ${relayed(kept.fault.remedy)}`);
  return kept;
}

/** The connection of a run, even if another one is in use now. */
export async function connectionOf(
  { connections }: Pick<Services, 'connections'>,
  { plan }: Pick<KeptRun, 'plan'>,
): Promise<Connection> {
  await connections.settle();
  const { id, name } = plan.connection;
  const found = connections.all.find((one) => (id === undefined ? one.name === name : one.id === id));
  if (found !== undefined) return found;
  throw new UserError(
    say`The connection ${named(name)}, over which this run goes, does not exist. Add it again, or resume the run with the command line.`,
  );
}

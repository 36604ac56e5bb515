import type { KeptRun } from '../../runs/runStore';
import { UsageError } from '../command';
import type { Connected } from '../openConnection';
import { connect } from '../openConnection';
import type { RunCall } from './runCall';
import { isKnownByName } from './showRun';

/** The connection of a run, opened. Throws `UsageError` where the call has to name it. */
export function keptConnection(kept: KeptRun, { id, invocation, say }: RunCall): Promise<Connected> {
  const { connection, target } = kept.plan;
  const given = invocation.option('connection');
  if (given === undefined && !isKnownByName(kept))
    throw new UsageError(`The run ${id} was sent to "${connection.name}". Name its connection file with --connection.`);
  const name = given ?? (target.kind === 'sandbox' ? 'sandbox' : connection.name);
  return connect(name, invocation.terminal, say, { mayStart: false });
}

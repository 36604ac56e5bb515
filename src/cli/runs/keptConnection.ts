import type { KeptRun } from '../../runs/runStore';
import { UsageError } from '../command';
import { connectingCommand } from '../sending/nextCommands';
import type { Connected } from '../openConnection';
import { connect } from '../openConnection';
import type { RunCall } from './runCall';
import { isKnownByName } from './showRun';

/** Opens the connection of a run. Throws `UsageError` if the command must name it. */
export function keptConnection(kept: KeptRun, { command, id, invocation, say }: RunCall): Promise<Connected> {
  const { connection, target } = kept.plan;
  const given = invocation.option('connection');
  if (given === undefined && !isKnownByName(kept))
    throw new UsageError(
      `The run ${id} was sent to "${connection.name}", which is not among your connections. Name its connection file: ${connectingCommand(command, invocation)}`,
    );
  const name = given ?? (target.kind === 'sandbox' ? 'sandbox' : connection.name);
  return connect(name, invocation.terminal, say, { mayStart: false });
}

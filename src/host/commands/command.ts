import type { CommandId } from '../contributions';
import type { Services } from '../services';

/** A command, whose title is in the manifest. Its arguments come from anywhere and are checked at the door. */
export interface Command {
  readonly id: CommandId;
  readonly run: (services: Services, args: readonly unknown[]) => Promise<unknown>;
}

export function defineCommand(id: CommandId, run: Command['run']): Command {
  return { id, run };
}

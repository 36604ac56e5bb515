import type { CommandId } from '../contributions';
import type { Services } from '../services';

/** A command: its arguments come from anywhere and are checked at the door. */
export interface Command {
  readonly id: CommandId;
  /** As it is called when it fails. */
  readonly title: string;
  readonly run: (services: Services, args: readonly unknown[]) => Promise<unknown>;
}

export function defineCommand(id: CommandId, title: string, run: Command['run']): Command {
  return { id, title, run };
}

import type { CommandId } from '../contributions';
import type { Services } from '../services';

/** A command, whose title is in the manifest. Its arguments may come from anywhere, so they are checked first. */
export interface CommandDefinition<Id extends CommandId = CommandId> {
  readonly id: Id;
  readonly run: (services: Services, args: readonly unknown[]) => Promise<unknown>;
}

export function defineCommand<Id extends CommandId>(id: Id, run: CommandDefinition['run']): CommandDefinition<Id> {
  return { id, run };
}

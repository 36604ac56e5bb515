import { env } from 'vscode';
import { commandIds } from '../../contributions';
import { say } from '../../messages/say';
import { UserError } from '../../messages/userError';
import { defineCommand } from '../command';
import { personOf, rowOf } from '../treeArgument';

/** Copies the id of a row: of a log entry, of a person, or of the run, as the command line takes it. */
export const copyId = defineCommand(commandIds.copyId, async (_services, args) => {
  const row = rowOf(args);
  const id = row?.kind === 'entry' ? row.entry.id : (personOf(args)?.person.externalId ?? runOf(row));
  if (id === undefined)
    throw new UserError(say`Choose a run, a person or a log entry in "Inbound Provisioning: Runs".`);
  await env.clipboard.writeText(id);
});

function runOf(row: ReturnType<typeof rowOf>): string | undefined {
  return row !== undefined && 'run' in row && !('person' in row) ? row.run.id : undefined;
}

import type { Uri } from 'vscode';
import { say } from '../../messages/say';
import { UserError } from '../../messages/userError';
import { operationAgain } from '../../sending/operationAgain';
import type { Services } from '../../services';
import { personOf } from '../treeArgument';

/** The document with the operation of the person in a row. */
export async function operationUri(
  services: Services,
  args: readonly unknown[],
): Promise<{ readonly uri: Uri; readonly name: string }> {
  const row = personOf(args);
  if (row?.person.fate.kind !== 'operation')
    throw new UserError(say`Choose a person who was sent in "Inbound Provisioning: Runs".`);
  const { run, person } = row;
  const { record, externalId, displayName, line } = person;
  const request = await operationAgain(services, run.id, record);
  const id = externalId ?? `line ${line}`;
  return { uri: services.operations.keep(run.id, record, id, request), name: displayName ?? id };
}

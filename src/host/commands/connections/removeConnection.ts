import { CancellationError } from 'vscode';
import { commandIds } from '../../contributions';
import { named, say } from '../../messages/say';
import { defineCommand } from '../command';
import { userConnectionArgument } from './connectionArgument';

/** Removes a connection, if the user confirms it. An argument is its name, or its row in the tree. */
export const removeConnection = defineCommand(commandIds.removeConnection, async (services, args) => {
  const title = services.titles.of(commandIds.removeConnection);
  const connection = await userConnectionArgument(services, args, title);
  const name = named(connection.name);
  const detail = say`Its secret is removed from this editor, too. Nothing changes in the tenant. To keep a copy without its secret, export it first.`;
  if (!(await services.notices.confirm(say`Remove the connection ${name}?`, 'Remove', detail)))
    throw new CancellationError();
  const { isRemoved, isSecretGone } = await (await services.connectionStore()).remove(connection);
  const words = isRemoved ? say`Removed ${name}.` : say`${name} had been removed already.`;
  if (isSecretGone) void services.notices.inform(words);
  else void services.notices.warn(say`${words} ${SECRET_KEPT}`);
});

const SECRET_KEPT = say`The editor’s secret storage did not remove its secret. Delete the secret in the tenant if it must not be used any more.`;

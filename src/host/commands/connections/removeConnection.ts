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
  const detail = say`Nothing changes in the tenant. To keep a copy without its secret, export it first.`;
  if (!(await services.notices.confirm(say`Remove the connection ${name}?`, 'Remove', detail)))
    throw new CancellationError();
  const isRemoved = await (await services.connectionStore()).remove(connection);
  void services.notices.inform(isRemoved ? say`Removed ${name}.` : say`${name} had been removed already.`);
});

import { commandIds } from '../../contributions';
import { defineCommand } from '../command';
import { askForName } from './askForName';
import { userConnectionArgument } from './connectionArgument';
import { replaceConnection } from './replaceConnection';

/** Renames a connection; everything else stays the same, including its secret. An argument is its name, or its row in the tree. */
export const renameConnection = defineCommand(commandIds.renameConnection, async (services, args) => {
  const title = services.titles.of(commandIds.renameConnection);
  const connection = await userConnectionArgument(services, args, title);
  const { name: except } = connection;
  const name = await askForName(services, { title: `${title}: ${except}`, value: except, except });
  await replaceConnection(services, connection, { ...connection.file, name });
  return name;
});

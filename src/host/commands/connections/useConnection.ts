import { commandIds } from '../../contributions';
import { defineCommand } from '../command';
import { chooseConnection, connectionArgument } from './connectionArgument';

/** Uses another connection from now on. An argument is its name, or its row in the tree. */
export const useConnection = defineCommand(commandIds.useConnection, async (services, args) => {
  const { connections, titles } = services;
  const given = await connectionArgument(services, args);
  const { name } = given ?? (await chooseConnection(services, connections.all, titles.of(commandIds.useConnection)));
  connections.use(name);
  return name;
});

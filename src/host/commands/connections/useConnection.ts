import { commandAction } from '../../messages/commandAction';
import { commandIds } from '../../contributions';
import { choose } from '../../messages/questions';
import type { Services } from '../../services';
import { defineCommand } from '../command';
import { connectionArgument, connectionChoices } from './connectionArgument';

/** Uses another connection from now on, or adds one. An argument is its name, or its row in the tree. Returns the name of the one in use. */
export const useConnection = defineCommand(commandIds.useConnection, async (services, args) => {
  const given = await connectionArgument(services, args);
  return given === undefined ? chooseOrAdd(services) : use(services, given.name);
});

/** With the sandbox alone there is nothing to switch to: adding a connection is one of the choices. */
async function chooseOrAdd(services: Services): Promise<unknown> {
  const { connections, titles } = services;
  const add = commandAction(titles, commandIds.addConnection);
  const choices = [
    ...connectionChoices(services, connections.all),
    { label: add.title, icon: 'add', alwaysShow: true, connection: undefined },
  ];
  const title = titles.of(commandIds.useConnection);
  const { connection } = await choose(choices, { title, placeHolder: 'Which connection?', matchOnDetail: true });
  return connection === undefined ? add.run() : use(services, connection.name);
}

function use({ connections }: Services, name: string): string {
  connections.use(name);
  return name;
}

import { commandIds } from '../../contributions';
import { named, say } from '../../messages/say';
import { UserError } from '../../messages/userError';
import { defineCommand } from '../command';
import { askForName, freeName } from './askForName';
import { userConnectionArgument } from './connectionArgument';

/** Makes a connection like another, under a name of its own. An argument is the other's name, or its row in the tree. */
export const duplicateConnection = defineCommand(commandIds.duplicateConnection, async (services, args) => {
  const title = services.titles.of(commandIds.duplicateConnection);
  const { file, name: like } = await userConnectionArgument(services, args, title);
  const value = freeName(services, `${like.slice(0, 90)} copy`);
  const name = await askForName(services, { title: `${title}: ${like}`, value });
  const added = await (await services.connectionStore()).add({ ...file, name });
  if (added === undefined) throw new UserError(say`Another connection is called ${named(name)}. Choose another name.`);
  return name;
});

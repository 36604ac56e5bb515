import { commandIds } from '../../contributions';
import { named, say } from '../../messages/say';
import { refuseUntrusted } from '../../runs/sendPlan';
import { defineCommand } from '../command';
import { userConnectionArgument } from './connectionArgument';

/** Signs in over a connection, and says whether that works. An argument is its name, or its row in the tree. */
export const checkConnection = defineCommand(commandIds.checkConnection, async (services, args) => {
  refuseUntrusted();
  const connection = await userConnectionArgument(services, args, services.titles.of(commandIds.checkConnection));
  const name = named(connection.name);
  const opened = await services.notices.busy(say`Signing in to ${name}`, () => connection.open());
  await opened.close();
  void services.notices.inform(say`Signed in to ${name}.`);
});

import type { Connection } from '../../../connections/connection';
import { secretOf } from '../../../connections/file/secretOf';
import { commandIds } from '../../contributions';
import { named, say } from '../../messages/say';
import { UserError } from '../../messages/userError';
import type { Services } from '../../services';
import { defineCommand } from '../command';
import { askForName, freeName } from './askForName';
import type { TenantConnection } from './connectionArgument';
import { userConnectionArgument } from './connectionArgument';
import { keepSecret } from './keepSecret';

/** Copies a connection with its secret, under a new name. An argument is the original's name, or its row in the tree. */
export const duplicateConnection = defineCommand(commandIds.duplicateConnection, async (services, args) => {
  const title = services.titles.of(commandIds.duplicateConnection);
  const connection = await userConnectionArgument(services, args, title);
  const { file, name: like } = connection;
  const value = freeName(services, `${like.slice(0, 90)} copy`);
  const name = await askForName(services, { title: `${title}: ${like}`, value });
  const added = await (await services.connectionStore()).add({ ...file, name });
  if (added === undefined) throw new UserError(say`Another connection is called ${named(name)}. Choose another name.`);
  await copySecret(services, connection, added);
  return name;
});

/** Both sign in to the same tenant as the same application. */
async function copySecret(services: Services, from: TenantConnection, to: Connection): Promise<void> {
  const purpose = secretOf(from.file.signIn);
  if (purpose === undefined) return;
  const found = await (await services.connectionStore()).secrets.find(from, purpose);
  if ('value' in found) await keepSecret(services, to, { purpose, value: found.value });
}

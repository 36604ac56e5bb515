import type { TenantConnectionFile } from '../../../connections/tenantFile';
import { named, say } from '../../messages/say';
import { UserError } from '../../messages/userError';
import type { Services } from '../../services';
import type { TenantConnection } from './connectionArgument';

/** Replaces a connection by its new version. Throws {@link UserError} when another window has changed it meanwhile. */
export async function replaceConnection(
  services: Services,
  connection: TenantConnection,
  after: TenantConnectionFile,
): Promise<void> {
  const name = named(connection.name);
  switch (await (await services.connectionStore()).replace(connection, after)) {
    case 'replaced':
      return;
    case 'gone':
      throw new UserError(say`${name} has been removed meanwhile, so it was not changed.`);
    case 'changed':
      throw new UserError(say`${name} was changed in another window meanwhile, so it was left as it is. Try again.`);
    case 'name-taken':
      throw new UserError(say`Another connection is called ${named(after.name)}. Choose another name.`);
  }
}

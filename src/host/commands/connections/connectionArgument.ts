import type { Connection } from '../../../connections/connection';
import type { TenantConnectionFile } from '../../../connections/tenantFile';
import { member, stringMember } from '../../../core/json/jsonValue';
import { clouds } from '../../../tenant/clouds';
import { choose } from '../../messages/questions';
import { say } from '../../messages/say';
import { UserError } from '../../messages/userError';
import type { Services } from '../../services';
import { isShownRow } from '../../views/shownRows';

/** One of the user's connections. */
export type TenantConnection = Connection & { readonly file: TenantConnectionFile };

/**
 * The connection in a command's argument, by its name or its row in the tree; `undefined` without an argument. Throws {@link UserError}
 * for a name that no connection has.
 */
export async function connectionArgument(
  services: Services,
  [argument]: readonly unknown[],
): Promise<Connection | undefined> {
  await services.connectionStore();
  const name = isShownRow(argument) ? stringMember(member(argument, 'connection'), 'name') : argument;
  if (typeof name !== 'string') return undefined;
  const found = services.connections.find(name);
  if (found === undefined) throw new UserError(say`There is no connection of that name.`);
  return found;
}

/** The same among the user's own connections; asks if there is no argument. */
export async function userConnectionArgument(
  services: Services,
  args: readonly unknown[],
  title: string,
): Promise<TenantConnection> {
  const given = await connectionArgument(services, args);
  if (given !== undefined && !isOfTenant(given))
    throw new UserError(say`The sandbox is always there as it is. This command is for connections to a tenant.`);
  if (given !== undefined) return given;
  const own = services.connections.all.filter(isOfTenant);
  if (own.length === 0) throw new UserError(say`There are no connections to a tenant yet.`);
  return chooseConnection(services, own, title);
}

/** Asks for one of several connections. */
export async function chooseConnection<Chosen extends Connection>(
  services: Services,
  connections: readonly Chosen[],
  title: string,
): Promise<Chosen> {
  const choices = connectionChoices(services, connections);
  return (await choose(choices, { title, placeHolder: 'Which connection?', matchOnDetail: true })).connection;
}

/** Connections as items of a list, with what tells one from another. */
export function connectionChoices<Chosen extends Connection>(
  { connections: { active } }: Services,
  all: readonly Chosen[],
) {
  return all.map((connection) => ({
    label: connection.name,
    icon: connection.file === undefined ? 'beaker' : 'organization',
    description: [connection === active ? 'in use' : '', connection.file?.production === true ? 'production' : '']
      .filter((word) => word !== '')
      .join(', '),
    detail: detailOf(connection),
    connection,
  }));
}

function detailOf({ file }: Connection): string {
  return file === undefined
    ? 'A tenant that lives on this machine'
    : `${clouds[file.cloud].title}, ${file.tenantId}, ${file.jobId}`;
}

function isOfTenant(connection: Connection): connection is TenantConnection {
  return connection.file !== undefined;
}

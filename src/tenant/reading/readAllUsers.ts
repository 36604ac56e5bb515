import type { DirectoryUser } from '../../core/provisioning/directory/directory';
import type { Tenant } from '../tenant';

/** The progress of reading a list of users. */
export interface UsersRead {
  readonly pages: number;
  readonly users: number;
}

/**
 * Reads all users of a tenant with these properties of Graph. A user who changes during the read may be on two pages;
 * the later one wins.
 */
export async function readAllUsers(
  tenant: Tenant,
  properties: readonly string[],
  { signal, onPage }: { readonly signal?: AbortSignal; readonly onPage?: (read: UsersRead) => unknown } = {},
): Promise<readonly DirectoryUser[]> {
  const all = new Map<string, DirectoryUser>();
  let pages = 0;
  for await (const { users } of tenant.readUsers(properties, signal)) {
    for (const user of users) all.set(user.id, user);
    pages += 1;
    await onPage?.({ pages, users: all.size });
  }
  return [...all.values()];
}

/**
 * An account of the directory. `values` are by target attribute name, as the log writes them: `accountEnabled` is `True`
 * or `False`, `manager` the manager's id. An attribute without a value is not there.
 */
export interface DirectoryUser {
  readonly id: string;
  readonly values: ReadonlyMap<string, string>;
}

/** The accounts of a tenant. Whoever made it owns it; what changes it is `put` and `remove`. */
export interface Directory {
  readonly size: number;
  users(): Iterable<DirectoryUser>;
  user(id: string): DirectoryUser | undefined;
  /** Accounts with exactly this employeeId. The directory does not keep the value unique. */
  withEmployeeId(employeeId: string): readonly DirectoryUser[];
  /** The account with this sign-in name, in whatever case. */
  withUserPrincipalName(userPrincipalName: string): DirectoryUser | undefined;
  /** Adds the account, or replaces the one with the same id. */
  put(user: DirectoryUser): void;
  remove(id: string): void;
  /** A directory with the same accounts that goes its own way: for trying out what would happen. */
  copy(): Directory;
}

export function createDirectory(users: Iterable<DirectoryUser> = []): Directory {
  const byId = new Map<string, DirectoryUser>();
  const byEmployeeId = new Map<string, Set<string>>();
  const byUserPrincipalName = new Map<string, string>();

  const remove = (id: string): void => {
    const user = byId.get(id);
    if (user === undefined) return;
    byId.delete(id);
    byEmployeeId.get(user.values.get('employeeId') ?? '')?.delete(id);
    byUserPrincipalName.delete(signInKey(user));
  };
  const put = (user: DirectoryUser): void => {
    remove(user.id);
    byId.set(user.id, user);
    const employeeId = user.values.get('employeeId') ?? '';
    byEmployeeId.set(employeeId, (byEmployeeId.get(employeeId) ?? new Set<string>()).add(user.id));
    byUserPrincipalName.set(signInKey(user), user.id);
  };
  for (const user of users) put(user);

  return {
    get size() {
      return byId.size;
    },
    users: () => byId.values(),
    user: (id) => byId.get(id),
    withEmployeeId: (employeeId) =>
      [...(byEmployeeId.get(employeeId) ?? [])].map((id) => byId.get(id)).filter((user) => user !== undefined),
    withUserPrincipalName: (name) => byId.get(byUserPrincipalName.get(name.toLowerCase()) ?? ''),
    put,
    remove,
    copy: () => createDirectory(byId.values()),
  };
}

function signInKey(user: DirectoryUser): string {
  return user.values.get('userPrincipalName')?.toLowerCase() ?? '';
}

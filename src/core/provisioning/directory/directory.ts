import { LayeredMap } from './layeredMap';
import type { TargetValues } from './targetValue';
import { foldText, indexKeys } from './targetValue';

/** An account of the directory. */
export interface DirectoryUser {
  readonly id: string;
  readonly values: TargetValues;
}

/**
 * The accounts of a tenant, or of a domain of Active Directory. Its creator owns it; only `put` and `remove` change it.
 */
export interface Directory {
  readonly size: number;
  users(): Iterable<DirectoryUser>;
  user(id: string): DirectoryUser | undefined;
  /**
   * Accounts with this value, ignoring case; for a list, any of its elements. The first query for an attribute builds
   * its index.
   */
  withValue(attribute: string, text: string): readonly DirectoryUser[];
  /** The account with this sign-in name, ignoring case. */
  withUserPrincipalName(userPrincipalName: string): DirectoryUser | undefined;
  /** Adds the account, or replaces the one with the same id. */
  put(user: DirectoryUser): void;
  remove(id: string): void;
  /**
   * A copy of the directory for a trial run; changes to the copy do not affect the original. The original must not
   * change while the copy is in use.
   */
  overlay(): Directory;
}

export function createDirectory(users: Iterable<DirectoryUser> = []): Directory {
  const directory = new IndexedDirectory();
  for (const user of users) directory.put(user);
  return directory;
}

type Index = LayeredMap<readonly string[]>;

class IndexedDirectory implements Directory {
  readonly #below: IndexedDirectory | undefined;
  readonly #users: LayeredMap<DirectoryUser>;
  /** By attribute: from a value's key to the ids of the accounts that have it. */
  readonly #indexes = new Map<string, Index>();

  constructor(below?: IndexedDirectory) {
    this.#below = below;
    this.#users = new LayeredMap(below === undefined ? undefined : below.#users);
  }

  get size(): number {
    return this.#users.size;
  }

  *users(): Generator<DirectoryUser> {
    for (const [, user] of this.#users.entries()) yield user;
  }

  user(id: string): DirectoryUser | undefined {
    return this.#users.get(id);
  }

  withValue(attribute: string, text: string): readonly DirectoryUser[] {
    const ids = this.#index(attribute).get(foldText(text)) ?? [];
    return ids.flatMap((id) => this.#users.get(id) ?? []);
  }

  withUserPrincipalName(userPrincipalName: string): DirectoryUser | undefined {
    return this.withValue('userPrincipalName', userPrincipalName)[0];
  }

  put(user: DirectoryUser): void {
    const before = this.#users.get(user.id);
    this.#users.set(user.id, user);
    for (const [attribute, index] of this.#indexes) reindex(index, attribute, before, user);
  }

  remove(id: string): void {
    const before = this.#users.get(id);
    if (before === undefined) return;
    this.#users.delete(id);
    for (const [attribute, index] of this.#indexes) reindex(index, attribute, before, undefined);
  }

  overlay(): Directory {
    return new IndexedDirectory(this);
  }

  #index(attribute: string): Index {
    const known = this.#indexes.get(attribute);
    if (known !== undefined) return known;
    const index: Index = new LayeredMap(this.#below === undefined ? undefined : this.#below.#index(attribute));
    this.#indexes.set(attribute, index);
    for (const [id, user] of this.#users.changes()) reindex(index, attribute, this.#below?.user(id), user);
    return index;
  }
}

function reindex(
  index: Index,
  attribute: string,
  before: DirectoryUser | undefined,
  after: DirectoryUser | undefined,
): void {
  const [old, now] = [before?.values.get(attribute), after?.values.get(attribute)];
  if (before?.id === after?.id && old === now) return;
  if (before !== undefined && old !== undefined) {
    for (const key of indexKeys(old)) {
      const rest = (index.get(key) ?? []).filter((id) => id !== before.id);
      if (rest.length === 0) index.delete(key);
      else index.set(key, rest);
    }
  }
  if (after !== undefined && now !== undefined) {
    for (const key of indexKeys(now)) index.set(key, [...(index.get(key) ?? []), after.id]);
  }
}

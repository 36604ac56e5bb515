import type { Directory, DirectoryUser } from '../core/provisioning/directory/directory';
import { targetTextOf } from '../core/provisioning/directory/targetValue';

/** The accounts of a directory, sorted by name on demand. */
export interface NameOrder {
  page(from: number, count: number): readonly DirectoryUser[];
  /** The directory may have changed. */
  renew(): void;
}

interface Named {
  readonly user: DirectoryUser;
  readonly name: string;
}

export function createNameOrder(directory: Directory): NameOrder {
  let order: readonly Named[] = [];
  let isCurrent = false;
  return {
    page(from, count) {
      if (!isCurrent) order = renewed(order, directory);
      isCurrent = true;
      return order.slice(from, from + count).map(({ user }) => user);
    },
    renew: () => (isCurrent = false),
  };
}

let names: Intl.Collator | undefined;

function compare(a: Named, b: Named): number {
  // Made with the first list: it takes milliseconds, and most calls of the command line list nobody
  names ??= new Intl.Collator('en');
  return names.compare(a.name, b.name);
}

/** Comparing names is expensive, so only new and changed accounts are sorted in. */
function renewed(before: readonly Named[], directory: Directory): readonly Named[] {
  const kept = before.filter(({ user }) => directory.user(user.id) === user);
  const known = new Set(kept.map(({ user }) => user));
  const fresh = Array.from(directory.users())
    .filter((user) => !known.has(user))
    .map((user) => ({ user, name: sortNameOf(user) }))
    .sort(compare);
  const parts: (readonly Named[])[] = [];
  let done = 0;
  for (const one of fresh) {
    const place = placeOf(one, kept, done);
    parts.push(kept.slice(done, place), [one]);
    done = place;
  }
  return [...parts, kept.slice(done)].flat();
}

/** The insertion position, at or after `from`, after all smaller or equal names. */
function placeOf(one: Named, order: readonly Named[], from: number): number {
  let [low, high] = [from, order.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = order[middle];
    if (other !== undefined && compare(other, one) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The name in lists: the displayName, else the sign-in name, else the id. */
export function sortNameOf({ id, values }: DirectoryUser): string {
  return targetTextOf(values, 'displayName') || targetTextOf(values, 'userPrincipalName') || id;
}

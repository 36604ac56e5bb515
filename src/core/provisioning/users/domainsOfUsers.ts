import type { DirectoryUser } from '../directory/directory';
import { targetTextOf } from '../directory/targetValue';

/**
 * The domains in the sign-in names of these users. The most frequent one is assumed to be the default; it is `''` if
 * there is none.
 */
export function domainsOfUsers(users: Iterable<DirectoryUser>): {
  readonly defaultDomain: string;
  readonly verifiedDomains: readonly string[];
} {
  const counts = new Map<string, number>();
  for (const { values } of users) {
    const name = targetTextOf(values, 'userPrincipalName');
    const domain = name.slice(name.lastIndexOf('@') + 1).toLowerCase();
    if (name.includes('@')) counts.set(domain, (counts.get(domain) ?? 0) + 1);
  }
  const verifiedDomains = [...counts].sort(([, a], [, b]) => b - a).map(([domain]) => domain);
  return { defaultDomain: verifiedDomains[0] ?? '', verifiedDomains };
}

import type { Directory } from './directory';
import { targetTextOf } from './targetValue';

/** An account as others refer to it: by its distinguished name in Active Directory, by its id in Entra. */
export function referenceText(id: string, directory: Directory): string {
  const user = directory.user(id);
  return (user === undefined ? '' : targetTextOf(user.values, 'distinguishedName')) || id;
}

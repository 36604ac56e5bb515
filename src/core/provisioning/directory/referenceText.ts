import type { Directory } from './directory';
import { targetTextOf } from './targetValue';

/** The text of a reference to an account: its distinguished name in Active Directory, its id in Entra. */
export function referenceText(id: string, directory: Directory): string {
  const user = directory.user(id);
  return (user === undefined ? '' : targetTextOf(user.values, 'distinguishedName')) || id;
}

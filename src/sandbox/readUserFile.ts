import type { DirectoryUser } from '../core/provisioning/directory';
import type { UsersProblem } from '../core/provisioning/readUsers';
import { readUsers } from '../core/provisioning/readUsers';
import type { Flow } from './identity';
import { readUserTable } from './readUserTable';

/** What is in a file of accounts, and what is wrong with it: users with an error are left out. */
export interface UserFile {
  readonly users: readonly DirectoryUser[];
  readonly problems: readonly UsersProblem[];
}

/**
 * Reads a file of accounts: JSON as Graph gives users, or a CSV with Graph's names as columns.
 * @param newId makes ids for rows of a CSV that have none
 */
export function readUserFile(text: string, format: 'json' | 'csv', flow: Flow, newId: () => string): UserFile {
  if (format === 'json') return readUsers(text, flow);
  const table = readUserTable(text, newId);
  return 'refusal' in table
    ? { users: [], problems: [{ severity: 'error', path: '', message: table.refusal }] }
    : readUsers(JSON.stringify({ value: table.users }), flow);
}

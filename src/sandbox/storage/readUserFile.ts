import type { JobFlavour } from '../../core/provisioning/job/compiledJob';
import type { DirectoryUser } from '../../core/provisioning/directory/directory';
import type { UsersProblem } from '../../core/provisioning/users/readUsers';
import { readUsers } from '../../core/provisioning/users/readUsers';
import { readUserTable } from './readUserTable';

/** The accounts of a file, and its problems; users with an error are left out. */
export interface UserFile {
  readonly users: readonly DirectoryUser[];
  readonly problems: readonly UsersProblem[];
}

/**
 * Reads a file of accounts: a JSON of users in Graph's format, or a CSV with Graph's names as columns.
 *
 * @param newId creates ids for rows of a CSV without one
 */
export function readUserFile(text: string, format: 'json' | 'csv', flavour: JobFlavour, newId: () => string): UserFile {
  if (format === 'json') return readUsers(text, flavour);
  const table = readUserTable(text, newId);
  if ('refusal' in table) return { users: [], problems: [{ severity: 'error', path: '', message: table.refusal }] };
  const { users, problems } = readUsers(JSON.stringify({ value: table.users }), flavour);
  return { users, problems: problems.map((problem) => ({ ...problem, path: placeIn(table.lines, problem.path) })) };
}

/** Converts `value[2].accountEnabled` to `line 4, accountEnabled`. */
function placeIn(lines: readonly number[], path: string): string {
  const [, index, column = ''] = /^value\[(\d+)\]\.?(.*)$/.exec(path) ?? [];
  const line = index === undefined ? undefined : lines[Number(index)];
  if (line === undefined) return path;
  return column === '' ? `line ${line}` : `line ${line}, ${column}`;
}

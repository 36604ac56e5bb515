import { readJson } from '../../core/json/jsonValue';
import { placeOf } from '../../core/json/placeOf';
import { firstMistake, readTree } from '../../core/json/readJsonText';
import type { Problem } from '../../core/problems/problem';
import { problemOf } from '../../core/problems/problemKind';
import type { JobFlavour } from '../../core/provisioning/job/compiledJob';
import type { DirectoryUser } from '../../core/provisioning/directory/directory';
import type { UsersProblem } from '../../core/provisioning/users/readUsers';
import { usersProblems } from '../../core/provisioning/users/usersProblems';
import { readUsers } from '../../core/provisioning/users/readUsers';
import { readText } from '../../files/readText';
import { printDocumentProblems } from '../terminal/documentProblem';
import type { Terminal } from '../terminal/terminal';

/**
 * Reads the users of a JSON file in Graph's format. Prints its problems with their positions on standard error; returns
 * `undefined` after an error, because the directory is then incomplete. Throws `UsageError` if the file cannot be read.
 */
export async function readUsersFile(
  path: string,
  flavour: JobFlavour,
  terminal: Terminal,
  json: boolean,
): Promise<readonly DirectoryUser[] | undefined> {
  const text = await readText(path, 'users');
  const { users, problems } = readUsers(text, flavour);
  await printDocumentProblems(path, text, placed(text, problems), terminal, json);
  return problems.some(({ severity }) => severity === 'error') ? undefined : users;
}

/** Adds positions to problems. Only a file with problems is parsed again, as a tree with positions. */
function placed(text: string, problems: readonly UsersProblem[]): readonly Problem[] {
  if (problems.length === 0) return [];
  const json = readJson(text);
  if ('error' in json) {
    const mistake = firstMistake(text);
    return mistake === undefined ? [] : [mistake];
  }
  const root = readTree(text);
  return problems.map(({ severity, path, message }) =>
    problemOf(severity === 'error' ? usersProblems.refused : usersProblems.passedOver, placeOf(root, path), message),
  );
}

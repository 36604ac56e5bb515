import { posix } from 'node:path';
import type { Memento } from 'vscode';
import { Uri, window, workspace } from 'vscode';
import { ignoreLine, withIgnoreLine } from './ignoreLine';
import { fileName } from '../extracts/extractFile';
import { named, say } from '../messages/say';
import { runCommand } from '../runCommand';
import type { Services } from '../services';
import type { GitRepository } from './gitExtension';
import { repositoryOf } from './gitExtension';

const KEY = 'entraInbound.gitHints';

/** Number of repositories remembered as warned about. */
const MAX_REPOSITORIES = 100;

/** Warns once per repository that a file with people's data is in git, or would be with the next commit. */
export function hintAtGit(services: Services, file: Uri): void {
  void runCommand('Git', services, () => hint(services, services.gitHints, file));
}

async function hint({ notices }: Services, memory: Memento, file: Uri): Promise<void> {
  const repository = await repositoryOf(file);
  if (repository === undefined) return;
  const root = repository.rootUri.toString();
  const warned = memory.get<readonly string[]>(KEY, []);
  if (warned.includes(root)) return;
  const status = await gitStatusOf(repository, file);
  if (status === 'safe') return;
  await memory.update(KEY, [root, ...warned].slice(0, MAX_REPOSITORIES));
  const name = named(fileName(file));
  if (status === 'tracked')
    await notices.warn(
      say`${name} is in git, so everybody who has the repository has its people's data. "git rm --cached" takes it out of the next commit; earlier commits keep it.`,
    );
  else
    await notices.warn(
      say`git does not ignore ${name}: the next commit may take its people's data into the repository.`,
      { title: 'Add to .gitignore', run: () => ignore(repository, file) },
    );
}

/**
 * Git returns an error both for an unknown path and for a failure, so an error proves nothing. An ignored file is not a change;
 * `checkIgnore` is unreliable, because its answer is sometimes empty for an ignored file.
 */
async function gitStatusOf(repository: GitRepository, { fsPath }: Uri): Promise<'tracked' | 'open' | 'safe'> {
  const isTracked = await repository.getObjectDetails('', fsPath).then(
    () => true,
    () => false,
  );
  if (isTracked) return 'tracked';
  const isKnown = await repository.status().then(
    () => true,
    () => false,
  );
  if (!isKnown) return 'safe';
  const { workingTreeChanges, untrackedChanges = [] } = repository.state;
  return [...workingTreeChanges, ...untrackedChanges].some(({ uri }) => uri.fsPath === fsPath) ? 'open' : 'safe';
}

async function ignore({ rootUri }: GitRepository, file: Uri): Promise<void> {
  const list = Uri.joinPath(rootUri, '.gitignore');
  const text = await workspace.fs.readFile(list).then(
    (bytes) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
    () => '',
  );
  const line = ignoreLine(posix.relative(rootUri.path, file.path));
  await workspace.fs.writeFile(list, new TextEncoder().encode(withIgnoreLine(text, line)));
  await window.showTextDocument(list);
}

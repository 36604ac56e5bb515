import type { Event, Uri } from 'vscode';
import { extensions } from 'vscode';

/** What is asked of a repository that the editor has open; of VS Code's extension `vscode.git`, extensions/git/src/api/git.d.ts. */
export interface GitRepository {
  readonly rootUri: Uri;
  /** Fails where the path is not in the index, if the tree is ''. */
  getObjectDetails(tree: string, path: string): Promise<unknown>;
  /** Looks at all files again. */
  status(): Promise<void>;
  readonly state: {
    readonly workingTreeChanges: readonly GitChange[];
    /** Those that git does not know, where they are listed apart from the others. */
    readonly untrackedChanges?: readonly GitChange[];
  };
}

interface GitChange {
  readonly uri: Uri;
}

interface GitApi {
  readonly state: 'uninitialized' | 'initialized';
  readonly onDidChangeState: Event<unknown>;
  getRepository(uri: Uri): GitRepository | null;
}

interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): GitApi;
}

/** Milliseconds in which the editor has found its repositories; it is not waited for any longer. */
const PATIENCE = 10_000;

/** The repository that a file lies in, as VS Code knows it: `undefined` without git, in a restricted window, and outside of any. */
export async function repositoryOf(file: Uri): Promise<GitRepository | undefined> {
  const extension = extensions.getExtension<GitExtension>('vscode.git');
  if (extension === undefined || file.scheme !== 'file') return undefined;
  // Its faults are not ours to report
  const git = await Promise.resolve(extension.activate()).catch(() => undefined);
  if (git?.enabled !== true) return undefined;
  const api = git.getAPI(1);
  await initialized(api);
  return api.getRepository(file) ?? undefined;
}

async function initialized(api: GitApi): Promise<void> {
  if (api.state === 'initialized') return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(done, PATIENCE);
    const subscription = api.onDidChangeState(() => {
      if (api.state === 'initialized') done();
    });
    function done(): void {
      clearTimeout(timer);
      subscription.dispose();
      resolve();
    }
  });
}

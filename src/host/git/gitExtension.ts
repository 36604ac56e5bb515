import type { Event, Uri } from 'vscode';
import { extensions } from 'vscode';

/** The used part of an open repository in VS Code's extension `vscode.git`; see extensions/git/src/api/git.d.ts. */
export interface GitRepository {
  readonly rootUri: Uri;
  /** Fails where the path is not in the index, if the tree is ''. */
  getObjectDetails(tree: string, path: string): Promise<unknown>;
  /** Reads the status of all files again. */
  status(): Promise<void>;
  readonly state: {
    readonly workingTreeChanges: readonly GitChange[];
    /** Untracked files, if they are listed separately. */
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

/** Milliseconds to wait for the editor to find its repositories. */
const PATIENCE = 10_000;

/** The repository of a file in VS Code: `undefined` without git, in a restricted window, and outside any repository. */
export async function repositoryOf(file: Uri): Promise<GitRepository | undefined> {
  const extension = extensions.getExtension<GitExtension>('vscode.git');
  if (extension === undefined || file.scheme !== 'file') return undefined;
  // Its errors are not ours to report
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

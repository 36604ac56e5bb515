import type { Disposable } from 'vscode';
import { workspace } from 'vscode';
import { fileProblemScheme } from '../../contributions';
import type { Services } from '../../services';

/** Shows the problems of files that a command could not use. */
export function registerFileProblemDocuments({ fileProblems }: Services): Disposable {
  return workspace.registerTextDocumentContentProvider(fileProblemScheme, {
    onDidChange: fileProblems.onDidChange,
    provideTextDocumentContent: (page) => fileProblems.textOf(page),
  });
}

import type { Disposable } from 'vscode';
import { workspace } from 'vscode';
import { userFileScheme } from '../../contributions';
import type { Services } from '../../services';

/** Shows what was wrong with files of users. */
export function registerUserFileDocuments({ userFiles }: Services): Disposable {
  return workspace.registerTextDocumentContentProvider(userFileScheme, {
    onDidChange: userFiles.onDidChange,
    provideTextDocumentContent: (page) => userFiles.textOf(page),
  });
}

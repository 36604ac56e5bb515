import type { Uri } from 'vscode';
import { TabInputCustom, TabInputText, window } from 'vscode';

const EXTRACT = /\.(csv|tsv|txt)$/i;

/** The extract in front of the user: of any size, in whichever editor. */
export function openExtract(): Uri | undefined {
  // A large file has no text editor that an extension would see, but it has a tab
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  const shown = input instanceof TabInputText || input instanceof TabInputCustom ? input.uri : undefined;
  return [window.activeTextEditor?.document.uri, shown].find((uri) => uri !== undefined && EXTRACT.test(uri.path));
}

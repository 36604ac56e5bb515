import type { Uri } from 'vscode';
import { TabInputCustom, TabInputText, window } from 'vscode';
import { extractLanguageIds } from '../contributions';

const EXTRACT = /\.(csv|tsv|txt)$/i;

/** The extract in front of the user, of any size, in any editor. */
export function openExtract(): Uri | undefined {
  const document = window.activeTextEditor?.document;
  // A file that has never been saved has no extension yet
  if (document !== undefined && extractLanguageIds.includes(document.languageId)) return document.uri;
  // A large file has no text editor that extensions can access, but it has a tab
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  const shown = input instanceof TabInputText || input instanceof TabInputCustom ? input.uri : undefined;
  return [document?.uri, shown].find((uri) => uri !== undefined && EXTRACT.test(uri.path));
}

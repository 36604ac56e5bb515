import type { TextDocumentShowOptions, Uri } from 'vscode';
import { commands } from 'vscode';
import { customTabs } from './customTabs';

/** The editor's own preview of Markdown. */
export const PAGE_EDITOR = 'vscode.markdown.preview.editor';

/** Shows a Markdown document as a page: in the editor group where it is open already, otherwise where the options say. */
export async function openPage(page: Uri, options: TextDocumentShowOptions): Promise<void> {
  const open = customTabs().find(({ uri }) => uri.toString() === page.toString());
  const shown = open === undefined ? options : { ...options, viewColumn: open.tab.group.viewColumn };
  await commands.executeCommand('vscode.openWith', page, PAGE_EDITOR, shown);
}

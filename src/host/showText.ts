import type { Range, TabGroup, TextDocument, Uri } from 'vscode';
import {
  Selection,
  TabInputCustom,
  TabInputText,
  TabInputWebview,
  TextEditorRevealType,
  ViewColumn,
  window,
} from 'vscode';

/** Shows a document with these ranges selected, the first of them in sight. What is asked from stays visible. */
export async function showText(document: TextDocument, ranges: readonly Range[]): Promise<void> {
  const editor = await window.showTextDocument(document, { viewColumn: columnFor(document.uri) });
  const [first] = ranges;
  if (first === undefined) return;
  editor.selections = ranges.map(({ start, end }) => new Selection(start, end));
  editor.revealRange(first, TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Where the document is open; else where the user is, unless that is a preview, which would be hidden. */
function columnFor(uri: Uri): ViewColumn {
  const { all, activeTabGroup } = window.tabGroups;
  const holding = [activeTabGroup, ...all].find((group) => holds(group, uri));
  if (holding !== undefined) return holding.viewColumn;
  const input = activeTabGroup.activeTab?.input;
  if (!(input instanceof TabInputWebview || input instanceof TabInputCustom)) return ViewColumn.Active;
  return all.find((group) => group !== activeTabGroup)?.viewColumn ?? ViewColumn.Beside;
}

function holds({ tabs }: TabGroup, uri: Uri): boolean {
  return tabs.some(({ input }) => input instanceof TabInputText && input.uri.toString() === uri.toString());
}

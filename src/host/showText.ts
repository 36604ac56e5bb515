import type { Range, TabGroup, TextDocument, TextEditor, Uri } from 'vscode';
import {
  Disposable,
  OverviewRulerLane,
  Selection,
  TabInputCustom,
  TabInputText,
  TabInputWebview,
  TextEditorRevealType,
  TextEditorSelectionChangeKind,
  ThemeColor,
  ViewColumn,
  window,
  workspace,
} from 'vscode';

/**
 * Shows a document with the cursor at the start of the first of these ranges, and all of them marked until the user continues. None is
 * selected, because the next key would delete it. The document with the link stays visible.
 */
export async function showText(document: TextDocument, ranges: readonly Range[]): Promise<void> {
  const editor = await window.showTextDocument(document, { viewColumn: columnFor(document.uri) });
  const [first] = ranges;
  if (first === undefined) return;
  editor.selection = new Selection(first.start, first.start);
  editor.revealRange(first, TextEditorRevealType.InCenterIfOutsideViewport);
  mark(editor, ranges);
}

/** Removes the current marks. */
let marked: Disposable | undefined;

/** Marks ranges until the user moves the cursor or changes the text, or others are marked. */
function mark(editor: TextEditor, ranges: readonly Range[]): void {
  marked?.dispose();
  const look = window.createTextEditorDecorationType({
    backgroundColor: new ThemeColor('editor.rangeHighlightBackground'),
    // High contrast has nearly no background there; in the other themes this colour is absent
    border: '1px solid',
    borderColor: new ThemeColor('contrastActiveBorder'),
    overviewRulerColor: new ThemeColor('editorOverviewRuler.rangeHighlightForeground'),
    overviewRulerLane: OverviewRulerLane.Full,
  });
  const end = () => {
    marked?.dispose();
  };
  marked = Disposable.from(
    look,
    window.onDidChangeTextEditorSelection(({ textEditor, kind }) => {
      const isByUser = kind === TextEditorSelectionChangeKind.Keyboard || kind === TextEditorSelectionChangeKind.Mouse;
      if (textEditor === editor && isByUser) end();
    }),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (document === editor.document && contentChanges.length > 0) end();
    }),
    workspace.onDidCloseTextDocument((document) => {
      if (document === editor.document) end();
    }),
  );
  editor.setDecorations(look, ranges);
}

/** The column in which the document is open; otherwise the active one, unless that is a preview, which would be hidden. */
function columnFor(uri: Uri): ViewColumn {
  const { all, activeTabGroup } = window.tabGroups;
  const holding = [activeTabGroup, ...all].find((group) => holds(group, uri));
  if (holding !== undefined) return holding.viewColumn;
  const input = activeTabGroup.activeTab?.input;
  // By its number: the preview may be active by the time that the editor opens
  if (!(input instanceof TabInputWebview || input instanceof TabInputCustom)) return activeTabGroup.viewColumn;
  return all.find((group) => group !== activeTabGroup)?.viewColumn ?? ViewColumn.Beside;
}

function holds({ tabs }: TabGroup, uri: Uri): boolean {
  return tabs.some(({ input }) => input instanceof TabInputText && input.uri.toString() === uri.toString());
}

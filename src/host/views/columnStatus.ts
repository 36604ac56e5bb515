import type { StatusBarItem } from 'vscode';
import { Disposable, StatusBarAlignment, window } from 'vscode';
import { plainLines, plainText } from '../../core/text/plainText';
import { throttleTrailing } from '../throttleTrailing';
import type { Services } from '../services';
import { cellAt } from '../language/extracts/cellPlaces';
import type { ExtractTexts } from '../language/extracts/extractTexts';

/** Milliseconds that the cursor must rest. */
const RESTING = 80;

/** Beside the line and column of the editor, whose priority is 100.5. */
const PRIORITY = 100.6;

/** Number of characters of a column's name that fit into the status bar. */
const NAME = 40;

/** Shows the extract column at the cursor in the status bar, because its name may be far away in a long text. */
export function registerColumnStatus({ settings }: Services, texts: ExtractTexts): Disposable {
  const item = window.createStatusBarItem('entraInbound.column', StatusBarAlignment.Right, PRIORITY);
  item.name = 'Column of the Extract';
  const refresh = throttleTrailing(RESTING, () => void showColumn(item, settings.current.showsColumn, texts));
  refresh.call();
  return Disposable.from(
    item,
    refresh,
    texts.onDidLook(refresh.call),
    settings.onDidChange(refresh.call),
    window.onDidChangeActiveTextEditor(refresh.call),
    window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === window.activeTextEditor) refresh.call();
    }),
  );
}

async function showColumn(item: StatusBarItem, isWanted: boolean, texts: ExtractTexts): Promise<void> {
  const editor = isWanted ? window.activeTextEditor : undefined;
  const look = editor && (await texts.look(editor.document));
  // The cursor may have moved: then the column is read again
  if (editor !== (isWanted ? window.activeTextEditor : undefined)) return;
  const isCurrent = look?.version === editor?.document.version;
  const cell = editor && look && isCurrent ? cellAt(editor.document, editor.selection.active, look) : undefined;
  if (cell === undefined) {
    item.hide();
    return;
  }
  const { column, place, columns } = cell;
  item.text = `${plainText(column, NAME)} (${place} of ${columns})`;
  item.tooltip = plainLines(`The cursor is in column ${place} of ${columns}: ${column}`);
  item.accessibilityInformation = { label: plainText(`Column ${column}, ${place} of ${columns}`) };
  item.show();
}

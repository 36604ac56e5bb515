import type { TextEditor, Uri } from 'vscode';
import { Disposable, Selection, TextEditorRevealType, window } from 'vscode';
import { throttleTrailing } from '../../throttleTrailing';
import type { SettingsStore } from '../../settings';

/** Milliseconds that the cursor must rest on a line. */
const RESTING = 120;

/**
 * Links the cursor in the text editors of an extract with the record in a preview. It compares only the URI of the extract, which is the
 * same in any language that other extensions give the text; an editor of another kind has no cursor to follow.
 */
export class CursorLink implements Disposable {
  readonly #extract: string;
  readonly #settings: SettingsStore;
  readonly #listeners: Disposable;
  /** The line, from 0, on which the preview has put the cursor: an event for it does not come from the user. */
  #put: number | undefined;
  #line = 0;

  /** @param onLine called with the physical line, from 1, to which the user has moved the cursor */
  constructor(extract: Uri, settings: SettingsStore, onLine: (line: number) => void) {
    this.#extract = extract.toString();
    this.#settings = settings;
    const rested = throttleTrailing(RESTING, () => onLine(this.#line + 1));
    this.#listeners = Disposable.from(
      rested,
      window.onDidChangeTextEditorSelection(({ textEditor, kind }) => {
        const { line } = textEditor.selection.active;
        // No kind: an editor is reopened with its old cursor, which the user has not moved
        if (kind === undefined || !this.#isOn || !this.#isOurs(textEditor) || line === this.#put) return;
        this.#put = undefined;
        this.#line = line;
        rested.call();
      }),
    );
  }

  dispose(): void {
    this.#listeners.dispose();
  }

  /** Puts the cursor on a physical line, from 1, in every editor that shows the extract, without moving the focus. */
  moveTo(line: number): void {
    if (!this.#isOn) return;
    for (const editor of window.visibleTextEditors.filter((own) => this.#isOurs(own))) {
      const target = Math.min(line, editor.document.lineCount) - 1;
      this.#put = target;
      if (editor.selection.active.line === target) continue;
      editor.selection = new Selection(target, 0, target, 0);
      editor.revealRange(editor.selection, TextEditorRevealType.InCenterIfOutsideViewport);
    }
  }

  get #isOn(): boolean {
    return this.#settings.current.followsCursor;
  }

  #isOurs({ document }: TextEditor): boolean {
    return document.uri.toString() === this.#extract;
  }
}

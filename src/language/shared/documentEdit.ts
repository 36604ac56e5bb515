import type { WorkspaceEdit } from 'vscode-languageserver-types';
import type { TextEdit } from '../../core/text/textEdit';
import type { TextPlaces } from './textPlaces';
import { rangeAt } from './textPlaces';

/** The key of the changes in an edit. The editor's adapter replaces it with the document's address. */
export const documentKey = 'document';

/** Converts edits of the document to the protocol's form, sorted by place. */
export function documentEdit(places: TextPlaces, edits: readonly TextEdit[]): WorkspaceEdit {
  const changes = joined(inOrder(edits)).map(({ span, newText }) => ({ range: rangeAt(places, span), newText }));
  return { changes: { [documentKey]: changes } };
}

/** Sorts edits by place; edits at the same place keep their order. */
export function inOrder(edits: readonly TextEdit[]): readonly TextEdit[] {
  return [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** Merges an edit with the next if they touch: an editor need not know which comes first. */
function joined(ordered: readonly TextEdit[]): readonly TextEdit[] {
  const merged: TextEdit[] = [];
  for (const edit of ordered) {
    const last = merged.at(-1);
    if (last?.span.end === edit.span.start)
      merged[merged.length - 1] = {
        span: { start: last.span.start, end: edit.span.end },
        newText: last.newText + edit.newText,
      };
    else merged.push(edit);
  }
  return merged;
}

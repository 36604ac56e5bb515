import type { WorkspaceEdit } from 'vscode-languageserver-types';
import type { TextEdit } from '../../core/text/textEdit';
import type { TextPlaces } from './textPlaces';
import { rangeAt } from './textPlaces';

/** The key under which an edit has its changes: the adapter of the editor puts the document's address in its place. */
export const documentKey = 'document';

/** Edits of the document in the protocol's form, by place. */
export function documentEdit(places: TextPlaces, edits: readonly TextEdit[]): WorkspaceEdit {
  const changes = joined(inOrder(edits)).map(({ span, newText }) => ({ range: rangeAt(places, span), newText }));
  return { changes: { [documentKey]: changes } };
}

/** By place; those at one place in the order in which they were given. */
export function inOrder(edits: readonly TextEdit[]): readonly TextEdit[] {
  return [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** Where one edit ends as the next begins, they become one: an editor need not know which comes first. */
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

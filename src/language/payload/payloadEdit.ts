import type { WorkspaceEdit } from 'vscode-languageserver-types';
import type { TextEdit } from '../../core/text/textEdit';
import { documentKey } from '../shared/documentEdit';
import type { EditedPayload } from './editedPayload';
import { rangeIn } from './editedPayload';

/** Edits of the payload in the protocol's form, by place. */
export function payloadEdit(payload: EditedPayload, edits: readonly TextEdit[]): WorkspaceEdit {
  const changes = inOneOrder(edits).map(({ span, newText }) => ({ range: rangeIn(payload, span), newText }));
  return { changes: { [documentKey]: changes } };
}

/** By place; where one ends as the next begins, they are one. */
function inOneOrder(edits: readonly TextEdit[]): readonly TextEdit[] {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
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

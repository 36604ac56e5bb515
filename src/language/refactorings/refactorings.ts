import type { CodeAction, Range } from 'vscode-languageserver-types';
import { span } from '../../core/text/span';
import type { MappingDocument } from '../mappingDocument';
import { documentEdit } from '../rewrite/documentEdit';
import { formattedChange, inOrder } from '../rewrite/formattedChange';
import { refactoringTable } from './table';

/**
 * How the mapping can be written in another way at a selection. Those that group, inline, move or sort leave every target and
 * expression as it is. The edits stand under `documentKey`.
 */
export function refactorings(document: MappingDocument, range: Range): CodeAction[] {
  const start = document.index.offsetAt(range.start);
  const where = trimmed(document.text, start, Math.max(start, document.index.offsetAt(range.end)));
  return refactoringTable.flatMap((refactoring) =>
    [...refactoring(document, where)].flatMap(({ title, kind, edits, isStructural }) => {
      const change = isStructural === true ? formattedChange(document.text, edits) : inOrder(edits);
      return change.length === 0 ? [] : [{ title, kind, edit: documentEdit(document, change) }];
    }),
  );
}

/** A selection without the blanks at its ends: people select more than they mean. */
function trimmed(text: string, start: number, end: number) {
  const selected = text.slice(start, end);
  const before = selected.length - selected.trimStart().length;
  return selected.trim() === '' ? span(start, start) : span(start + before, start + selected.trimEnd().length);
}

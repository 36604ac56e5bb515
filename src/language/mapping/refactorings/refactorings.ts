import type { CodeAction, Range } from 'vscode-languageserver-types';
import type { Span } from '../../../core/text/span';
import { span } from '../../../core/text/span';
import type { MappingDocument } from '../document/mappingDocument';
import { documentEdit } from '../../shared/documentEdit';
import { formattedChange, inOrder } from '../rewrite/formattedChange';
import type { Refactoring } from './refactoring';
import { refactoringTable, sourceActionTable } from './table';

/**
 * How the mapping can be written in another way at a selection. Those that group, inline or move leave every target and
 * expression as it is. The edits stand under `documentKey`.
 */
export function refactorings(document: MappingDocument, range: Range): CodeAction[] {
  const start = document.index.offsetAt(range.start);
  const where = trimmed(document.text, start, Math.max(start, document.index.offsetAt(range.end)));
  return actionsOf(refactoringTable, document, where);
}

/** How the mapping as a whole can be written in another way; it says the same before and after. */
export function sourceActions(document: MappingDocument): CodeAction[] {
  return actionsOf(sourceActionTable, document, span(0, document.text.length));
}

function actionsOf(table: readonly Refactoring[], document: MappingDocument, where: Span): CodeAction[] {
  return table.flatMap((refactoring) =>
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

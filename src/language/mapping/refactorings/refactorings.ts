import type { CodeAction, Range } from 'vscode-languageserver-types';
import { span } from '../../../core/text/span';
import type { RefactoringLanguage } from '../../shared/refactorings/refactoringActions';
import { refactoringActions } from '../../shared/refactorings/refactoringActions';
import { spanAt } from '../../shared/textPlaces';
import type { MappingDocument } from '../document/mappingDocument';
import { formattedChange } from '../rewrite/formattedChange';
import { mappingRefactoringTable, mappingSourceActionTable } from './table';

/**
 * How the mapping can be written in another way at a selection. Those that group, inline or move leave every target and
 * expression as it is.
 */
export function refactorings(document: MappingDocument, range: Range): CodeAction[] {
  const where = trimmed(document.text, spanAt(document.index, range));
  return refactoringActions(inMapping(document, mappingRefactoringTable), where);
}

/** How the mapping as a whole can be written in another way; it says the same before and after. */
export function sourceActions(document: MappingDocument): CodeAction[] {
  return refactoringActions(inMapping(document, mappingSourceActionTable), span(0, document.text.length));
}

function inMapping(
  document: MappingDocument,
  table: typeof mappingRefactoringTable,
): RefactoringLanguage<MappingDocument> {
  return { table, document, places: document.index, formatted: (edits) => formattedChange(document.text, edits) };
}

/** A selection without the blanks at its ends: people select more than they mean. */
function trimmed(text: string, { start, end }: { readonly start: number; readonly end: number }) {
  const selected = text.slice(start, end);
  const before = selected.length - selected.trimStart().length;
  return selected.trim() === '' ? span(start, start) : span(start + before, start + selected.trimEnd().length);
}

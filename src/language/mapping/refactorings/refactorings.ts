import type { CodeAction, Range } from 'vscode-languageserver-types';
import { span } from '../../../core/text/span';
import type { RefactoringLanguage } from '../../shared/refactorings/refactoringActions';
import { refactoringActions } from '../../shared/refactorings/refactoringActions';
import { spanAt } from '../../shared/textPlaces';
import type { MappingDocument } from '../document/mappingDocument';
import { formattedChange } from '../rewrite/formattedChange';
import { mappingRefactoringTable, mappingSourceActionTable } from './table';

/** The refactorings at a selection. Those that group, inline or move change no target and no expression. */
export function refactorings(document: MappingDocument, range: Range): CodeAction[] {
  const where = trimmed(document.text, spanAt(document.index, range));
  return refactoringActions(inMapping(document, mappingRefactoringTable), where);
}

/** The refactorings of the mapping as a whole, which do not change its meaning. */
export function sourceActions(document: MappingDocument): CodeAction[] {
  return refactoringActions(inMapping(document, mappingSourceActionTable), span(0, document.text.length));
}

function inMapping(
  document: MappingDocument,
  table: typeof mappingRefactoringTable,
): RefactoringLanguage<MappingDocument> {
  return { table, document, places: document.index, formatted: (edits) => formattedChange(document.text, edits) };
}

/** A selection without the spaces at its ends, which people often select by accident. */
function trimmed(text: string, { start, end }: { readonly start: number; readonly end: number }) {
  const selected = text.slice(start, end);
  const before = selected.length - selected.trimStart().length;
  return selected.trim() === '' ? span(start, start) : span(start + before, start + selected.trimEnd().length);
}

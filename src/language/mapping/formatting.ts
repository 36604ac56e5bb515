import type { Range, TextEdit } from 'vscode-languageserver-types';
import { formatMapping } from '../../core/mapping/format/formatMapping';
import type { MappingDocument } from './document/mappingDocument';
import { rangeOf } from './document/mappingDocument';

/** The edits that bring a mapping into canonical form. */
export function formatDocument(document: MappingDocument): TextEdit[] {
  return formatMapping(document.loaded.parsed).map(({ span, newText }) => ({
    range: rangeOf(document, span),
    newText,
  }));
}

/** The edits within the lines of a range. */
export function formatRange(document: MappingDocument, { start, end }: Range): TextEdit[] {
  return formatDocument(document).filter(({ range }) => range.end.line >= start.line && range.start.line <= end.line);
}

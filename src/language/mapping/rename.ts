import { Lexer } from '../../core/expression/lexer';
import type { RenamePlace, RenameRefusal, Renaming } from '../shared/documentAnswers';
import type { MappingDocument } from './document/mappingDocument';
import { rangeOf } from './document/mappingDocument';
import { columnNameSpan } from './document/mappingNodes';
import { occurrencesOf, subjectAt } from './document/occurrences';

const NO_COLUMN: RenameRefusal = { error: 'Only columns can be renamed: put the cursor on a name in brackets.' };

/** What can be renamed at a cursor: the name between the brackets of a column. */
export function prepareRename(document: MappingDocument, offset: number): RenamePlace | RenameRefusal {
  const subject = subjectAt(document, offset);
  if (subject?.kind !== 'column') return NO_COLUMN;
  return { range: rangeOf(document, columnNameSpan(document.text, subject.span)), placeholder: subject.key };
}

/**
 * Renames the column under the cursor everywhere in the mapping.
 * @param name without its brackets
 */
export function renameColumn(document: MappingDocument, offset: number, name: string): Renaming | RenameRefusal {
  const subject = subjectAt(document, offset);
  if (subject?.kind !== 'column') return NO_COLUMN;
  const error = whyNot(name);
  if (error !== undefined) return { error };
  return {
    edits: occurrencesOf(document, subject).map(({ span }) => ({
      range: rangeOf(document, columnNameSpan(document.text, span)),
      newText: name,
    })),
  };
}

/** Why a text cannot be the name of a column in brackets, where escapes do not exist. */
function whyNot(name: string): string | undefined {
  if (name.trim() === '') return 'Enter the name of a column.';
  if (name !== name.trim()) return 'Remove the leading or trailing spaces: headers are trimmed.';
  if (/[\r\n]/.test(name))
    return 'A name with a line break cannot be written in a mapping. Change the header in the extract.';
  const written = `[${name}]`;
  const token = new Lexer(written, 0, written.length, { lineOriented: true }).next();
  if (token.fault === undefined && token.span.end === written.length) return undefined;
  return 'Square brackets and quotation marks in a name must be in pairs. Change the header in the extract.';
}

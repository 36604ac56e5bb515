import type { Range } from 'vscode-languageserver-types';
import type { MappingDocument } from './document/mappingDocument';
import { rangeOf } from './document/mappingDocument';
import { occurrencesOf, subjectAt } from './document/occurrences';

/**
 * All places in the mapping that name the column, function or attribute under the cursor, including the one at the
 * cursor.
 */
export function findReferences(document: MappingDocument, offset: number): Range[] {
  const subject = subjectAt(document, offset);
  return subject === undefined ? [] : occurrencesOf(document, subject).map(({ span }) => rangeOf(document, span));
}

import type { Range } from 'vscode-languageserver-types';
import type { MappingDocument } from './document/mappingDocument';
import { rangeOf } from './document/mappingDocument';
import { occurrencesOf, subjectAt } from './document/occurrences';

/** Every place in the mapping that names the column, function or attribute under the cursor; that one, too. */
export function findReferences(document: MappingDocument, offset: number): Range[] {
  const subject = subjectAt(document, offset);
  return subject === undefined ? [] : occurrencesOf(document, subject).map(({ span }) => rangeOf(document, span));
}

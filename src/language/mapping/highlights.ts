import type { DocumentHighlight, DocumentHighlightKind } from 'vscode-languageserver-types';
import type { MappingDocument } from './document/mappingDocument';
import { rangeOf } from './document/mappingDocument';
import { occurrencesOf, subjectAt } from './document/occurrences';
import type { Subject } from './document/occurrences';

/** Protocol numbers of LSP's DocumentHighlightKind. */
const TEXT = 1 satisfies DocumentHighlightKind;
const READ = 2 satisfies DocumentHighlightKind;
const WRITE = 3 satisfies DocumentHighlightKind;

/** The occurrences of the column, function or attribute under the cursor. */
export function documentHighlights(document: MappingDocument, offset: number): DocumentHighlight[] {
  const subject = subjectAt(document, offset);
  if (subject === undefined) return [];
  return occurrencesOf(document, subject).map((place) => ({
    range: rangeOf(document, place.span),
    kind: kindOf(place),
  }));
}

function kindOf({ kind, isWritten }: Subject): DocumentHighlightKind {
  if (isWritten) return WRITE;
  return kind === 'column' ? READ : TEXT;
}

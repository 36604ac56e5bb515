import type { WorkspaceEdit } from 'vscode-languageserver-types';
import type { TextEdit } from '../../core/text/textEdit';
import type { MappingDocument } from '../mapping/document/mappingDocument';
import { rangeOf } from '../mapping/document/mappingDocument';

/** The key under which an edit has its changes: whoever knows the document's address puts that in its place. */
export const documentKey = 'document';

/** Edits of the document in the protocol's form. */
export function documentEdit(document: MappingDocument, edits: readonly TextEdit[]): WorkspaceEdit {
  const changes = edits.map(({ span, newText }) => ({ range: rangeOf(document, span), newText }));
  return { changes: { [documentKey]: changes } };
}

import type { TextDocument } from 'vscode';

/** Of a document's text, in UTF-16 units, without putting the text together. */
export function lengthOf(document: TextDocument): number {
  return document.offsetAt(document.lineAt(document.lineCount - 1).range.end);
}

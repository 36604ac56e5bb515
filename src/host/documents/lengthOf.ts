import type { TextDocument } from 'vscode';

/** The length of a document's text in UTF-16 units, without building the text. */
export function lengthOf(document: TextDocument): number {
  return document.offsetAt(document.lineAt(document.lineCount - 1).range.end);
}

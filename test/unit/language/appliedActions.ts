import type { CodeAction } from 'vscode-languageserver-types';
import { span } from '../../../src/core/text/span';
import { applyEdits } from '../../../src/core/text/textEdit';
import type { MappingDocument } from '../../../src/language/mapping/document/mappingDocument';
import { documentKey } from '../../../src/language/mapping/quickFixes/quickFixes';

/** The text after an action. */
export function applied({ text, index }: MappingDocument, { edit }: CodeAction): string {
  const edits = (edit?.changes?.[documentKey] ?? []).map(({ range, newText }) => ({
    span: span(index.offsetAt(range.start), index.offsetAt(range.end)),
    newText,
  }));
  return applyEdits(text, edits);
}

/** The text after each action, by title. */
export function outcomes(document: MappingDocument, actions: readonly CodeAction[]): Readonly<Record<string, string>> {
  return Object.fromEntries(actions.map((action) => [action.title, applied(document, action)]));
}

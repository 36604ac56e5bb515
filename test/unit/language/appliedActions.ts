import type { CodeAction, Diagnostic } from 'vscode-languageserver-types';
import { applyEdits } from '../../../src/core/text/textEdit';
import type { MappingDocument } from '../../../src/language/mapping/document/mappingDocument';
import { mappingFixes } from '../../../src/language/mapping/quickFixes/mappingFixes';
import { documentKey } from '../../../src/language/shared/documentEdit';
import { fixActions } from '../../../src/language/shared/fixes/fixActions';
import { resolveFixAll } from '../../../src/language/shared/fixes/fixAll';
import type { TextPlaces } from '../../../src/language/shared/textPlaces';
import { spanAt } from '../../../src/language/shared/textPlaces';

/** A text after an action. */
export function appliedTo(text: string, places: TextPlaces, { edit }: CodeAction): string {
  const edits = (edit?.changes?.[documentKey] ?? []).map(({ range, newText }) => ({
    span: spanAt(places, range),
    newText,
  }));
  return applyEdits(text, edits);
}

/** A mapping after an action. */
export function applied({ text, index }: MappingDocument, action: CodeAction): string {
  return appliedTo(text, index, action);
}

/** The text after each action, by title. */
export function outcomes(document: MappingDocument, actions: readonly CodeAction[]): Readonly<Record<string, string>> {
  return Object.fromEntries(actions.map((action) => [action.title, applied(document, action)]));
}

/** What can be done about problems of a mapping, with all edits. */
export function quickFixes(document: MappingDocument, diagnostics: readonly Diagnostic[]): readonly CodeAction[] {
  const fixes = mappingFixes(document);
  return fixActions(fixes, diagnostics).map((action) => resolveFixAll(fixes, action));
}

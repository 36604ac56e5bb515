import type { CodeAction, CompletionItem, Diagnostic } from 'vscode-languageserver-types';
import { applyEdits } from '../../../../src/core/text/textEdit';
import { completeJobSchema } from '../../../../src/language/jobSchema/completeJobSchema';
import type { JobDocument } from '../../../../src/language/jobSchema/jobDocument';
import { openJobSchema } from '../../../../src/language/jobSchema/jobDocument';
import { jobFixes } from '../../../../src/language/jobSchema/quickFixes/jobFixes';
import { fixActions } from '../../../../src/language/shared/fixes/fixActions';
import { spanAt } from '../../../../src/language/shared/textPlaces';
import { withCursor } from '../../../support/cursor';
import type { Parts } from '../../jobSchema/smallJob';
import { changedJob } from '../../jobSchema/smallJob';
import { appliedTo } from '../appliedActions';

/** The text of the small schema after a change that puts a "|" where the cursor is to be. */
export function cursorIn(change: (parts: Parts) => void): { readonly document: JobDocument; readonly offset: number } {
  const { text, offset } = withCursor(changedJob(change));
  return { document: openJobSchema(text), offset };
}

/** What is offered at the cursor, in the order in which it is shown. */
export function itemsAt(change: (parts: Parts) => void): readonly CompletionItem[] {
  const { document, offset } = cursorIn(change);
  return [...completeJobSchema(document, offset).items].sort((a, b) =>
    (a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1,
  );
}

/** The line of the cursor after the item with that label was chosen; placeholders of snippets stay as they are. */
export function chosen(change: (parts: Parts) => void, label: string): string {
  const { document, offset } = cursorIn(change);
  const item = completeJobSchema(document, offset).items.find((candidate) => candidate.label === label);
  const edit = item?.textEdit;
  if (item === undefined || edit === undefined || !('range' in edit)) throw new Error(`"${label}" is not offered`);
  const { start, end } = spanAt(document.index, edit.range);
  if (start > offset || end < offset) throw new Error(`the cursor is not in what "${label}" replaces`);
  const typed = document.text.slice(start, offset);
  if (!(item.filterText ?? item.label).toLowerCase().startsWith(typed.toLowerCase()))
    throw new Error(`"${label}" is hidden after "${typed}"`);
  const changed = applyEdits(document.text, [{ span: { start, end }, newText: edit.newText }]);
  return changed.split('\n')[document.index.positionAt(offset).line]?.trim() ?? '';
}

/** The text after an action. */
export function appliedToJob({ text, index }: JobDocument, action: CodeAction): string {
  return appliedTo(text, index, action);
}

/** What can be done about problems of a job schema. */
export function jobQuickFixes(document: JobDocument, diagnostics: readonly Diagnostic[]): readonly CodeAction[] {
  return fixActions(jobFixes(document), diagnostics);
}

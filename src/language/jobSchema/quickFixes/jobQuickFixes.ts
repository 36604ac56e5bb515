import type { CodeAction, Diagnostic } from 'vscode-languageserver-types';
import { documentKey } from '../../mapping/quickFixes/quickFixes';
import { onlyPreferred, problemToFix } from '../../shared/fixRequest';
import { inOrder } from '../../mapping/rewrite/formattedChange';
import type { JobDocument } from '../jobDocument';
import { rangeIn } from '../jobDocument';
import type { JobEdit, JobFixRequest } from './jobFix';
import { jobFixTable } from './table';

/**
 * What can be done about problems of a job schema: by their codes and data, never by their words. The edits stand under `documentKey`.
 * @param diagnostics problems as `diagnoseJobSchema` gives them for this document
 */
export function jobQuickFixes(document: JobDocument, diagnostics: readonly Diagnostic[]): CodeAction[] {
  return diagnostics.flatMap((diagnostic) => {
    const problem = problemToFix(document.index, diagnostic);
    if (problem === undefined) return [];
    const request: JobFixRequest = { document, diagnostic, ...problem };
    const fixes = jobFixTable
      .filter(({ codes }) => codes === 'every' || codes.includes(request.code))
      .flatMap((fix) => [...fix.fixes(request)]);
    const preferred = onlyPreferred(fixes);
    return fixes.map((fix) => toAction(request, fix, fix === preferred));
  });
}

function toAction(
  { document, diagnostic }: JobFixRequest,
  { title, edits }: JobEdit,
  isPreferred: boolean,
): CodeAction {
  const changes = inOrder(edits).map(({ span, newText }) => ({ range: rangeIn(document, span), newText }));
  return {
    title,
    kind: 'quickfix',
    diagnostics: [diagnostic],
    ...(isPreferred ? { isPreferred: true } : {}),
    edit: { changes: { [documentKey]: changes } },
  };
}

import type { CodeAction, Diagnostic } from 'vscode-languageserver-types';
import { documentKey } from '../../quickFixes/quickFixes';
import { inOrder } from '../../rewrite/formattedChange';
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
    const request = requestOf(document, diagnostic);
    if (request === undefined) return [];
    const fixes = jobFixTable
      .filter(({ codes }) => codes === 'every' || codes.includes(request.code))
      .flatMap((fix) => [...fix.fixes(request)]);
    // Where two are the only sensible ones, neither is
    const isDecided = fixes.filter(({ isPreferred }) => isPreferred === true).length === 1;
    return fixes.map((fix) => toAction(request, fix, isDecided && fix.isPreferred === true));
  });
}

function requestOf(document: JobDocument, diagnostic: Diagnostic): JobFixRequest | undefined {
  const { code, range } = diagnostic;
  if (typeof code !== 'string') return undefined;
  const start = document.index.offsetAt(range.start);
  const end = Math.max(start, document.index.offsetAt(range.end));
  const known: unknown = diagnostic.data;
  const data = isObject(known) ? known : {};
  return { document, diagnostic, code, data, span: { start, end } };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
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

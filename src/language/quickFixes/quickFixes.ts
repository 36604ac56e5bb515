import type { CodeAction, Diagnostic } from 'vscode-languageserver-types';
import type { MappingDocument } from '../mappingDocument';
import { documentEdit } from '../rewrite/documentEdit';
import { formattedChange, inOrder } from '../rewrite/formattedChange';
import { fixAll } from './fixAll';
import type { Fix, FixRequest, QuickFix } from './quickFix';
import { quickFixTable } from './table';

export { documentKey } from '../rewrite/documentEdit';

/**
 * What can be done about problems: by their codes and data, never by their words. The edits stand under {@link documentKey}.
 * @param diagnostics problems as `diagnoseMapping` gives them for this document
 */
export function quickFixes(document: MappingDocument, diagnostics: readonly Diagnostic[]): CodeAction[] {
  const actions = diagnostics.flatMap((diagnostic) => {
    const request = requestOf(document, diagnostic);
    return request === undefined ? [] : actionsFor(request);
  });
  return [...actions, ...fixAll(document, diagnostics)];
}

function requestOf(document: MappingDocument, diagnostic: Diagnostic): FixRequest | undefined {
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

function actionsFor(request: FixRequest): readonly CodeAction[] {
  const fixes = quickFixTable.filter(isFor(request.code)).flatMap((fix) => [...fix.fixes(request)]);
  // Where two are the only sensible ones, neither is
  const isDecided = fixes.filter(({ isPreferred }) => isPreferred === true).length === 1;
  return fixes.map((fix) => toAction(request, fix, isDecided && fix.isPreferred === true));
}

function isFor(code: string): (fix: QuickFix) => boolean {
  return ({ codes }) => codes === 'every' || codes.includes(code);
}

function toAction({ document, diagnostic }: FixRequest, fix: Fix, isPreferred: boolean): CodeAction {
  const { title, edits, isStructural, command } = fix;
  const change =
    edits === undefined ? undefined : isStructural === true ? formattedChange(document.text, edits) : inOrder(edits);
  return {
    title,
    kind: 'quickfix',
    diagnostics: [diagnostic],
    ...(isPreferred ? { isPreferred: true } : {}),
    ...(change === undefined ? {} : { edit: documentEdit(document, change) }),
    ...(command === undefined ? {} : { command: { title, command: command.id, arguments: [...command.arguments] } }),
  };
}

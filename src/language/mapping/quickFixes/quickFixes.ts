import type { CodeAction, Diagnostic } from 'vscode-languageserver-types';
import { onlyPreferred, problemToFix } from '../../shared/fixRequest';
import type { MappingDocument } from '../document/mappingDocument';
import { documentEdit } from '../../shared/documentEdit';
import { formattedChange, inOrder } from '../rewrite/formattedChange';
import { fixAll } from './fixAll';
import type { Fix, FixRequest, QuickFix } from './quickFix';
import { quickFixTable } from './table';

export { documentKey } from '../../shared/documentEdit';

/**
 * What can be done about problems: by their codes and data, never by their words. The edits stand under {@link documentKey}.
 * @param diagnostics problems as `diagnoseMapping` gives them for this document
 */
export function quickFixes(document: MappingDocument, diagnostics: readonly Diagnostic[]): CodeAction[] {
  const actions = diagnostics.flatMap((diagnostic) => {
    const problem = problemToFix(document.index, diagnostic);
    return problem === undefined ? [] : actionsFor({ document, diagnostic, ...problem });
  });
  return [...actions, ...fixAll(document, diagnostics)];
}

function actionsFor(request: FixRequest): readonly CodeAction[] {
  const fixes = quickFixTable.filter(isFor(request.code)).flatMap((fix) => [...fix.fixes(request)]);
  const preferred = onlyPreferred(fixes);
  return fixes.map((fix) => toAction(request, fix, fix === preferred));
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

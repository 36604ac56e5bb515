import type { Diagnostic, TextDocument, Uri } from 'vscode';
import { CodeAction, CodeActionKind, Range, WorkspaceEdit } from 'vscode';
import { isMappingProblem } from '../../../core/examine/mappingProblemKinds';
import { isBlocking } from '../../../core/problems/problemKind';
import { plainText } from '../../../core/text/plainText';
import type { CellProblem } from '../../../extract/cells/cellProblem';
import { cleanedCell } from '../../../language/mapping/cells/cleanedCell';
import type { MappingDocument } from '../../../language/mapping/document/mappingDocument';
import type { RecordFix } from '../../../language/mapping/quickFixes/recordFixes';
import { recordFixes, textFixes } from '../../../language/mapping/quickFixes/recordFixes';
import { commandIds } from '../../contributions';
import { isOneOf, toProtocolRange } from '../protocol';
import type { ShownProblem } from './extractDiagnostics';
import { shownProblems } from './extractDiagnostics';
import type { ExtractTexts } from './extractTexts';

/** The fixes for the problems of cells, in the cell or in the mapping. */
export async function cellActions(
  texts: ExtractTexts,
  document: TextDocument,
  diagnostics: readonly Diagnostic[],
): Promise<readonly CodeAction[]> {
  const look = diagnostics.length === 0 ? undefined : await texts.look(document);
  if (look?.mapping === undefined || look.version !== document.version) return [];
  const { uri } = look.mapping;
  const isAsked = isOneOf(diagnostics);
  const asked = shownProblems(document, look).filter(({ problem: { code }, range }) =>
    isAsked({ code, range: toProtocolRange(range), message: '' }),
  );
  const known = asked.some(({ problem }) => problem.fault !== undefined) ? await look.known() : undefined;
  const actions = asked.flatMap((shown) => [
    ...(known === undefined ? [] : inMapping(known, uri, shown.problem)),
    ...inCell(document, shown),
    ...levelOf(shown.problem),
  ]);
  return withDiagnostics(distinct(actions), diagnostics);
}

function inMapping(known: MappingDocument, mapping: Uri, { fault, columns }: CellProblem): readonly CodeAction[] {
  if (fault === undefined) return [];
  const fixes =
    fault.kind === 'rule'
      ? recordFixes(known, { ...fault, columns })
      : textFixes(known, { ...fault, data: fault.data ?? {} });
  return fixes.map((fix) => mappingAction(known, mapping, fix));
}

function mappingAction({ index }: MappingDocument, mapping: Uri, { title, edits }: RecordFix): CodeAction {
  const action = actionOf(title);
  if (edits === 'ask') {
    action.command = { title, command: commandIds.decideStatuses, arguments: [mapping] };
    return action;
  }
  const edit = new WorkspaceEdit();
  for (const { span, newText } of edits) {
    const [start, end] = [index.positionAt(span.start), index.positionAt(span.end)];
    edit.replace(mapping, new Range(start.line, start.character, end.line, end.character), newText);
  }
  action.edit = edit;
  return action;
}

function inCell(document: TextDocument, { problem, range }: ShownProblem): readonly CodeAction[] {
  if (problem.columns.length === 0) return [];
  return cleanedCell(document.getText(range)).map(({ title, text }) => {
    const action = actionOf(title);
    action.edit = new WorkspaceEdit();
    action.edit.replace(document.uri, range, text);
    return action;
  });
}

/** The same fixes as at a problem of the mapping itself. */
function levelOf({ code, severity }: CellProblem): readonly CodeAction[] {
  if (isBlocking({ code, severity }) || !isMappingProblem(code)) return [];
  const title = `Set level of ${code}…`;
  const action = actionOf(title);
  action.command = { title, command: commandIds.setProblemLevel, arguments: [code] };
  return [action];
}

function actionOf(title: string): CodeAction {
  return new CodeAction(plainText(title), CodeActionKind.QuickFix);
}

/** Several cells of a row may need the same fix. */
function distinct(actions: readonly CodeAction[]): readonly CodeAction[] {
  return [...new Map(actions.map((action) => [action.title, action])).values()];
}

function withDiagnostics(actions: readonly CodeAction[], diagnostics: readonly Diagnostic[]): readonly CodeAction[] {
  for (const action of actions) action.diagnostics = [...diagnostics];
  return actions;
}

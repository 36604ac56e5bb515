import type { CodeAction, Diagnostic } from 'vscode-languageserver-types';
import type { Problem } from '../../../core/problems/problem';
import type { TextEdit } from '../../../core/text/textEdit';
import type { DiagnosedPayload, EditedPayload } from '../editedPayload';
import { spanIn } from '../editedPayload';
import type { LaterEdit } from '../laterEdit';
import { onlyPreferred } from '../../shared/fixRequest';
import { payloadEdit } from '../payloadEdit';
import type { Piece } from '../piece';
import { inPayload, nodeOver, pieceAt } from '../piece';
import type { PayloadFix, PayloadFixRequest } from './payloadFix';
import { payloadQuickFixTable } from './table';

/**
 * What can be done about problems: by their codes and data, never by their words. The edits stand under `documentKey`; that
 * of an action with `data` is made by `resolvePayloadAction`.
 * @param diagnostics problems of this payload, as `diagnosePayload` gives them
 */
export function payloadQuickFixes(payload: DiagnosedPayload, diagnostics: readonly Diagnostic[]): CodeAction[] {
  const actions = diagnostics.flatMap((diagnostic) => {
    const problem = problemOf(payload, diagnostic);
    return problem === undefined ? [] : actionsFor(payload, problem, diagnostic);
  });
  const codes = new Set(diagnostics.map(({ code }) => code));
  return [...actions, ...[...codes].flatMap((code) => fixAllAction(payload, code, actions))];
}

function problemOf(payload: DiagnosedPayload, { code, range, data }: Diagnostic): Problem | undefined {
  const span = spanIn(payload, range);
  const known = isObject(data) ? { data } : {};
  return typeof code === 'string' ? { code, severity: 'error', message: '', span, ...known } : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** The ways to mend a problem, and the place that they are meant for. */
function fixesFor(payload: EditedPayload, { code, data = {}, span }: Problem) {
  const piece = pieceAt(payload, span.start);
  if (piece === undefined) return undefined;
  const where = { start: piece.fromPayload(span.start), end: piece.fromPayload(span.end) };
  const request: PayloadFixRequest = { payload, code, data, piece, span: where, node: nodeOver(piece, where) };
  const fixes = payloadQuickFixTable
    .filter((fix) => fix.codes.includes(code))
    .flatMap((fix) => [...fix.fixes(request)]);
  return { piece, fixes };
}

function actionsFor(payload: EditedPayload, problem: Problem, diagnostic: Diagnostic): readonly CodeAction[] {
  const found = fixesFor(payload, problem);
  if (found === undefined) return [];
  const { piece, fixes } = found;
  const preferred = onlyPreferred(fixes);
  return fixes.map((fix) => ({
    title: fix.title,
    kind: 'quickfix',
    diagnostics: [diagnostic],
    ...(fix === preferred ? { isPreferred: true } : {}),
    ...(fix.edits === undefined ? {} : { edit: payloadEdit(payload, editsOf(piece, fix)) }),
    ...(fix.command === undefined
      ? {}
      : { command: { title: fix.title, command: fix.command.id, arguments: [...fix.command.arguments] } }),
  }));
}

function editsOf(piece: Piece, { edits = [], isOfPayload }: PayloadFix): readonly TextEdit[] {
  return isOfPayload === true ? edits : inPayload(piece, edits);
}

/** One action for all problems of a kind, where each has one sensible fix. */
function fixAllAction(
  { problems }: DiagnosedPayload,
  code: Diagnostic['code'],
  actions: readonly CodeAction[],
): CodeAction[] {
  const own = problems.filter((problem) => problem.code === code);
  const example = actions.find(
    ({ isPreferred, diagnostics, edit }) => isPreferred && edit && diagnostics?.[0]?.code === code,
  );
  if (typeof code !== 'string' || own.length < 2 || example === undefined) return [];
  const data: LaterEdit = { edit: 'fixAll', code };
  const title = `Fix all ${own.length} problems of this kind: ${code}`;
  return [{ title, kind: 'quickfix', diagnostics: example.diagnostics ?? [], data }];
}

/** What mends all problems of a kind; where the places of two overlap, the later one is left for another time. */
export function fixAllEdits(payload: DiagnosedPayload, code: string): readonly TextEdit[] {
  const taken: TextEdit[] = [];
  for (const problem of payload.problems) {
    if (problem.code !== code) continue;
    const found = fixesFor(payload, problem);
    const fix = found && onlyPreferred(found.fixes);
    const edits = fix && editsOf(found.piece, fix);
    // Problems come by place, and so do what mends them
    if (edits?.every((edit) => taken.slice(-20).every((other) => isApart(edit, other)))) taken.push(...edits);
  }
  return taken;
}

/** Whether both can be made at once. Two that put something in at one place follow each other, with a comma between. */
function isApart(a: TextEdit, b: TextEdit): boolean {
  const areInserts = a.span.start === a.span.end && b.span.start === b.span.end;
  if (areInserts && a.span.start === b.span.start) return [a, b].every(({ newText }) => /^,|,\s*$/.test(newText));
  return a.span.end <= b.span.start || b.span.end <= a.span.start;
}

import type { CodeAction, Diagnostic } from 'vscode-languageserver-types';
import type { Problem } from '../../../core/problems/problem';
import type { TextEdit } from '../../../core/text/textEdit';
import { documentEdit } from '../documentEdit';
import type { LaterEdit } from '../laterEdit';
import { isLaterEdit } from '../laterEdit';
import { fixesFor } from './fixesFor';
import type { AllOfKind, FixLanguage } from './fixLanguage';
import type { Fix, ProblemToFix } from './quickFix';

/**
 * One action for all problems of a kind, where one of those asked about has a preferred fix. Its edits are made when it
 * is chosen.
 */
export function fixAllActions(
  allOf: ((code: string) => AllOfKind | undefined) | undefined,
  diagnostics: readonly Diagnostic[],
  actions: readonly CodeAction[],
): CodeAction[] {
  const codes = new Set(actions.flatMap(codesOfPreferred));
  return [...codes].flatMap((code) => {
    const all = allOf?.(code);
    if (all === undefined) return [];
    const { title, problems, keepsMeaning } = all;
    const data: LaterEdit = { edit: 'fixAll', code };
    const action = { title, diagnostics: diagnostics.filter((diagnostic) => diagnostic.code === code), data };
    return [
      ...(problems.length > 1 ? [{ ...action, kind: 'quickfix' }] : []),
      ...(keepsMeaning === true ? [{ ...action, kind: 'source.fixAll' }] : []),
    ];
  });
}

function codesOfPreferred({ isPreferred, edit, diagnostics = [] }: CodeAction): readonly string[] {
  if (isPreferred !== true || edit === undefined) return [];
  return diagnostics.flatMap(({ code }) => (typeof code === 'string' ? [code] : []));
}

/** An action of {@link fixAllActions} with its edits; any other as it is. */
export function resolveFixAll<Request extends ProblemToFix, Own extends Fix>(
  language: FixLanguage<Request, Own>,
  action: CodeAction,
): CodeAction {
  const data: unknown = action.data;
  if (action.edit !== undefined || !isLaterEdit(data) || data.edit !== 'fixAll') return action;
  const problems = language.allOf?.(data.code)?.problems ?? [];
  return { ...action, edit: documentEdit(language.places, fixAllEdits(language, problems)) };
}

/** An edit is compared with so many before it: problems are fixed by place. */
const NEAR = 20;

/** If the places of two fixes overlap, the later one is skipped. */
function fixAllEdits<Request extends ProblemToFix, Own extends Fix>(
  language: FixLanguage<Request, Own>,
  problems: readonly Problem[],
): readonly TextEdit[] {
  const taken: TextEdit[] = [];
  for (const problem of [...problems].sort((a, b) => a.span.start - b.span.start)) {
    const fixes = fixesFor(language, { ...problem, data: problem.data ?? {} });
    const edits = fixes.find(({ isPreferred }) => isPreferred)?.edits();
    if (edits?.every((edit) => taken.slice(-NEAR).every((other) => isApart(edit, other)))) taken.push(...edits);
  }
  return taken;
}

/** Whether both can be made at once. Two that put something in at one place follow each other, with a comma between. */
function isApart(a: TextEdit, b: TextEdit): boolean {
  const areInserts = a.span.start === a.span.end && b.span.start === b.span.end;
  if (areInserts && a.span.start === b.span.start) return [a, b].every(({ newText }) => /^,|,\s*$/.test(newText));
  return a.span.end <= b.span.start || b.span.end <= a.span.start;
}

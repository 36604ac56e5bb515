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
 * Offers one action for all problems of a kind if one of the given actions is a preferred fix for that kind. Its edits
 * are computed when it is chosen.
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

/** Completes an action of {@link fixAllActions} with its edits; returns any other action unchanged. */
export function resolveFixAll<Request extends ProblemToFix, Own extends Fix>(
  language: FixLanguage<Request, Own>,
  action: CodeAction,
): CodeAction {
  const data: unknown = action.data;
  if (action.edit !== undefined || !isLaterEdit(data) || data.edit !== 'fixAll') return action;
  const problems = language.allOf?.(data.code)?.problems ?? [];
  return { ...action, edit: documentEdit(language.places, fixAllEdits(language, problems)) };
}

/**
 * Number of preceding edits that an edit is compared with. It can be small because problems are fixed in the order of
 * the text.
 */
const NEAR = 20;

/** If the fixes of two problems overlap, the later one is skipped. */
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

/** Whether both edits can be applied together. Two insertions at the same place can if each brings a comma. */
function isApart(a: TextEdit, b: TextEdit): boolean {
  const areInserts = a.span.start === a.span.end && b.span.start === b.span.end;
  if (areInserts && a.span.start === b.span.start) return [a, b].every(({ newText }) => /^,|,\s*$/.test(newText));
  return a.span.end <= b.span.start || b.span.end <= a.span.start;
}

import type { CodeAction, Diagnostic } from 'vscode-languageserver-types';
import { documentEdit } from '../documentEdit';
import { severityOf } from '../problemDiagnostics';
import type { TextPlaces } from '../textPlaces';
import { spanAt } from '../textPlaces';
import { fixAllActions } from './fixAll';
import { isObject } from './fixData';
import type { FoundFix } from './fixesFor';
import { fixesFor } from './fixesFor';
import type { FixLanguage } from './fixLanguage';
import type { Fix, ProblemToFix } from './quickFix';

/**
 * Code actions that fix problems, chosen by code and data and never by message. Their edits are under `documentKey`;
 * `resolveFixAll` computes the edits of an action with `data` when it is chosen.
 * @param diagnostics problems of this document, as the language's `diagnose` returns them
 */
export function fixActions<Request extends ProblemToFix, Own extends Fix>(
  language: FixLanguage<Request, Own>,
  diagnostics: readonly Diagnostic[],
): CodeAction[] {
  const actions = firstOfEachCode(diagnostics).flatMap((diagnostic) => {
    const problem = problemToFix(language.places, diagnostic);
    if (problem === undefined) return [];
    return fixesFor(language, problem).map((found) => toAction(language.places, diagnostic, found));
  });
  return [...actions, ...fixAllActions(language.allOf, diagnostics, actions)];
}

/**
 * Maximum number of problems with the same code that get their own fixes. A longer menu is of no use, and laying out
 * one edit takes time proportional to the length of the text.
 */
const OWN_FIXES = 10;

function firstOfEachCode(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const counts = new Map<Diagnostic['code'], number>();
  return diagnostics.filter(({ code }) => {
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    return count <= OWN_FIXES;
  });
}

/** The problem that a diagnostic shows; `undefined` for a diagnostic of another extension. */
export function problemToFix(places: TextPlaces, diagnostic: Diagnostic): ProblemToFix | undefined {
  const { code } = diagnostic;
  if (typeof code !== 'string') return undefined;
  const data: unknown = diagnostic.data;
  const span = spanAt(places, diagnostic.range);
  return { code, severity: severityOf(diagnostic), data: isObject(data) ? data : {}, span };
}

function toAction(places: TextPlaces, diagnostic: Diagnostic, { fix, isPreferred, edits }: FoundFix): CodeAction {
  const { title, command } = fix;
  const change = edits();
  return {
    title,
    kind: 'quickfix',
    diagnostics: [diagnostic],
    ...(isPreferred ? { isPreferred: true } : {}),
    ...(change === undefined ? {} : { edit: documentEdit(places, change) }),
    ...(command === undefined ? {} : { command: { title, command: command.id, arguments: [...command.arguments] } }),
  };
}

import type { Diagnostic, Range } from 'vscode-languageserver-types';
import type { Problem } from '../../../core/problems/problem';
import { counted } from '../../../core/text/counted';
import { diagnosticAt, SOURCE } from '../../shared/problemDiagnostics';

/** Maximum number of squiggles in one extract; nobody reviews more one by one. */
export const MAX_CELLS = 2_000;

/** A problem of an extract, at its place in the displayed text. */
export interface PlacedProblem {
  readonly problem: Pick<Problem, 'severity' | 'code' | 'message'>;
  readonly range: Range;
}

/** LSP's DiagnosticSeverity. */
const INFORMATION = 3;

/**
 * The problems of cells as the editor shows them in the extract itself, with a note on how many are left out.
 * @param count number of all problems
 * @param page returns the address of a code's explanation
 */
export function cellDiagnostics(
  placed: readonly PlacedProblem[],
  count: number,
  page: (code: string) => string,
): readonly Diagnostic[] {
  const shown = placed.map(({ problem, range }) => diagnosticAt(range, problem, page));
  const last = placed.at(-1);
  const more = count - placed.length;
  if (last === undefined || more <= 0) return shown;
  const message = `And ${counted(more, 'more problem')}: see the preview.`;
  return [...shown, { range: last.range, severity: INFORMATION, source: SOURCE, message }];
}

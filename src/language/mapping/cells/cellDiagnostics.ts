import type { Diagnostic, Range } from 'vscode-languageserver-types';
import type { Problem } from '../../../core/problems/problem';
import { counted } from '../../../core/text/counted';
import { diagnosticAt, SOURCE } from '../../shared/problemDiagnostics';

/** Squiggles in the text of one extract: of more nobody looks at each. */
export const MAX_CELLS = 2_000;

/** Something wrong in an extract, at its place in the text that somebody sees. */
export interface PlacedProblem {
  readonly problem: Pick<Problem, 'severity' | 'code' | 'message'>;
  readonly range: Range;
}

/** LSP's DiagnosticSeverity. */
const INFORMATION = 3;

/**
 * The problems of cells as an editor shows them in the extract itself, and how many more there are.
 * @param count all there are
 * @param page where a code is explained
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

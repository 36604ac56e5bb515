import type { Diagnostic } from 'vscode-languageserver-types';
import type { LineIndex } from '../../core/text/lineIndex';
import type { Span } from '../../core/text/span';

/** A problem that is to be mended, as the editor hands it back. */
export interface ProblemToFix {
  readonly code: string;
  /** What the problem says for fixes; empty where it says nothing. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly span: Span;
}

/** The problem behind a diagnostic of a text; nothing for one that is not ours. */
export function problemToFix(index: LineIndex, { code, range, data }: Diagnostic): ProblemToFix | undefined {
  if (typeof code !== 'string') return undefined;
  const start = index.offsetAt(range.start);
  const end = Math.max(start, index.offsetAt(range.end));
  const known: unknown = data;
  return { code, data: isObject(known) ? known : {}, span: { start, end } };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** Which of several ways is the preferred one: where two are the only sensible ones, neither is. */
export function onlyPreferred<Fix extends { readonly isPreferred?: boolean | undefined }>(
  fixes: readonly Fix[],
): Fix | undefined {
  const [only, ...others] = fixes.filter(({ isPreferred }) => isPreferred === true);
  return others.length === 0 ? only : undefined;
}

import type { Problem } from '../../src/core/problems/problem';
import { LineIndex } from '../../src/core/text/lineIndex';

/** Problems as `line:column severity code`, both numbers from 1, so that a test reads like what a user sees. */
export function problemLines(text: string, problems: readonly Problem[]): readonly string[] {
  const index = new LineIndex(text);
  return problems.map(({ span, severity, code }) => {
    const { line, character } = index.positionAt(span.start);
    return `${line + 1}:${character + 1} ${severity} ${code}`;
  });
}

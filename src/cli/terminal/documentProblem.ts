import { listed } from '../../core/problems/listed';
import type { Problem } from '../../core/problems/problem';
import { LineIndex } from '../../core/text/lineIndex';
import { formatCount } from '../../core/text/formatCount';
import { printable } from '../../core/text/printable';
import type { Terminal } from './terminal';
import { jsonLine } from './terminal';

/** A problem of a file as `check` prints it. Lines and columns count from 1; the end is exclusive. */
export interface DocumentProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly severity: Problem['severity'];
  readonly code: string;
  readonly message: string;
}

/** @param showValues whether messages may contain cells' values, because the user has asked for them */
export function documentProblems(
  file: string,
  text: string,
  problems: readonly Problem[],
  showValues = false,
): readonly DocumentProblem[] {
  const index = new LineIndex(text);
  return problems.map(({ span, severity, code, message, withValues = message }) => {
    const start = index.positionAt(span.start);
    const end = index.positionAt(span.end);
    return {
      file,
      line: start.line + 1,
      column: start.character + 1,
      endLine: end.line + 1,
      endColumn: end.character + 1,
      severity,
      code,
      message: showValues ? withValues : message,
    };
  });
}

/** `contoso.scimmap:3:1: error: ... [mapping.unknown-attribute]` */
export function documentProblemText({ file, line, column, severity, code, message }: DocumentProblem): string {
  return `${printable(file)}:${line}:${column}: ${severity}: ${printable(message)} [${code}]`;
}

/**
 * Prints the problems of a file on standard error, up to the limit, and the number of further ones.
 *
 * @param json whether to print each as a JSON object per line
 */
export async function printDocumentProblems(
  file: string,
  text: string,
  problems: readonly Problem[],
  terminal: Terminal,
  json: boolean,
  showValues = false,
): Promise<void> {
  const { items, more } = listed(problems);
  for (const problem of documentProblems(file, text, items, showValues))
    await terminal.err(json ? jsonLine(problem) : `${documentProblemText(problem)}\n`);
  if (more > 0) await terminal.err(json ? jsonLine({ more }) : moreLine(more));
}

/** The message about problems that are not listed. */
export function moreLine(more: number): string {
  return `and ${formatCount(more)} more\n`;
}

import type { Call, Expression } from '../../expression/syntax';
import { walk } from '../../expression/syntax';
import type { Span } from '../../text/span';
import { writeTokens } from './writeTokens';

/** A `Switch` on a longer line is broken into several lines. */
const MAX_LENGTH = 100;

interface Room {
  /** Spaces before the rule. */
  readonly indent: number;
  /** The number of characters before the expression on the first line. */
  readonly before: number;
}

/**
 * Writes the expression of a rule in canonical form. If a line is too long, each pair of a `Switch` begins a new line,
 * starting with the outermost `Switch`.
 */
export function writeRightSide(text: string, where: Span, expression: Expression, { indent, before }: Room): string {
  const starts = new Set<number>();
  const write = () => writeTokens(text, where, indent, starts);
  let written = write();
  for (const call of switches(expression)) {
    if (!isTooLong(written, before)) break;
    for (const start of pairStarts(call)) starts.add(start);
    written = write();
  }
  return written;
}

function isTooLong(written: string, before: number): boolean {
  return written.split('\n').some((line, index) => line.length + (index === 0 ? before : 0) > MAX_LENGTH);
}

function switches(expression: Expression): readonly Call[] {
  const calls = [...walk(expression)].filter((node): node is Call => node.kind === 'call' && node.name === 'Switch');
  return calls.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

/** The offsets of the keys, after source and default. */
function pairStarts({ slots }: Call): readonly number[] {
  return slots.flatMap(({ expression }, index) =>
    index >= 2 && index % 2 === 0 && expression !== undefined ? [expression.span.start] : [],
  );
}

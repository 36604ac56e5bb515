import type { Fault } from './fault';

export type LineEnd = 'crlf' | 'lf' | 'cr';

/** The kinds of line ends of a text, and the first line of each. */
export class LineEnds {
  readonly #first: { crlf?: number; lf?: number; cr?: number } = {};

  /** Notes that a row ends on this line; returns the fault if it is unclear from now on where rows end. */
  add(lineEnd: LineEnd, line: number): Fault | undefined {
    const first = this.#first;
    first[lineEnd] ??= line;
    // A lone CR among other line ends may also be data: two people would be joined, or one split in two.
    if (first.cr === undefined || (first.lf === undefined && first.crlf === undefined)) return undefined;
    return { name: 'loneCr', line: first.cr };
  }

  /** The line from which on CR LF and LF are mixed, if they are. */
  get mixedFrom(): number | undefined {
    const { crlf, lf } = this.#first;
    return crlf === undefined || lf === undefined ? undefined : Math.max(crlf, lf);
  }
}

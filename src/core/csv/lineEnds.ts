import type { Fault } from './fault';

export type LineEnd = 'crlf' | 'lf' | 'cr';

/** In which ways the rows of a text end, and on which line one ended so for the first time. */
export class LineEnds {
  readonly #first: { crlf?: number; lf?: number; cr?: number } = {};

  /** Takes note of a row that ends on this line, and gives the fault if it is unclear from now on where rows end. */
  add(lineEnd: LineEnd, line: number): Fault | undefined {
    const first = this.#first;
    first[lineEnd] ??= line;
    // A lone CR among other line ends may be data just as well: two people would be joined, or one cut in two.
    if (first.cr === undefined || (first.lf === undefined && first.crlf === undefined)) return undefined;
    return { name: 'loneCr', line: first.cr };
  }

  /** The line from which on CR LF and LF are mixed, if they are. */
  get mixedFrom(): number | undefined {
    const { crlf, lf } = this.#first;
    return crlf === undefined || lf === undefined ? undefined : Math.max(crlf, lf);
  }
}

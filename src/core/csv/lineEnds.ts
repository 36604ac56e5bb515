import type { Fault } from './fault';

export type LineEnd = 'crlf' | 'lf' | 'cr';

/** The kinds of line ends in a text, and the first line with each. */
export class LineEnds {
  readonly #first: { crlf?: number; lf?: number; cr?: number } = {};

  /** Notes the line end of a row on this line. Returns a fault if it is no longer clear where rows end. */
  add(lineEnd: LineEnd, line: number): Fault | undefined {
    const first = this.#first;
    first[lineEnd] ??= line;
    // Among other line ends a lone CR may also be data: two people could be joined, or one split in two.
    if (first.cr === undefined || (first.lf === undefined && first.crlf === undefined)) return undefined;
    return { name: 'loneCr', line: first.cr };
  }

  /** The line from which on CR LF and LF are mixed; `undefined` if they are not. */
  get mixedFrom(): number | undefined {
    const { crlf, lf } = this.#first;
    return crlf === undefined || lf === undefined ? undefined : Math.max(crlf, lf);
  }
}

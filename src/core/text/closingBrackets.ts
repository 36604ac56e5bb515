const [QUOTE, OPEN, CLOSE] = [0x22, 0x5b, 0x5d];

/** The distance that is searched before all brackets of the text are indexed; nearly every name is shorter. */
const NEAR = 256;

/**
 * Finds where each `[` of a text is closed. Brackets nest, and quoted text is skipped, with quotes counted from the
 * opening bracket on. The text is scanned only once, even with many unmatched brackets.
 */
export class ClosingBrackets {
  readonly #text: string;
  readonly #start: number;
  readonly #end: number;
  /** By offset of an opening bracket, the offset of its closing bracket; 0 if it has none. */
  #closings: Int32Array | undefined;

  /** Covers the whole text, or a range of it. */
  constructor(text: string, start = 0, end = text.length) {
    this.#text = text;
    this.#start = start;
    this.#end = end;
  }

  /** The offset of the `]` that closes the `[` at `open`; `undefined` if none does before `end`. */
  of(open: number, end: number): number | undefined {
    const near = this.#near(open, Math.min(end, open + NEAR));
    if (near !== undefined) return near;
    if (end <= open + NEAR) return undefined;
    this.#closings ??= closingsIn(this.#text, this.#start, this.#end);
    const close = this.#closings[open - this.#start] ?? 0;
    return close > 0 && close < end ? close : undefined;
  }

  #near(open: number, end: number): number | undefined {
    let depth = 0;
    let isQuoted = false;
    for (let at = open; at < end; at++) {
      const unit = this.#text.charCodeAt(at);
      if (unit === QUOTE) isQuoted = !isQuoted;
      else if (isQuoted) continue;
      else if (unit === OPEN) depth++;
      else if (unit === CLOSE && --depth === 0) return at;
    }
    return undefined;
  }
}

/**
 * Text that counts as quoted for one bracket counts as unquoted for a bracket after an odd number of further quotes. So
 * there are two sides, and only brackets of the same side match.
 */
function closingsIn(text: string, start: number, end: number): Int32Array {
  const closings = new Int32Array(end - start);
  const sides: readonly [number[], number[]] = [[], []];
  let side: 0 | 1 = 0;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) side = side === 0 ? 1 : 0;
    else if (unit === OPEN) sides[side].push(at);
    else if (unit === CLOSE) {
      const open = sides[side].pop();
      if (open !== undefined) closings[open - start] = at;
    }
  }
  return closings;
}

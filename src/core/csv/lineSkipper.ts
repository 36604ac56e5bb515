const lf = 10;
const cr = 13;

/** Skips the first physical lines of a text that arrives in pieces; quotes are ignored. */
export class LineSkipper {
  #left: number;
  #afterCr = false;

  constructor(lines: number) {
    this.#left = lines;
  }

  get linesLeft(): number {
    return this.#left;
  }

  /** The part of this piece after the skipped lines. */
  push(text: string): string {
    let at = 0;
    // A CR at the end of the last piece ended its line; the LF of the same line end may begin this piece.
    while (at < text.length && (this.#left > 0 || this.#afterCr)) {
      const unit = text.charCodeAt(at);
      if (unit === lf && this.#afterCr) this.#afterCr = false;
      else if (this.#left === 0) break;
      else {
        if (unit === lf || unit === cr) this.#left--;
        this.#afterCr = unit === cr;
      }
      at++;
    }
    if (at < text.length) this.#afterCr = false;
    return text.slice(at);
  }
}

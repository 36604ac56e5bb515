/** A replacement would write more than it may. */
export class RegexSizeError extends Error {
  override readonly name = 'RegexSizeError';
}

/** Puts a text together of pieces, and none that is too long: a short replacement can quote the whole text once for each match. */
export class WrittenText {
  readonly #pieces: string[] = [];
  readonly #most: number;
  #length = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** @throws RegexSizeError */
  add(piece: string): void {
    this.#length += piece.length;
    if (this.#length > this.#most) throw new RegexSizeError();
    this.#pieces.push(piece);
  }

  toString(): string {
    return this.#pieces.join('');
  }
}

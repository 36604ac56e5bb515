/** The result of a replacement would be too large. */
export class RegexSizeError extends Error {
  override readonly name = 'RegexSizeError';
}

/**
 * Builds a text from pieces, up to a maximum length: a short replacement can repeat the whole text for each
 * match.
 */
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

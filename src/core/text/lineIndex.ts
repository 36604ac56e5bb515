/** A position in a text. Both numbers start at 0; `character` counts UTF-16 code units, as editors do. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Converts offsets of a text to lines and characters. Lines end with LF, CR LF or a lone CR. */
export class LineIndex {
  readonly #starts: readonly number[];
  readonly #end: number;

  constructor(text: string) {
    const starts = [0];
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit === 10 || (unit === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
    }
    this.#starts = starts;
    this.#end = text.length;
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  positionAt(offset: number): Position {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: offset - (this.#starts[low] ?? 0) };
  }

  /** The offset at which `line` (from 0) begins; the end of the text for lines after the last. */
  offsetOfLine(line: number): number {
    return this.#starts[line] ?? this.#end;
  }

  /**
   * The offset of a position. A character past the end of its line counts as the end of the line, including its line
   * end.
   */
  offsetAt({ line, character }: Position): number {
    const start = this.offsetOfLine(line);
    return Math.min(start + character, Math.max(start, this.offsetOfLine(line + 1)), this.#end);
  }
}

/** Measures the width of texts without laying them out. */
export class TextRuler {
  readonly #canvas = document.createElement('canvas').getContext('2d');
  #font = '';

  /** In CSS pixels, in the font of an element; at most a line's length is measured. */
  widthOf(text: string, element: Element): number {
    if (this.#canvas === null) return text.length * 8;
    if (this.#font === '') {
      const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(element);
      this.#font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
    }
    this.#canvas.font = this.#font;
    return this.#canvas.measureText(text.slice(0, 200)).width;
  }
}

import { foldedText } from '../../core/search/foldedText';

/** A number as an extract may write it: digits, with an optional sign and fraction. */
const NUMBER = /^[+-]?\d{1,15}(?:[.,]\d+)?$/;

/** The sort keys of records, one text each: compared as numbers if all of them are numbers, otherwise ignoring case and accents. */
export class SortKeys {
  readonly #texts: string[] = [];
  #numbers: Float64Array | undefined;
  #areNumbers = true;

  /** The text of the next record. */
  add(text: string): void {
    const trimmed = text.trim();
    if (trimmed !== '' && !NUMBER.test(trimmed)) this.#areNumbers = false;
    this.#texts.push(foldedText(trimmed));
  }

  /** Compares two records by the order in which they were added: blank ones come last in either direction. */
  comparing(isDescending: boolean): (one: number, other: number) => number {
    const sign = isDescending ? -1 : 1;
    const texts = this.#texts;
    if (this.#areNumbers) this.#numbers ??= Float64Array.from(texts, (text) => Number(text.replace(',', '.')));
    const numbers = this.#areNumbers ? this.#numbers : undefined;
    return (one, other) => {
      const [first = '', second = ''] = [texts[one], texts[other]];
      if (first === '' || second === '') return Number(first === '') - Number(second === '');
      if (numbers !== undefined) return sign * ((numbers[one] ?? 0) - (numbers[other] ?? 0));
      return first === second ? 0 : first < second ? -sign : sign;
    };
  }
}

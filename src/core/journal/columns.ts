type Numbers = Int32Array | Float64Array | Uint8Array;

/** Numbers by index, in a buffer that grows by halves; 0 where none was set. */
export class Column {
  #numbers: Numbers;
  readonly #make: (length: number) => Numbers;

  constructor(make: (length: number) => Numbers) {
    this.#make = make;
    this.#numbers = make(16);
  }

  at(index: number): number {
    return this.#numbers[index] ?? 0;
  }

  set(index: number, value: number): void {
    if (index >= this.#numbers.length) {
      const grown = this.#make(Math.max(index + 1, Math.ceil(this.#numbers.length * 1.5)));
      grown.set(this.#numbers);
      this.#numbers = grown;
    }
    this.#numbers[index] = value;
  }
}

export const int32 = (length: number): Int32Array => new Int32Array(length);
export const float64 = (length: number): Float64Array => new Float64Array(length);
export const bytes = (length: number): Uint8Array => new Uint8Array(length);

/** Few texts, each kept once and known by a number from 1; 0 is no text. */
export class TextTable {
  readonly #numbers = new Map<string, number>();
  readonly #texts: string[] = [];

  numberOf(text: string | undefined): number {
    if (text === undefined) return 0;
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#texts.push(text);
    this.#numbers.set(text, this.#texts.length);
    return this.#texts.length;
  }

  at(number: number): string | undefined {
    return this.#texts[number - 1];
  }
}

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const WORDS = 4;

/** Texts by index that nearly always are GUIDs, which take 16 bytes each. */
export class GuidColumn {
  readonly #words = new Column(int32);
  /** Those that are none. */
  readonly #others = new Map<number, string | undefined>();

  set(index: number, text: string | undefined): void {
    if (text === undefined || !GUID.test(text)) {
      this.#others.set(index, text);
      return;
    }
    const digits = text.replaceAll('-', '');
    for (let word = 0; word < WORDS; word++)
      this.#words.set(index * WORDS + word, Number.parseInt(digits.slice(word * 8, word * 8 + 8), 16));
  }

  at(index: number): string | undefined {
    if (this.#others.has(index)) return this.#others.get(index);
    let digits = '';
    for (let word = 0; word < WORDS; word++)
      digits += (this.#words.at(index * WORDS + word) >>> 0).toString(16).padStart(8, '0');
    return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }
}

type Numbers = Int32Array | Uint8Array;

/** Numbers by index, in a buffer that grows by half its length; 0 if not set. */
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
export const bytes = (length: number): Uint8Array => new Uint8Array(length);

/** A few texts, each stored once under a number from 1; 0 means no text. */
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

/** A text, and the same as numbers if it is a lower-case GUID. */
export interface GuidText {
  readonly text: string;
  readonly words?: readonly number[];
}

export function guidText(text: string): GuidText {
  if (!GUID.test(text)) return { text };
  const digits = [text.slice(0, 8), text.slice(9, 13) + text.slice(14, 18), text.slice(19, 23) + text.slice(24, 28)];
  return { text, words: [...digits, text.slice(28)].map((word) => Number.parseInt(word, 16) | 0) };
}

/** Texts by index. Nearly all are GUIDs, which take 16 bytes each. */
export class GuidColumn {
  readonly #words = new Column(int32);
  /** Texts that are not GUIDs. */
  readonly #others = new Map<number, string | undefined>();

  set(index: number, value: GuidText | undefined): void {
    if (value?.words === undefined) this.#others.set(index, value?.text);
    else for (const [place, word] of value.words.entries()) this.#words.set(index * WORDS + place, word);
  }

  at(index: number): string | undefined {
    if (this.#others.has(index)) return this.#others.get(index);
    let digits = '';
    for (let place = 0; place < WORDS; place++)
      digits += (this.#words.at(index * WORDS + place) >>> 0).toString(16).padStart(8, '0');
    return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }

  /** Whether the text at an index equals this one. Compares without building the text. */
  is(index: number, { text, words }: GuidText): boolean {
    if (words === undefined || this.#others.has(index)) return this.#others.get(index) === text;
    return words.every((word, place) => this.#words.at(index * WORDS + place) === word);
  }

  /** Equals {@link hashOf} of the text at an index. */
  hashAt(index: number): number {
    if (this.#others.has(index)) return hashOf({ text: this.#others.get(index) ?? '' });
    return mixed(this.#words.at(index * WORDS) ^ this.#words.at(index * WORDS + WORDS - 1));
  }
}

/** A hash of a text. */
export function hashOf({ text, words }: GuidText): number {
  if (words !== undefined) return mixed((words[0] ?? 0) ^ (words[WORDS - 1] ?? 0));
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return mixed(hash);
}

function mixed(hash: number): number {
  const spread = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (spread ^ (spread >>> 13)) >>> 0;
}

/** Texts by index. Nearly all are short and ASCII, such as times, and take 32 bytes each. */
export class ShortTextColumn {
  readonly #bytes = new Column(bytes);
  /** Texts that are longer or not ASCII. */
  readonly #others = new Map<number, string>();

  set(index: number, text: string): void {
    if (!SHORT_TEXT.test(text)) {
      this.#others.set(index, text);
      return;
    }
    // Backwards, so that the buffer grows only once
    for (let at = text.length - 1; at >= 0; at--) this.#bytes.set(index * SHORT + at, text.charCodeAt(at));
  }

  at(index: number): string {
    const other = this.#others.get(index);
    if (other !== undefined) return other;
    let text = '';
    for (let at = 0; at < SHORT; at++) {
      const code = this.#bytes.at(index * SHORT + at);
      if (code === 0) break;
      text += String.fromCharCode(code);
    }
    return text;
  }
}

const SHORT = 32;
const SHORT_TEXT = /^[\x20-\x7e]{0,32}$/;

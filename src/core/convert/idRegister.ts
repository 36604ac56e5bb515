import { foldId } from './foldId';

/** An earlier record with the same or a similar identifier, and the physical line on which it begins. */
export interface EarlierId {
  readonly kind: 'same' | 'near';
  readonly line: number;
}

/** The identifiers seen so far, each with the line of its first record. Keeps every distinct identifier in memory. */
export class IdRegister {
  /** By folded identifier. */
  readonly #lines = new Map<string, number>();
  /** By folded identifier, the first original, if folding changed it. */
  readonly #spellings = new Map<string, string>();
  /** Further identifiers that fold to a known form, with the line of their first record. */
  readonly #variants = new Map<string, number>();

  /** The number of distinct identifiers. */
  get size(): number {
    return this.#lines.size + this.#variants.size;
  }

  /**
   * Returns the earlier record with this or a similar identifier. Remembers the identifier unless it is already known.
   */
  note(id: string, line: number): EarlierId | undefined {
    const folded = foldId(id);
    const first = this.#lines.get(folded);
    if (first === undefined) {
      this.#lines.set(folded, line);
      if (folded !== id) this.#spellings.set(folded, id);
      return undefined;
    }
    const same = (this.#spellings.get(folded) ?? folded) === id ? first : this.#variants.get(id);
    if (same !== undefined) return { kind: 'same', line: same };
    this.#variants.set(id, line);
    return { kind: 'near', line: first };
  }
}

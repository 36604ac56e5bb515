import { foldId } from './foldId';

/** An earlier record whose identifier is the same, or nearly, and the physical line on which it begins. */
export interface EarlierId {
  readonly kind: 'same' | 'near';
  readonly line: number;
}

/** The identifiers that have been seen, each with the line of its first record. Holds every different one. */
export class IdRegister {
  /** By folded identifier. */
  readonly #lines = new Map<string, number>();
  /** The first identifier as it was, where folding changed it. */
  readonly #spellings = new Map<string, string>();
  /** Others that fold to the same, with the line of their first record. */
  readonly #variants = new Map<string, number>();

  /** The number of different ones. */
  get size(): number {
    return this.#lines.size + this.#variants.size;
  }

  /** The record before that has this identifier, if there is one; else it is kept in mind. */
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

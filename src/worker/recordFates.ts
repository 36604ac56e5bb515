import type { RowFate } from '../preview/largeProtocol';

/** As it is kept. A record that nothing else is said of becomes an operation. */
const CODES: Readonly<Record<RowFate, number>> = { operation: 0, refused: 1, excluded: 2 };
const FATES: readonly RowFate[] = ['operation', 'refused', 'excluded'];

/** What becomes of every record of a large extract, and in which request it goes: 5 bytes a record. */
export class RecordFates {
  #fates = new Uint8Array(4096);
  #batches = new Uint32Array(4096);

  /** @param number from 1 */
  note(number: number, fate: Exclude<RowFate, 'operation'>): void {
    this.#reserve(number);
    this.#fates[number - 1] = CODES[fate];
  }

  noteBatch(number: number, batch: number): void {
    this.#reserve(number);
    this.#batches[number - 1] = batch;
  }

  of(number: number): RowFate {
    return FATES[this.#fates[number - 1] ?? 0] ?? 'operation';
  }

  /** The number of the request; `undefined` while it is being filled. */
  batchOf(number: number): number | undefined {
    const batch = this.#batches[number - 1] ?? 0;
    return batch === 0 ? undefined : batch;
  }

  #reserve(number: number): void {
    if (number <= this.#fates.length) return;
    const length = Math.max(number, this.#fates.length * 2);
    const fates = new Uint8Array(length);
    const batches = new Uint32Array(length);
    fates.set(this.#fates);
    batches.set(this.#batches);
    [this.#fates, this.#batches] = [fates, batches];
  }
}

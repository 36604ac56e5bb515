import type { ListedRows, NumberedRow } from './listedRows';

/**
 * The place that a key has gone to while its row has not arrived: while an extract is read, or read again, the list is longer than what
 * can be shown of it.
 */
export class AwaitedRow<Row extends NumberedRow> {
  #place: number | undefined;
  #rows: ListedRows<Row> | undefined;

  /** `undefined`: no row is awaited. */
  get place(): number | undefined {
    return this.#place;
  }

  /** Awaits the row at a place, instead of the one before. */
  goTo(rows: ListedRows<Row>, place: number): void {
    this.#rows = rows;
    this.#place = place;
  }

  forget(): void {
    this.#place = undefined;
    this.#rows = undefined;
  }

  /** The awaited row, once, if it has arrived; the last one where the list has become shorter. Other rows than before are not those that were meant. */
  take(rows: ListedRows<Row>): Row | undefined {
    if (this.#place === undefined) return undefined;
    const row = rows === this.#rows ? rows.at(Math.min(this.#place, rows.length - 1)) : undefined;
    if (row !== undefined || rows !== this.#rows) this.forget();
    return row;
  }
}

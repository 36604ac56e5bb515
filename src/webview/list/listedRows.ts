/** A row is known by a number. */
export interface NumberedRow {
  readonly record: number;
}

/** Rows that are asked for at once. */
export const PAGE = 64;

/** Pages that are kept; the ones that were asked for longest ago are let go of. */
const MAX_PAGES = 40;

interface Page<Row> {
  readonly rows: readonly Row[];
  readonly version: number;
}

/** The rows of the list, by their place: those in sight are asked for, a page at a time. */
export class ListedRows<Row extends NumberedRow> {
  readonly #ask: (from: number, count: number) => Promise<readonly Row[]>;
  readonly #arrived: () => void;
  readonly #pages = new Map<number, Page<Row>>();
  readonly #asked = new Map<number, Promise<void>>();
  readonly #isOfAll: boolean;
  #length = 0;
  #edition = 0;
  /** Counts what makes every row that is there out of date. */
  #version = 0;

  /**
   * @param isOfAll whether every record is among the rows: then a record's place is known by its number
   * @param arrived called when rows have come
   */
  constructor(ask: (from: number, count: number) => Promise<readonly Row[]>, isOfAll: boolean, arrived: () => void) {
    this.#ask = ask;
    this.#isOfAll = isOfAll;
    this.#arrived = arrived;
  }

  get length(): number {
    return this.#length;
  }

  /**
   * There are so many rows now.
   * @param edition another one than before: every row may be a different one; it is shown until the new one has come
   */
  resize(length: number, edition: number): void {
    this.#length = length;
    if (edition !== this.#edition) this.refresh();
    this.#edition = edition;
  }

  /** Every row is asked for again when it is drawn, and shown as it is until then. */
  refresh(): void {
    this.#version++;
  }

  /** `undefined` for one that is not there yet; the list is drawn again once it is. */
  at(index: number): Row | undefined {
    if (index < 0 || index >= this.#length) return undefined;
    const page = this.#pages.get(Math.floor(index / PAGE));
    const row = page?.rows[index % PAGE];
    if (row === undefined || page?.version !== this.#version) void this.#fetch(Math.floor(index / PAGE));
    return row;
  }

  /** The place of a record; -1 when that is not known. */
  indexOf(record: number | undefined): number {
    if (record === undefined) return -1;
    if (this.#isOfAll) return record <= this.#length ? record - 1 : -1;
    for (const [page, { rows }] of this.#pages) {
      const place = rows.findIndex((row) => row.record === record);
      if (place >= 0) return page * PAGE + place;
    }
    return -1;
  }

  /** The row, once it is there; `undefined` for a place that there is not. */
  async load(index: number): Promise<Row | undefined> {
    const row = this.at(index);
    if (row !== undefined || index < 0 || index >= this.#length) return row;
    await this.#fetch(Math.floor(index / PAGE));
    return this.#pages.get(Math.floor(index / PAGE))?.rows[index % PAGE];
  }

  /** One question a page at a time; a page that was short when it came is asked for again once there are more rows. */
  #fetch(page: number): Promise<void> {
    const asked = this.#asked.get(page);
    if (asked !== undefined) return asked;
    const version = this.#version;
    const answer = this.#ask(page * PAGE, PAGE)
      .then(
        (rows) => {
          this.#keep(page, { rows, version });
        },
        () => {
          // The rows stay as they are, and are asked for again when they are drawn again
        },
      )
      .finally(() => this.#asked.delete(page));
    this.#asked.set(page, answer);
    return answer;
  }

  #keep(place: number, page: Page<Row>): void {
    const known = this.#pages.get(place);
    const isShort = page.rows.length < Math.min(PAGE, this.#length - place * PAGE);
    // The others are not read again yet: those of before are shown until then
    if (isShort && known !== undefined && known.rows.length > page.rows.length) return;
    const isNews = page.version !== known?.version || page.rows.length > known.rows.length;
    this.#pages.delete(place);
    this.#pages.set(place, page);
    const [oldest] = this.#pages.keys();
    if (this.#pages.size > MAX_PAGES && oldest !== undefined) this.#pages.delete(oldest);
    // An answer with nothing new would be asked for again at once
    if (isNews) this.#arrived();
  }
}

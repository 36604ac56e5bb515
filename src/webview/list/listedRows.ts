/** A row with its number. */
export interface NumberedRow {
  readonly record: number;
}

/** Number of rows per request. */
export const PAGE = 64;

/** Maximum number of pages to keep; the ones that were requested longest ago are dropped. */
const MAX_PAGES = 40;

interface Page<Row> {
  readonly rows: readonly Row[];
  readonly version: number;
}

/** The rows of the list, by their place: those in sight are requested a page at a time. */
export class ListedRows<Row extends NumberedRow> {
  readonly #ask: (from: number, count: number) => Promise<readonly Row[]>;
  readonly #arrived: () => void;
  readonly #pages = new Map<number, Page<Row>>();
  readonly #asked = new Map<number, Promise<void>>();
  readonly #isOfAll: boolean;
  #length = 0;
  #edition = 0;
  /** Counts the events that make all rows outdated. */
  #version = 0;

  /**
   * @param isOfAll whether every record is among the rows: then a record's number gives its place
   * @param arrived called when rows have arrived
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

  /** Every row is requested again when it is drawn, and the old one is shown until then. */
  refresh(): void {
    this.#version++;
  }

  /** `undefined` for a row that has not arrived; the list is drawn again once it has. */
  at(index: number): Row | undefined {
    if (index < 0 || index >= this.#length) return undefined;
    const page = this.#pages.get(Math.floor(index / PAGE));
    const row = page?.rows[index % PAGE];
    if (row === undefined || page?.version !== this.#version) void this.#fetch(Math.floor(index / PAGE));
    return row;
  }

  /** The place of a record; -1 if it is not known. */
  indexOf(record: number | undefined): number {
    if (record === undefined) return -1;
    if (this.#isOfAll) return record <= this.#length ? record - 1 : -1;
    for (const [page, { rows }] of this.#pages) {
      const place = rows.findIndex((row) => row.record === record);
      if (place >= 0) return page * PAGE + place;
    }
    return -1;
  }

  /** The row, once it has arrived; `undefined` for a place that does not exist. */
  async load(index: number): Promise<Row | undefined> {
    const row = this.at(index);
    if (row !== undefined || index < 0 || index >= this.#length) return row;
    await this.#fetch(Math.floor(index / PAGE));
    return this.#pages.get(Math.floor(index / PAGE))?.rows[index % PAGE];
  }

  /** One request per page at a time; a page that was short is requested again once there are more rows. */
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
          // The rows stay, and are requested again when they are drawn again
        },
      )
      .finally(() => this.#asked.delete(page));
    this.#asked.set(page, answer);
    return answer;
  }

  #keep(place: number, page: Page<Row>): void {
    const known = this.#pages.get(place);
    const isShort = page.rows.length < Math.min(PAGE, this.#length - place * PAGE);
    // The others have not been read again: the old ones are shown until then
    if (isShort && known !== undefined && known.rows.length > page.rows.length) return;
    const isNews = page.version !== known?.version || page.rows.length > known.rows.length;
    this.#pages.delete(place);
    this.#pages.set(place, page);
    const [oldest] = this.#pages.keys();
    if (this.#pages.size > MAX_PAGES && oldest !== undefined) this.#pages.delete(oldest);
    // An answer without anything new would be requested again at once
    if (isNews) this.#arrived();
  }
}

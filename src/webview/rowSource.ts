import type { PreviewRow } from '../preview/protocol';

/** The rows of the list, by their place. */
export interface RowSource {
  readonly length: number;
  /** `undefined` for one that is not there yet; the list is drawn anew once it is. */
  at(index: number): PreviewRow | undefined;
  /** Where a record stands; -1 when that is not known. */
  indexOf(record: number | undefined): number;
  /** The row, once it is there; `undefined` for a place that there is not. */
  load(index: number): Promise<PreviewRow | undefined>;
}

/** Rows that are all there. */
export class ListedRows implements RowSource {
  readonly #rows: readonly PreviewRow[];

  constructor(rows: readonly PreviewRow[]) {
    this.#rows = rows;
  }

  get length(): number {
    return this.#rows.length;
  }

  at(index: number): PreviewRow | undefined {
    return this.#rows[index];
  }

  indexOf(record: number | undefined): number {
    return this.#rows.findIndex((row) => row.record === record);
  }

  load(index: number): Promise<PreviewRow | undefined> {
    return Promise.resolve(this.#rows[index]);
  }
}

/** Rows that are asked for at once. */
export const PAGE = 64;

/** Pages that are kept; the ones that were asked for longest ago are let go of. */
const KEPT = 40;

/** Rows of which there are too many to have them all: those in sight are asked for, a page at a time. */
export class PagedRows implements RowSource {
  readonly #ask: (from: number, count: number) => Promise<readonly PreviewRow[]>;
  readonly #arrived: () => void;
  readonly #pages = new Map<number, readonly PreviewRow[]>();
  readonly #asked = new Map<number, Promise<void>>();
  #length = 0;
  readonly #isOfAll: boolean;

  /**
   * @param isOfAll whether every record is among the rows: then a record's place is known by its number
   * @param arrived called when rows have come
   */
  constructor(
    ask: (from: number, count: number) => Promise<readonly PreviewRow[]>,
    isOfAll: boolean,
    arrived: () => void,
  ) {
    this.#ask = ask;
    this.#isOfAll = isOfAll;
    this.#arrived = arrived;
  }

  get length(): number {
    return this.#length;
  }

  /** More rows have been found. */
  grow(length: number): void {
    this.#length = length;
  }

  at(index: number): PreviewRow | undefined {
    if (index < 0 || index >= this.#length) return undefined;
    const row = this.#pages.get(Math.floor(index / PAGE))?.[index % PAGE];
    if (row === undefined) void this.#fetch(Math.floor(index / PAGE));
    return row;
  }

  indexOf(record: number | undefined): number {
    if (record === undefined) return -1;
    if (this.#isOfAll) return record <= this.#length ? record - 1 : -1;
    for (const [page, rows] of this.#pages) {
      const place = rows.findIndex((row) => row.record === record);
      if (place >= 0) return page * PAGE + place;
    }
    return -1;
  }

  async load(index: number): Promise<PreviewRow | undefined> {
    const row = this.at(index);
    if (row !== undefined || index < 0 || index >= this.#length) return row;
    await this.#fetch(Math.floor(index / PAGE));
    return this.#pages.get(Math.floor(index / PAGE))?.[index % PAGE];
  }

  /** One question a page at a time; a page that was short when it came is asked for again once there are more rows. */
  #fetch(page: number): Promise<void> {
    const asked = this.#asked.get(page);
    if (asked !== undefined) return asked;
    const answer = this.#ask(page * PAGE, PAGE)
      .then(
        (rows) => {
          this.#keep(page, rows);
        },
        () => {
          // The editor has told the user; the rows stay empty, and are asked for again when they are drawn again
        },
      )
      .finally(() => this.#asked.delete(page));
    this.#asked.set(page, answer);
    return answer;
  }

  #keep(page: number, rows: readonly PreviewRow[]): void {
    const isNews = rows.length > (this.#pages.get(page)?.length ?? 0);
    this.#pages.delete(page);
    this.#pages.set(page, rows);
    const [oldest] = this.#pages.keys();
    if (this.#pages.size > KEPT && oldest !== undefined) this.#pages.delete(oldest);
    // An answer with nothing new would be asked for again at once
    if (isNews) this.#arrived();
  }
}

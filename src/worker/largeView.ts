import { setImmediate } from 'node:timers/promises';
import type { IndexedExtract, IndexedRow } from '../extract/index/indexedExtract';
import type { LargeFilter, LargeView } from '../preview/largeProtocol';
import type { Changes } from './changes';
import { FoundRecords } from './foundRecords';
import type { LargeRows } from './largeRows';
import type { RecordFates } from './recordFates';

/** Records that are read at once when a text is looked for; about 1 MB. */
const AT_ONCE = 4096;

/** What is looked through, while it is still being read. */
export interface Searched {
  readonly extract: IndexedExtract;
  readonly fates: RecordFates;
  readonly rows: LargeRows;
  readonly changes: Changes;
  readonly isRead: () => boolean;
}

/** The part of a large extract that a filter leaves: found in the background, also of what is read later. */
export class FilteredView {
  readonly view: number;
  readonly #searched: Searched;
  readonly #filter: LargeFilter;
  readonly #wanted: string;
  readonly #found = new FoundRecords();
  #looked = 0;
  #isGivenUp = false;

  constructor(view: number, filter: LargeFilter, searched: Searched) {
    this.view = view;
    this.#filter = filter;
    this.#wanted = filter.text.trim().toLowerCase();
    this.#searched = searched;
  }

  get state(): LargeView {
    const { extract, isRead } = this.#searched;
    if (this.#isOfAll) return { view: this.view, count: extract.records, isComplete: isRead() };
    const isComplete = isRead() && this.#looked >= extract.records;
    return { view: this.view, count: this.#found.count, isComplete };
  }

  /** The numbers of the records at these places. */
  records(from: number, count: number): readonly number[] {
    if (!this.#isOfAll) return this.#found.slice(from, count);
    const last = Math.min(from + count, this.#searched.extract.records);
    return Array.from({ length: Math.max(0, last - from) }, (_, index) => from + index + 1);
  }

  giveUp(): void {
    this.#isGivenUp = true;
  }

  /** Looks through the records until all are looked at, or until it is given up. */
  async search(): Promise<void> {
    const { extract, changes, isRead } = this.#searched;
    while (!this.#isOfAll && !this.#isGivenUp) {
      const { version } = changes;
      const last = Math.min(extract.records, this.#looked + AT_ONCE);
      if (last > this.#looked) {
        await this.#look(this.#looked + 1, last);
        this.#looked = last;
        changes.publish();
        await setImmediate();
      } else if (isRead()) return;
      else await changes.after(version);
    }
  }

  get #isOfAll(): boolean {
    return this.#wanted === '' && this.#filter.fate === undefined;
  }

  async #look(from: number, to: number): Promise<void> {
    const { extract, fates } = this.#searched;
    const { fate } = this.#filter;
    const isMeant = (record: number) => fate === undefined || fates.of(record) === fate;
    if (this.#wanted === '') {
      for (let record = from; record <= to; record++) if (isMeant(record)) this.#found.add(record);
      return;
    }
    for (const row of await extract.rows(from, to)) {
      if (isMeant(row.record.number) && this.#holds(row)) this.#found.add(row.record.number);
    }
  }

  #holds(row: IndexedRow): boolean {
    const texts = [...this.#searched.rows.texts(row), String(row.record.line)];
    return texts.some((text) => text.toLowerCase().includes(this.#wanted));
  }
}

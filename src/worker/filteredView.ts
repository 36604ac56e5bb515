import { setImmediate } from 'node:timers/promises';
import type { IndexedExtract } from '../extract/index/indexedExtract';
import type { IndexedRow } from '../extract/index/indexedRow';
import type { ListRequest, ListView } from '../preview/previewState';
import type { Changes } from './changes';
import { FoundRecords } from './foundRecords';
import type { RowMaker } from './rowMaker';
import type { RecordStates } from './recordStates';

/** Records that are read at once when a text is looked for; about 1 MB. */
const AT_ONCE = 4096;

/** What is looked through, while it is still being read. */
interface Searched {
  readonly extract: Pick<IndexedExtract, 'rows'>;
  readonly states: Pick<RecordStates, 'of'>;
  readonly rows: Pick<RowMaker, 'texts'>;
  readonly changes: Changes;
  /** Records of which everything has been noted. */
  readonly records: () => number;
  readonly isRead: () => boolean;
}

/** The part of an extract that a filter leaves: found in the background, also of what is read later. */
export class FilteredView {
  readonly view: number;
  readonly #searched: Searched;
  readonly #wanted: string;
  readonly #request: ListRequest;
  /** Those that hold the text: their states may change, their texts do not. */
  #matches = new FoundRecords();
  #found = new FoundRecords();
  #looked = 0;
  #isGivenUp = false;

  constructor(request: ListRequest, searched: Searched) {
    this.view = request.view;
    this.#request = request;
    this.#wanted = request.filter.text.trim().toLowerCase();
    this.#searched = searched;
  }

  /** Whether it has to be looked for what is in it: otherwise every record is. */
  get isSearch(): boolean {
    return this.#wanted !== '' || this.#request.filter.state !== undefined;
  }

  get state(): ListView {
    const { records, isRead } = this.#searched;
    const { chosen } = this.#request;
    const place = chosen === undefined ? undefined : this.#placeOf(chosen);
    return {
      view: this.view,
      count: this.isSearch ? this.#found.count : records(),
      isComplete: isRead() && (!this.isSearch || this.#looked >= records()),
      ...(place === undefined ? {} : { place }),
    };
  }

  /** The numbers of the records at these places. */
  records(from: number, count: number): readonly number[] {
    if (this.isSearch) return this.#found.slice(from, count);
    const last = Math.min(from + count, this.#searched.records());
    return Array.from({ length: Math.max(0, last - from) }, (_, index) => from + index + 1);
  }

  giveUp(): void {
    this.#isGivenUp = true;
  }

  /** Records have other states now. Texts need not be looked for again. */
  restate(): void {
    this.#found = new FoundRecords();
    if (this.#wanted !== '') for (const record of this.#matches) this.#keepIfMeant(record);
    else for (let record = 1; record <= this.#looked; record++) this.#keepIfMeant(record);
  }

  /** Looks through the records until all are looked at, or until it is given up. */
  async search(): Promise<void> {
    const { records, changes, isRead } = this.#searched;
    while (this.isSearch && !this.#isGivenUp) {
      const { version } = changes;
      const last = Math.min(records(), this.#looked + AT_ONCE);
      if (last > this.#looked) {
        await this.#look(this.#looked + 1, last);
        changes.publish();
        await setImmediate();
      } else if (isRead()) return;
      else await changes.after(version);
    }
  }

  #placeOf(record: number): number | undefined {
    if (this.isSearch) return this.#found.placeOf(record);
    return record >= 1 && record <= this.#searched.records() ? record - 1 : undefined;
  }

  async #look(from: number, to: number): Promise<void> {
    const matches = this.#wanted === '' ? undefined : await this.#searched.extract.rows(from, to);
    // Nothing is waited for from here on: states may change meanwhile, and then everything is gone through again
    if (matches === undefined) for (let record = from; record <= to; record++) this.#keepIfMeant(record);
    else
      for (const row of matches) {
        if (!this.#holds(row)) continue;
        this.#matches.add(row.record.number);
        this.#keepIfMeant(row.record.number);
      }
    this.#looked = to;
  }

  #keepIfMeant(record: number): void {
    const { state } = this.#request.filter;
    if (state === undefined || this.#searched.states.of(record) === state) this.#found.add(record);
  }

  #holds(row: IndexedRow): boolean {
    const texts = [...this.#searched.rows.texts(row), String(row.record.line)];
    return texts.some((text) => text.toLowerCase().includes(this.#wanted));
  }
}

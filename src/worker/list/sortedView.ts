import type { IndexedExtract } from '../../extract/index/indexedExtract';
import type { ListSort, ListView } from '../../preview/previewState';
import { SHOWN_STATES } from '../../preview/previewState';
import type { Changes } from '../changes';
import type { FilteredView } from './filteredView';
import type { RecordStates } from '../recordStates';
import type { RowMaker } from './rowMaker';
import { sortedNumbers } from './sortedNumbers';
import { SortKeys } from './sortKeys';

/** Number of records that are read at once for their sort keys; about 1 MB. */
const AT_ONCE = 4096;

/** The share of the work that reading takes; the rest is comparing. */
const READING = 0.7;

/** Milliseconds between two reports of progress. */
const PACE = 100;

interface Sorted {
  readonly extract: Pick<IndexedExtract, 'rowsAt'>;
  readonly rows: Pick<RowMaker, 'sortText'>;
  readonly states: Pick<RecordStates, 'of'>;
  readonly changes: Changes;
  readonly isRead: () => boolean;
}

/** The records that match a filter, in another order: sorted in the background, once everything is found. */
export class SortedView {
  readonly #found: FilteredView;
  readonly #sort: ListSort;
  readonly #sorted: Sorted;
  #order: Uint32Array | undefined;
  #share = 0;
  #due = 0;
  /** Counts the changes of the order and of its records. */
  #wanted = 1;
  #settled = 0;
  #isGivenUp = false;

  constructor(found: FilteredView, sort: ListSort, sorted: Sorted) {
    this.#found = found;
    this.#sort = sort;
    this.#sorted = sorted;
  }

  get view(): number {
    return this.#found.view;
  }

  /** It reports by itself when something is visible; the start of the sort is visible at once. */
  readonly isSearch = false;

  get state(): ListView {
    const { place: _place, ...found } = this.#found.state;
    const place = this.#found.chosen === undefined ? -1 : (this.#order?.indexOf(this.#found.chosen) ?? -1);
    return {
      ...found,
      count: this.#order?.length ?? 0,
      isComplete: found.isComplete && this.#settled === this.#wanted,
      ...(this.#order === undefined ? { sorting: this.#share } : {}),
      ...(place >= 0 ? { place } : {}),
    };
  }

  /** The numbers of the records at these places. */
  records(from: number, count: number): readonly number[] {
    return [...(this.#order?.subarray(from, from + count) ?? [])];
  }

  giveUp(): void {
    this.#isGivenUp = true;
    this.#found.giveUp();
  }

  /** Records have other states now, so the order or the list may be different. */
  restate(): void {
    this.#found.restate();
    this.#wanted++;
  }

  /** Finds and sorts until it is cancelled; the list may change whenever records change their states. */
  async search(): Promise<void> {
    const { changes, isRead } = this.#sorted;
    await this.#found.search();
    while (!this.#isGivenUp) {
      const { version } = changes;
      if (isRead() && this.#settled !== this.#wanted) {
        const wanted = this.#wanted;
        const order = await this.#sortedRecords();
        if (order === undefined) return;
        this.#order = order;
        this.#settled = wanted;
        changes.publish();
      } else await changes.after(version);
    }
  }

  async #sortedRecords(): Promise<Uint32Array | undefined> {
    const numbers = Uint32Array.from(this.#found.records(0, this.#found.state.count));
    const { by, isDescending } = this.#sort;
    if (by === 'line') return isDescending ? numbers.reverse() : numbers;
    const compare = by === 'state' ? this.#comparingStates(numbers) : await this.#comparingTexts(numbers, by);
    if (compare === undefined) return undefined;
    const read = by === 'state' ? 0 : READING;
    const places = await sortedNumbers(
      Uint32Array.from(numbers, (_, place) => place),
      {
        compare,
        isGivenUp: () => this.#isGivenUp,
        onProgress: (share) => {
          this.#tell(read + (1 - read) * share);
        },
      },
    );
    return places?.map((place) => numbers[place] ?? 0);
  }

  #comparingStates(numbers: Uint32Array): (one: number, other: number) => number {
    const ranks = Uint8Array.from(numbers, (record) => SHOWN_STATES.indexOf(this.#sorted.states.of(record)));
    const sign = this.#sort.isDescending ? -1 : 1;
    return (one, other) => sign * ((ranks[one] ?? 0) - (ranks[other] ?? 0));
  }

  async #comparingTexts(
    numbers: Uint32Array,
    by: 'id' | 'name' | number,
  ): Promise<((one: number, other: number) => number) | undefined> {
    const { extract, rows } = this.#sorted;
    const keys = new SortKeys();
    for (let start = 0; start < numbers.length; start += AT_ONCE) {
      const read = await extract.rowsAt([...numbers.subarray(start, start + AT_ONCE)]);
      if (this.#isGivenUp) return undefined;
      for (const row of read) keys.add(rows.sortText(row, by));
      this.#tell((READING * start) / numbers.length);
    }
    return keys.comparing(this.#sort.isDescending);
  }

  #tell(share: number): void {
    this.#share = share;
    const now = performance.now();
    // While an order is shown, the next one is announced only once it is ready
    if (this.#order !== undefined || now < this.#due) return;
    this.#due = now + PACE;
    this.#sorted.changes.publish();
  }
}

import { setImmediate } from 'node:timers/promises';
import type { ExtractHeader } from '../../core/csv/extractEvent';
import type { IndexedExtract } from '../../extract/index/indexedExtract';
import type { ListRequest, ListView } from '../../preview/previewState';
import type { Changes } from '../changes';
import { FoundRecords } from './foundRecords';
import type { ProblemTally } from '../problemTally';
import type { RowMaker } from './rowMaker';
import type { RecordStates } from '../recordStates';
import { isSearchable, TextSearch } from './textSearch';

/** Number of records that a text search reads at once; about 1 MB. */
const AT_ONCE = 4096;

/** Milliseconds between two reports of progress. */
const PACE = 50;

/** The source of a search, while it is still being read. */
interface Searched {
  readonly extract: Pick<IndexedExtract, 'parts' | 'lines'>;
  readonly states: Pick<RecordStates, 'of' | 'predictedOf'>;
  readonly problems: Pick<ProblemTally, 'has'> | undefined;
  readonly rows: Pick<RowMaker, 'named'>;
  readonly header: ExtractHeader;
  readonly changes: Changes;
  /** Number of records that are completely noted. */
  readonly records: () => number;
  readonly isRead: () => boolean;
}

/** The records of an extract that match a filter, found in the background, including those that are read later. */
export class FilteredView {
  readonly view: number;
  readonly #searched: Searched;
  readonly #text: TextSearch | undefined;
  readonly #request: ListRequest;
  /** Those that contain the text: their states may change, their texts do not. */
  #matches = new FoundRecords();
  #found = new FoundRecords();
  #looked = 0;
  #isGivenUp = false;

  constructor(request: ListRequest, searched: Searched) {
    this.view = request.view;
    this.#request = request;
    const { text } = request.filter;
    this.#text = isSearchable(text) ? textSearch(text, searched) : undefined;
    this.#searched = searched;
  }

  /** Whether a search is needed; otherwise every record matches. */
  get isSearch(): boolean {
    const { state, problem, outcome } = this.#request.filter;
    return this.#text !== undefined || state !== undefined || problem !== undefined || outcome !== undefined;
  }

  /** The record whose place is requested. */
  get chosen(): number | undefined {
    return this.#request.chosen;
  }

  get state(): ListView {
    const { records, isRead } = this.#searched;
    const { chosen } = this.#request;
    const place = chosen === undefined ? undefined : this.#placeOf(chosen);
    return {
      view: this.view,
      count: this.isSearch ? this.#found.count : records(),
      ...(this.isSearch ? { looked: this.#looked } : {}),
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

  /** Records have other states now. Texts need not be searched again. */
  restate(): void {
    this.#found = new FoundRecords();
    if (this.#text !== undefined) for (const record of this.#matches) this.#keepIfMeant(record);
    else for (let record = 1; record <= this.#looked; record++) this.#keepIfMeant(record);
  }

  /** Searches the records until all are checked or it is cancelled. Reports progress at once with the first hit, and now and then. */
  async search(): Promise<void> {
    const { records, changes, isRead } = this.#searched;
    let due = 0;
    while (this.isSearch && !this.#isGivenUp) {
      const { version } = changes;
      // The end of the last record is known once the next one begins
      const known = isRead() ? records() : records() - 1;
      const last = Math.min(known, this.#looked + AT_ONCE);
      if (last > this.#looked) {
        const before = this.#found.count;
        if (!(await this.#look(this.#looked + 1, last))) return;
        const now = performance.now();
        const isFirst = before === 0 && this.#found.count > 0;
        if (now >= due || isFirst || this.#looked >= records()) {
          due = now + PACE;
          changes.publish();
        }
        await setImmediate();
      } else if (isRead()) return;
      else await changes.after(version);
    }
  }

  #placeOf(record: number): number | undefined {
    if (this.isSearch) return this.#found.placeOf(record);
    return record >= 1 && record <= this.#searched.records() ? record - 1 : undefined;
  }

  /** Whether the search reached the end; otherwise it was cancelled. */
  async #look(from: number, to: number): Promise<boolean> {
    const matches = this.#text === undefined ? undefined : await this.#search(this.#text, from, to);
    if (this.#isGivenUp) return false;
    // There is no await from here on: states may change during one, and then everything is filtered again
    if (matches === undefined) for (let record = from; record <= to; record++) this.#keepIfMeant(record);
    else
      for (const record of matches) {
        this.#matches.add(record);
        this.#keepIfMeant(record);
      }
    this.#looked = to;
    return true;
  }

  async #search(text: TextSearch, from: number, to: number): Promise<readonly number[]> {
    const found: number[] = [];
    for (const part of await this.#searched.extract.parts(from, to)) {
      if (this.#isGivenUp) return [];
      found.push(...text.find(part));
    }
    return found;
  }

  #keepIfMeant(record: number): void {
    const { state, problem, outcome } = this.#request.filter;
    const { states, problems } = this.#searched;
    if (state !== undefined && states.of(record) !== state) return;
    if (outcome !== undefined && states.predictedOf(record) !== outcome) return;
    if (problem !== undefined && problems?.has(problem, record) !== true) return;
    this.#found.add(record);
  }
}

function textSearch(text: string, { rows, header, extract }: Searched): TextSearch {
  return new TextSearch(text, rows.named, { header, lines: extract.lines });
}

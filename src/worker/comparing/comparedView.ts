import { setImmediate } from 'node:timers/promises';
import type { ComparedPeople } from '../../core/baseline/comparedPeople';
import type { ExtractHeader } from '../../core/csv/extractEvent';
import type { IndexedExtract } from '../../extract/index/indexedExtract';
import type { ComparedList, ComparedRequest } from '../../preview/comparison/comparedPeople';
import type { RowMaker } from '../list/rowMaker';
import { isSearchable, TextSearch } from '../list/textSearch';
import type { ComparedOrder } from './comparedOrder';

/** Number of records that a text search reads at once; about 1 MB. */
const AT_ONCE = 4096;

/** An extract whose records can be read again, each by its number. */
export interface ReadSide {
  readonly extract: IndexedExtract;
  readonly header: ExtractHeader;
  readonly rows: RowMaker;
}

/** The parts of a list. */
export interface ComparedSides {
  readonly compared: ComparedPeople;
  readonly order: ComparedOrder;
  readonly own: ReadSide;
  /** Absent where only hashes of the others are known. */
  readonly other?: ReadSide & { readonly records: Uint32Array };
}

/** The people that match a filter, in their order. */
export class ComparedView {
  readonly #request: ComparedRequest;
  readonly #sides: ComparedSides;
  #found: Uint32Array | undefined;
  #isGivenUp = false;

  constructor(request: ComparedRequest, sides: ComparedSides) {
    this.#request = request;
    this.#sides = sides;
    const { text, kind } = request.filter;
    if (!isSearchable(text)) this.#found = this.#withAttribute(sides.order.of(kind));
  }

  get state(): ComparedList {
    return {
      view: this.#request.view,
      count: this.#found?.length ?? 0,
      isComplete: this.#found !== undefined,
    };
  }

  /** The numbers of the people at these places; see {@link ComparedOrder}. */
  people(from: number, count: number): readonly number[] {
    return [...(this.#found?.subarray(from, from + count) ?? [])];
  }

  giveUp(): void {
    this.#isGivenUp = true;
  }

  /** Searches for the text; the list stays empty until both extracts have been searched. */
  async search(): Promise<void> {
    if (this.#found !== undefined) return;
    const { own, other, order } = this.#sides;
    const { text, kind } = this.#request.filter;
    const here = kind === 'leaver' ? new Set<number>() : await this.#matches(text, own);
    const isWanted = other !== undefined && (kind === undefined || kind === 'leaver');
    const there = isWanted ? await this.#matches(text, other) : new Set<number>();
    if (this.#isGivenUp) return;
    const holds = (number: number) => {
      const row = order.leaverRow(number);
      return row === undefined ? here.has(number) : there.has(other?.records[row] ?? 0);
    };
    this.#found = this.#withAttribute(order.of(kind).filter(holds));
  }

  #withAttribute(numbers: Uint32Array): Uint32Array {
    const { attribute } = this.#request.filter;
    if (attribute === undefined) return numbers;
    const { attributes, changes, changeWords, kinds } = this.#sides.compared;
    const index = attributes.indexOf(attribute);
    if (index < 0) return new Uint32Array();
    const [word, bit] = [index >> 5, 1 << (index & 31)];
    return numbers.filter(
      (number) => number <= kinds.length && ((changes[(number - 1) * changeWords + word] ?? 0) & bit) !== 0,
    );
  }

  async #matches(text: string, { extract, header, rows }: ReadSide): Promise<ReadonlySet<number>> {
    const search = new TextSearch(text, rows.named, { header, lines: extract.lines });
    const found = new Set<number>();
    for (let from = 1; from <= extract.records && !this.#isGivenUp; from += AT_ONCE) {
      for (const part of await extract.parts(from, Math.min(extract.records, from + AT_ONCE - 1)))
        for (const record of search.find(part)) found.add(record);
      await setImmediate();
    }
    return found;
  }
}

import { detached } from '../text/detached';

/** Records whose cells are kept: memory does not grow with the extract. */
const MAX_RECORDS = 5_000;

/** The share of unknown managers that must be in another column. */
const MAJORITY = 0.5;

/** Numbers can also match a column by coincidence. */
const NEARLY_ALL = 0.9;

/** The values of the columns of an extract, of its first records, to find the one that other values come from. */
export class ColumnValues {
  readonly #columns: readonly { readonly column: string; readonly place: number; readonly values: Set<string> }[];
  #records = 0;

  /** @param except columns that are not asked about */
  constructor(header: readonly string[], except: readonly string[]) {
    this.#columns = header.flatMap((column, place) =>
      except.includes(column) ? [] : [{ column, place, values: new Set<string>() }],
    );
  }

  add(cells: readonly string[]): void {
    if (this.#records >= MAX_RECORDS) return;
    this.#records++;
    for (const { place, values } of this.#columns) {
      const cell = cells[place] ?? '';
      if (cell !== '') values.add(detached(fold(cell)));
    }
  }

  /**
   * The column that holds most of these texts.
   * @param keys the texts as JSON
   * @param found texts of the same kind that were found where they should be
   */
  columnOf(keys: ReadonlySet<string>, found: number): string | undefined {
    const wanted = [...keys].map((key) => fold(JSON.parse(key) as string));
    const isOfNumbers = wanted.every((text) => /^[0-9]+$/.test(text));
    // Numbers are ids if some of them are
    if (wanted.length === 0 || (isOfNumbers && found > 0) || found > wanted.length) return undefined;
    const least = wanted.length * (isOfNumbers ? NEARLY_ALL : MAJORITY);
    const counted = this.#columns.map(({ column, values }) => ({
      column,
      count: wanted.filter((text) => values.has(text)).length,
      isOwn: values.size * 2 > this.#records,
    }));
    const [best] = counted
      .filter(({ count, isOwn }) => count > 0 && count >= least && isOwn)
      .sort((a, b) => b.count - a.count);
    return best?.column;
  }
}

function fold(text: string): string {
  return text.trim().toLowerCase();
}

import { detached } from '../text/detached';

/** Maximum number of records whose cells are kept, so that memory does not grow with the extract. */
const MAX_RECORDS = 5_000;

/** The minimum share of unknown managers that the other column must contain. */
const MAJORITY = 0.5;

/** The minimum share for numbers, which may also match a column by coincidence. */
const NEARLY_ALL = 0.9;

/** Keeps the values of the first records by column, to find the column that other values come from. */
export class ColumnValues {
  readonly #columns: readonly { readonly column: string; readonly place: number; readonly values: Set<string> }[];
  #records = 0;

  /** @param except columns that are not considered */
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
   * The column that contains most of the given texts.
   * @param keys the texts as JSON
   * @param found number of texts of the same kind that were found in the expected column
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

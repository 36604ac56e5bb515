/** Number of rows whose state is stored; the most recently changed ones are kept. */
const MAX_ROWS = 300;
/** Maximum depth of a path; none of our trees is deeper. */
const MAX_PATH = 10;

/**
 * The stored state of a tree. Rows are identified by short hashes of their ids, because an id may contain text of the
 * service.
 */
export interface SavedTree {
  readonly rows: readonly (readonly [row: string, isUnfolded: boolean])[];
  /** The path from the top to the selected row. */
  readonly selected: readonly string[];
  /** The number of rows shown below a row, if more were loaded. */
  readonly limits: readonly (readonly [row: string, limit: number])[];
}

/**
 * Remembers which rows of a tree the user has expanded, collapsed, selected and extended, so that the tree looks the
 * same after a window reload.
 */
export class TreeMemory {
  readonly #hash: (id: string) => string;
  /** The most recently changed rows are at the end. */
  readonly #rows: Map<string, boolean>;
  #selected: readonly string[];
  readonly #limits: Map<string, number>;

  /**
   * @param saved an earlier value of {@link TreeMemory.saved}, or anything else that the storage contains
   * @param hash hashes a row's id
   */
  constructor(saved: unknown, hash: (id: string) => string) {
    const { rows, selected, limits } = parseSaved(saved);
    this.#hash = hash;
    this.#rows = new Map(rows);
    this.#selected = selected;
    this.#limits = new Map(limits);
  }

  get saved(): SavedTree {
    return { rows: [...this.#rows], selected: this.#selected, limits: [...this.#limits] };
  }

  /** Whether the user last expanded or collapsed a row; `undefined` if neither. */
  isUnfolded(id: string): boolean | undefined {
    return this.#rows.get(this.#hash(id));
  }

  noteUnfolded(id: string, isUnfolded: boolean): void {
    keep(this.#rows, this.#hash(id), isUnfolded);
  }

  /** The number of rows shown below a row; `undefined` if no more were loaded. */
  limitOf(id: string): number | undefined {
    return this.#limits.get(this.#hash(id));
  }

  noteLimit(id: string, limit: number): void {
    keep(this.#limits, this.#hash(id), limit);
  }

  /** @param path ids from the top down to the row */
  noteSelected(path: readonly string[]): void {
    this.#selected = path.slice(0, MAX_PATH).map(this.#hash);
  }

  /** The number of rows on the path to the selected one, including itself; 0 if none was selected. */
  get depth(): number {
    return this.#selected.length;
  }

  /** Among the rows at a depth (from 0), the one on the path to the selected row. */
  onWay<Row extends { readonly id: string }>(rows: readonly Row[], depth: number): Row | undefined {
    const wanted = this.#selected[depth];
    return wanted === undefined ? undefined : rows.find(({ id }) => this.#hash(id) === wanted);
  }
}

function keep<Value>(rows: Map<string, Value>, row: string, value: Value): void {
  rows.delete(row);
  rows.set(row, value);
  const [oldest] = rows.keys();
  if (rows.size > MAX_ROWS && oldest !== undefined) rows.delete(oldest);
}

function parseSaved(saved: unknown): SavedTree {
  const { rows, selected, limits } = (typeof saved === 'object' && saved !== null ? saved : {}) as Record<
    string,
    unknown
  >;
  return {
    rows: Array.isArray(rows) ? rows.filter(isRow).slice(-MAX_ROWS) : [],
    selected: Array.isArray(selected) ? selected.filter(isText).slice(0, MAX_PATH) : [],
    limits: Array.isArray(limits) ? limits.filter(isLimit).slice(-MAX_ROWS) : [],
  };
}

function isRow(value: unknown): value is readonly [string, boolean] {
  return Array.isArray(value) && isText(value[0]) && typeof value[1] === 'boolean';
}

function isLimit(value: unknown): value is readonly [string, number] {
  return Array.isArray(value) && isText(value[0]) && Number.isSafeInteger(value[1]) && value[1] > 0;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

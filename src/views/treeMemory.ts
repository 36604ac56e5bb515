/** Number of rows whose state is remembered; the most recently changed are kept. */
const MAX_ROWS = 300;
/** Rows deep: none of our trees is deeper. */
const MAX_PATH = 10;

/** How a tree looks, as it is kept between two windows: rows by short hashes of their ids, because an id may hold a service's words. */
export interface SavedTree {
  readonly rows: readonly (readonly [row: string, isUnfolded: boolean])[];
  /** From the top down to the selected row. */
  readonly selected: readonly string[];
  /** How many rows are shown below a row, where more were asked for. */
  readonly limits: readonly (readonly [row: string, limit: number])[];
}

/** What the user has unfolded, folded, selected and asked for in a tree: it looks the same after the window is loaded again. */
export class TreeMemory {
  readonly #hash: (id: string) => string;
  /** Those that changed last are at the end. */
  readonly #rows: Map<string, boolean>;
  #selected: readonly string[];
  readonly #limits: Map<string, number>;

  /**
   * @param saved what {@link TreeMemory.saved} gave once, or anything else that was found in its place
   * @param hash of a row's id
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

  /** Whether a row was unfolded or folded last; `undefined` where nobody has done either. */
  isUnfolded(id: string): boolean | undefined {
    return this.#rows.get(this.#hash(id));
  }

  noteUnfolded(id: string, isUnfolded: boolean): void {
    keep(this.#rows, this.#hash(id), isUnfolded);
  }

  /** How many rows are shown below a row; `undefined` where nobody has asked for more. */
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

  /** How many rows lie on the way to the selected one, itself included; 0 where none was selected. */
  get depth(): number {
    return this.#selected.length;
  }

  /** Of the rows at a depth from 0 the one on the way to the selected one. */
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

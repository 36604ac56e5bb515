/** Number of rows whose state of expansion is remembered; the most recently changed are kept. */
const MAX_ROWS = 300;
/** Rows deep: none of our trees is deeper. */
const MAX_PATH = 10;

/** How a tree looks, as it is kept between two windows: rows by short hashes of their ids, because an id may hold a service's words. */
export interface SavedTree {
  readonly rows: readonly (readonly [row: string, isUnfolded: boolean])[];
  /** From the top down to the selected row. */
  readonly selected: readonly string[];
}

/** What the user has unfolded, folded and selected in a tree: it looks the same after the window is loaded again. */
export class TreeMemory {
  readonly #hash: (id: string) => string;
  /** Those that changed last are at the end. */
  readonly #rows: Map<string, boolean>;
  #selected: readonly string[];

  /**
   * @param saved what {@link TreeMemory.saved} gave once, or anything else that was found in its place
   * @param hash of a row's id
   */
  constructor(saved: unknown, hash: (id: string) => string) {
    const { rows, selected } = parseSaved(saved);
    this.#hash = hash;
    this.#rows = new Map(rows);
    this.#selected = selected;
  }

  get saved(): SavedTree {
    return { rows: [...this.#rows], selected: this.#selected };
  }

  /** Whether a row was unfolded or folded last; `undefined` where nobody has done either. */
  isUnfolded(id: string): boolean | undefined {
    return this.#rows.get(this.#hash(id));
  }

  noteUnfolded(id: string, isUnfolded: boolean): void {
    const row = this.#hash(id);
    this.#rows.delete(row);
    this.#rows.set(row, isUnfolded);
    const [oldest] = this.#rows.keys();
    if (this.#rows.size > MAX_ROWS && oldest !== undefined) this.#rows.delete(oldest);
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

function parseSaved(saved: unknown): SavedTree {
  const { rows, selected } = (typeof saved === 'object' && saved !== null ? saved : {}) as Record<string, unknown>;
  return {
    rows: Array.isArray(rows) ? rows.filter(isRow).slice(-MAX_ROWS) : [],
    selected: Array.isArray(selected) ? selected.filter(isText).slice(0, MAX_PATH) : [],
  };
}

function isRow(value: unknown): value is readonly [string, boolean] {
  return Array.isArray(value) && isText(value[0]) && typeof value[1] === 'boolean';
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

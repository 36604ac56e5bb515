import type { CellProblems } from '../extract/cells/cellProblem';
import { findCellProblems } from '../extract/cells/findCellProblems';
import { politeBytes } from './politeBytes';
import type { CellInput } from './protocol';

/** Looks for what is wrong in extracts that are open as text: of each key the newest look counts, older ones are given up. */
export class CellSearches {
  readonly #goesFirst: () => Promise<void>;
  readonly #newest = new Map<string, symbol>();

  /** @param goesFirst is waited for now and then: what somebody sees comes before what is said of it */
  constructor(goesFirst: () => Promise<void>) {
    this.#goesFirst = goesFirst;
  }

  async find({
    key,
    bytes,
    mapping,
    ...options
  }: CellInput & { readonly key: string }): Promise<CellProblems | undefined> {
    const own = Symbol(key);
    this.#newest.set(key, own);
    const isCancelled = () => this.#newest.get(key) !== own;
    const found = await findCellProblems(() => politeBytes(bytes, this.#goesFirst), mapping, {
      ...options,
      isCancelled,
    });
    if (isCancelled()) return undefined;
    this.#newest.delete(key);
    return found;
  }
}

import type { CellProblems } from '../extract/cells/cellProblem';
import { findCellProblems } from '../extract/cells/findCellProblems';
import { politeBytes } from './politeBytes';
import type { CellInput } from './protocol';

/** Searches extracts that are open as text for problems: for each key the newest search counts, older ones are cancelled. */
export class CellSearches {
  readonly #goesFirst: () => Promise<void>;
  readonly #newest = new Map<string, symbol>();

  /** @param goesFirst is awaited now and then: what a person sees precedes the problems that are reported about it */
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

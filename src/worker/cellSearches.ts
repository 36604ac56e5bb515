import type { CellProblems } from '../extract/cells/cellProblem';
import { findCellProblems } from '../extract/cells/findCellProblems';
import { placeBytes } from '../extract/index/extractPlace';
import type { CellInput } from './protocol';

/** Looks for what is wrong in extracts that are open as text: of each key the newest look counts, older ones are given up. */
export class CellSearches {
  readonly #newest = new Map<string, symbol>();

  async find({
    key,
    bytes,
    mapping,
    ...options
  }: CellInput & { readonly key: string }): Promise<CellProblems | undefined> {
    const own = Symbol(key);
    this.#newest.set(key, own);
    const isCancelled = () => this.#newest.get(key) !== own;
    const found = await findCellProblems(() => placeBytes(bytes), mapping, { ...options, isCancelled });
    if (isCancelled()) return undefined;
    this.#newest.delete(key);
    return found;
  }
}

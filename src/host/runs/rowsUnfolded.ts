import type { Memento } from 'vscode';
import { hashBody } from '../../extract/hashBody';
import type { RowLook } from '../../views/rowLook';
import type { RunElement } from '../../views/runElement';
import { TreeMemory } from '../../views/treeMemory';

const KEY = 'entraInbound.runsView';

/** Number of characters of a hash: unique among a few hundred rows. */
const HASHED = 16;

/** Number of runs of earlier windows to unfold again: the people of each are read again. */
const READ_AGAIN = 3;

/** Which rows of the tree of runs are unfolded, how many are shown below them and which one is selected, in this window and the next ones on this workspace. */
export class RowsUnfolded {
  readonly #memento: Memento;
  readonly #memory: TreeMemory;
  /** The ids of runs that were unfolded automatically. */
  readonly #readAgain = new Set<string>();

  constructor(memento: Memento) {
    this.#memento = memento;
    this.#memory = new TreeMemory(memento.get(KEY), (id) => hashBody(id).slice(0, HASHED));
  }

  /** Whether a row is unfolded: as the user has left it, otherwise by default. */
  of(element: RunElement, { unfolds }: Pick<RowLook, 'unfolds'>): RowLook['unfolds'] {
    if (unfolds === 'not') return unfolds;
    const isUnfolded = this.#memory.isUnfolded(element.id);
    if (element.kind !== 'run' || element.run.account !== undefined) {
      // A run of this window is unfolded; in the next window its people are not known without reading
      if (element.kind === 'run' && isUnfolded === undefined && unfolds === 'open') this.note(element, true);
      return isUnfolded === undefined ? unfolds : isUnfolded ? 'open' : 'closed';
    }
    if (isUnfolded !== true) return 'closed';
    if (this.#readAgain.size < READ_AGAIN) this.#readAgain.add(element.id);
    return this.#readAgain.has(element.id) ? 'open' : 'closed';
  }

  note({ id }: RunElement, isUnfolded: boolean): void {
    this.#memory.noteUnfolded(id, isUnfolded);
    this.#save();
  }

  /** How many people are shown below a row, by its id, where more were asked for. */
  get(id: string): number | undefined {
    return this.#memory.limitOf(id);
  }

  noteLimit(id: string, limit: number): void {
    this.#memory.noteLimit(id, limit);
    this.#save();
  }

  /** @param path from the top down to the row */
  noteSelected(path: readonly RunElement[]): void {
    this.#memory.noteSelected(path.map(({ id }) => id));
    this.#save();
  }

  /**
   * The row that was selected when the previous window was closed, if it is one of these.
   * @param path from the root down to their parent; empty: they are the top rows
   */
  selectedIn(path: readonly RunElement[], rows: readonly RunElement[]): RunElement | undefined {
    const isOnWay = path.every((row, depth) => this.#memory.onWay([row], depth) !== undefined);
    return isOnWay && this.#memory.depth === path.length + 1 ? this.#memory.onWay(rows, path.length) : undefined;
  }

  #save(): void {
    void this.#memento.update(KEY, this.#memory.saved);
  }
}

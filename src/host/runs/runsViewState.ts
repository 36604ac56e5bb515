import type { Disposable, Event, Memento } from 'vscode';
import { EventEmitter } from 'vscode';
import type { RunElement, RunsView } from '../../views/runElement';
import type { RowsUnfolded } from './rowsUnfolded';
import type { RunsFilter } from './runsFilter';

/** @param record the person's, from 1; `undefined`: the run itself */
type Reveal = (run: string, record: number | undefined) => Promise<RunElement | undefined>;

/** What the user has asked of the tree of runs. */
export class RunsViewState implements Disposable {
  readonly #changed = new EventEmitter<RunElement | undefined>();
  #filter: RunsFilter | undefined;
  #reveal: Reveal | undefined;
  readonly #memento: Memento;
  #unfolded: Promise<RowsUnfolded> | undefined;

  /** @param memento the stored state of this workspace */
  constructor(memento: Memento) {
    this.#memento = memento;
  }

  /** The state that the next window on this workspace restores. Loaded with the first row. */
  async unfolded(): Promise<RowsUnfolded> {
    const load = async () => new (await import('./rowsUnfolded')).RowsUnfolded(this.#memento);
    return (this.#unfolded ??= load());
  }

  /** Fired with the row whose people have changed, or with nothing when all may have changed. */
  get onDidChange(): Event<RunElement | undefined> {
    return this.#changed.event;
  }

  get filter(): RunsFilter | undefined {
    return this.#filter;
  }

  /** What the rows are made with now. */
  async view(): Promise<RunsView> {
    const limits = await this.unfolded();
    const filter = this.#filter;
    return {
      now: Date.now(),
      limits,
      ...(filter && { found: (account) => filter.found(account) }),
    };
  }

  /** More people are shown below a row. */
  async showMore(of: RunElement, limit: number): Promise<void> {
    await this.noteLimit(of.id, limit);
    this.#changed.fire(of);
  }

  /** As many people are shown below a row, by its id, when the tree is made next. */
  async noteLimit(id: string, limit: number): Promise<void> {
    (await this.unfolded()).noteLimit(id, limit);
  }

  /** Whether the runs are visible now: then a row makes a notification unnecessary. */
  isVisible = false;

  /** @param reveal shows a run or a person in the view */
  answerReveal(reveal: Reveal): void {
    this.#reveal = reveal;
  }

  /** Shows and selects a run, or a person of it, in the tree, even if it is folded or filtered out; returns the row. */
  async reveal(run: string, record?: number): Promise<RunElement | undefined> {
    return this.#reveal?.(run, record);
  }

  /** @param filter `undefined`: everybody is shown */
  setFilter(filter: RunsFilter | undefined): void {
    this.#filter = filter;
    this.#changed.fire(undefined);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

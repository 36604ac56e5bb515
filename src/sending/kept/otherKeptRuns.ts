import type { Answer } from '../../core/logs/answer';
import type { OtherRuns } from '../../core/logs/awaitingRun';
import type { Run } from '../../core/run/run';
import type { OtherReconciled } from '../../tenant/reconciling/reconcile';
import type { KeptRun } from '../../runs/runStore';
import { pastRuns } from '../facts/pastRuns';
import { runOf } from '../openRun';
import type { SendingContext } from '../sendingContext';

/** The other runs of a job, which may wait for the same entries. A run is only read again if it has changed. */
export class OtherKeptRuns {
  readonly #context: Pick<SendingContext, 'store' | 'wallClock'>;
  readonly #own: Pick<KeptRun, 'id' | 'plan' | 'state'>;
  readonly #known = new Map<string, { readonly other: OtherKept; readonly version: string }>();
  readonly #watching: { dispose(): void };
  #answer: OtherRuns<OtherReconciled> | undefined;

  constructor(context: Pick<SendingContext, 'store' | 'wallClock'>, own: Pick<KeptRun, 'id' | 'plan' | 'state'>) {
    this.#context = context;
    this.#own = own;
    this.#watching = context.store.watch(() => (this.#answer = undefined));
  }

  /** The current runs. Each run is the same object at every call. */
  async read(): Promise<OtherRuns<OtherReconciled>> {
    const known = this.#answer;
    if (known !== undefined) return known;
    const answer = { earlier: [] as OtherKept[], later: [] as OtherKept[] };
    // A change during the read triggers the next read
    this.#answer = answer;
    const { plan, id, state } = this.#own;
    // Oldest first
    for (const kept of [...(await pastRuns(this.#context, plan.target, id))].reverse()) {
      if (kept.state.startedAt === undefined) continue;
      const isEarlier = kept.state.startedAt < (state.startedAt ?? '');
      (isEarlier ? answer.earlier : answer.later).push(await this.#otherOf(kept));
    }
    return answer;
  }

  dispose(): void {
    this.#watching.dispose();
  }

  async #otherOf(kept: KeptRun): Promise<OtherKept> {
    const { store } = this.#context;
    const version = `${kept.state.lastAt ?? ''} ${kept.holder === undefined}`;
    const known = this.#known.get(kept.id);
    if (known?.version === version) return known.other;
    const run = await runOf(store, kept);
    const other = known?.other ?? new OtherKept(run);
    other.run = run;
    this.#known.set(kept.id, { other, version });
    return other;
  }
}

/** A run as of the last read of its journal. */
class OtherKept implements OtherReconciled {
  run: Run;

  constructor(run: Run) {
    this.run = run;
  }

  get since(): number {
    return this.run.since;
  }

  get awaitedSince(): number {
    return this.run.awaitedSince;
  }

  sentAs(externalId: string): Iterable<number> {
    return this.run.sentAs(externalId);
  }

  sinceOf(index: number): number {
    return this.run.sinceOf(index);
  }

  awaits(index: number): boolean {
    return this.run.awaits(index);
  }

  sentIn(index: number): string {
    return this.run.sentIn(index);
  }

  answersOf(index: number): readonly Answer[] {
    return this.run.answersOf(index);
  }

  hasEntry(entry: string): boolean {
    return this.run.hasEntry(entry);
  }
}

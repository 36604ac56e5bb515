import type { AwaitingRun } from './awaitingRun';

/**
 * Records which cycles of the service have processed which requests, according to entries about people whom only one
 * request can have sent. A cycle processes a whole request. If such a person was sent again since, an entry of another
 * cycle is therefore about the later request.
 */
export class WorkedCycles {
  /** By run and request: from a cycle to the time of its first entry, in milliseconds since 1970. */
  readonly #cycles = new Map<AwaitingRun, Map<string, Map<string, number>>>();

  /** @param runs all runs that may have sent the person */
  note(
    runs: readonly AwaitingRun[],
    { person, cycleId, at }: { readonly person: string; readonly cycleId: string; readonly at: number | undefined },
  ): void {
    if (cycleId === '' || at === undefined) return;
    const found: (readonly [run: AwaitingRun, request: string])[] = [];
    for (const run of runs)
      for (const index of run.sentAs(person)) if (at >= run.sinceOf(index)) found.push([run, run.sentIn(index)]);
    const [only, another] = found;
    if (only === undefined || another !== undefined) return;
    const [run, request] = only;
    const requests = this.#cycles.get(run) ?? new Map<string, Map<string, number>>();
    this.#cycles.set(run, requests);
    const cycles = requests.get(request) ?? new Map<string, number>();
    requests.set(request, cycles);
    cycles.set(cycleId, Math.min(at, cycles.get(cycleId) ?? Infinity));
  }

  /** Whether a cycle other than this one processed a record's request before a given time. */
  hasWorked(run: AwaitingRun, index: number, before: number, cycleId: string): boolean {
    if (cycleId === '') return false;
    for (const [cycle, at] of this.#cycles.get(run)?.get(run.sentIn(index)) ?? [])
      if (cycle !== cycleId && at < before) return true;
    return false;
  }
}

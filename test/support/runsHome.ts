import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PlanFile } from '../../src/core/journal/planFile';
import type { FileLayer } from '../../src/files/fileLayer';
import { openRunStore } from '../../src/runs/openRunStore';
import type { OpenRun, RunStore } from '../../src/runs/runStore';
import { keptPlan, keptRecords } from './keptPlan';

/** A state folder of its own, with a clock that is set by hand. */
export class RunsHome {
  readonly path: string;
  now = Date.parse('2026-11-28T20:48:06.250Z');
  readonly #open = new Set<OpenRun>();

  private constructor(path: string) {
    this.path = path;
  }

  static async make(): Promise<RunsHome> {
    return new RunsHome(await mkdtemp(join(tmpdir(), 'runs-')));
  }

  store(files?: FileLayer): RunStore {
    return openRunStore(this.path, { program: 'tests', wallClock: () => this.now, ...(files && { files }) });
  }

  /** A new run that is open. */
  async run(plan: PlanFile = keptPlan(), store = this.store()): Promise<OpenRun> {
    const { id, digests } = await store.reserve();
    await writeFile(digests, 'digests');
    return this.keep(await store.create(id, plan, keptRecords(plan.counts.records)));
  }

  keep(run: OpenRun): OpenRun {
    this.#open.add(run);
    return run;
  }

  async close(run: OpenRun): Promise<void> {
    this.#open.delete(run);
    await run.close();
  }

  async remove(): Promise<void> {
    for (const run of this.#open) await run.close().catch(() => undefined);
    // A mark for those who watch may still be written
    await rm(this.path, { recursive: true, force: true, maxRetries: 5 });
  }
}

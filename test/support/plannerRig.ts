import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { Doubt } from '../../src/core/baseline/baselineRow';
import { loadMapping } from '../../src/core/mapping/loadMapping';
import type { PlanFile } from '../../src/core/journal/planFile';
import { batchOf, isSent } from '../../src/core/run/plan';
import { momentNow } from '../../src/extract/momentNow';
import { mergeBaseline } from '../../src/runs/baseline/mergeBaseline';
import { extractPlanner } from '../../src/sending/extractPlanner';
import type { PlannedSource, Planner, PlanningOptions } from '../../src/sending/planner';

export const RIG_KEY = new Uint8Array(32).fill(7);
/** When everything is accepted. */
export const RIG_TIME = '2026-11-01T00:00:00Z';
const moment = momentNow();

/** Plans a text as an extract; it is read in small blocks. */
export function textPlanner(extract: string, mapping: string): Planner {
  const bytes = Buffer.from(extract);
  async function* read() {
    for (let at = 0; at < bytes.length; at += 64 * 1024)
      yield await Promise.resolve(Uint8Array.from(bytes.subarray(at, at + 64 * 1024)));
  }
  return extractPlanner({ name: 'extract.csv', read }, { name: 'people.scimmap', loaded: loadMapping(mapping) });
}

/** A folder of its own, for a baseline and the digests of a plan. */
export function keptFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'baseline-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  return folder;
}

export function planningIn(folder: string, more: Partial<PlanningOptions> = {}): PlanningOptions {
  const keeping = { key: RIG_KEY, baseline: join(folder, 'baseline'), digests: join(folder, 'digests') };
  return { moment, selection: { kind: 'all' }, pilot: { first: 0 }, keeping, ...more };
}

export async function plannedBy(planner: Planner, how: PlanningOptions): Promise<PlannedSource> {
  const answer = await planner.plan(how);
  if ('problems' in answer) throw new Error(answer.problems[0]?.message);
  return answer;
}

/** What is kept of a plan, as far as its baseline needs it. */
function planFileOf(
  { plan, source, pilot }: PlannedSource,
  { mapping }: Planner,
  { selection }: PlanningOptions,
): PlanFile {
  return {
    format: 1,
    plan: '',
    madeAt: '2026-11-01T00:00:00Z',
    converter: 1,
    source,
    ...(mapping === undefined ? {} : { mapping }),
    moment: { now: '2026-11-01T00:00:00Z', seed: 1 },
    connection: { name: 'Contoso' },
    target: { kind: 'sandbox', tenantId: 't', servicePrincipalId: 's', jobId: 'j' },
    selection: selection.kind === 'records' ? { kind: 'rest', run: 'earlier' } : selection,
    pilot,
    counts: plan.counts,
    batches: plan.batches,
  };
}

/** Has the baseline take over what was accepted of a plan. */
export async function accept(
  planner: Planner,
  planned: PlannedSource,
  how: PlanningOptions,
  isTaken: (batch: number) => boolean = () => true,
): Promise<void> {
  const { plan } = planned;
  const isAccepted = (record: number) =>
    isSent(plan.records.fates[record - 1]) && isTaken(batchOf(plan, record).number);
  await mergeBaseline({
    path: how.keeping.baseline,
    key: RIG_KEY,
    plan: planFileOf(planned, planner, how),
    digests: how.keeping.digests,
    run: { id: 'one', startedAt: Date.parse(RIG_TIME), progress: '1' },
    known: (record) => (isAccepted(record) ? Doubt.none : undefined),
    isWhole: plan.batches.every(({ number }) => isTaken(number)),
    at: RIG_TIME,
  });
}

/** Has everybody of an extract accepted. */
export async function acceptAll(folder: string, extract: string, mapping: string): Promise<void> {
  const planner = textPlanner(extract, mapping);
  const how = planningIn(folder);
  await accept(planner, await plannedBy(planner, how), how);
}

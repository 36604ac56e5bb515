// What planning an extract takes beside converting it, and what comparing it with what was last sent does:
// npm run bench -- plan [RECORDS...]. Every step runs in a process of its own.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { CONVERTER_VERSION, PLAN_FORMAT } from '../src/core/journal/planFile';
import { loadMapping } from '../src/core/mapping/loadMapping';
import { fileBytes } from '../src/extract/index/fileBytes';
import { momentNow } from '../src/extract/momentNow';
import { convertToRequests } from '../src/extract/convertToRequests';
import { Doubt } from '../src/core/baseline/baselineRow';
import { mergeBaseline } from '../src/runs/baseline/mergeBaseline';
import { extractPlanner } from '../src/sending/extractPlanner';
import { generateExtract } from './convert/generate';
import { MAPPING } from './convert/mapping';

const folder = join(process.cwd(), 'out', 'bench', 'plan');

const STEPS = ['convert', 'plan', 'merge', 'changes'] as const;
type Step = (typeof STEPS)[number];

const [role, step = '', extract = ''] = process.argv.slice(2);
if (role === '--step') void take(step as Step, extract);
else compareAll(process.argv.slice(2).map(Number));

/** `merge` plans, too: what it takes beyond that is its own. */
async function take(step: Step, path: string): Promise<void> {
  if (step === 'convert') await convert(path);
  else await plan(step, path);
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  console.log(JSON.stringify({ megabytes: maxRSS / 1024, seconds: (userCPUTime + systemCPUTime) / 1e6 }));
}

async function convert(path: string): Promise<void> {
  const options = { moment: momentNow() };
  for await (const events of convertToRequests(fileBytes(path), loadMapping(MAPPING), options))
    if (events.some(({ kind }) => kind === 'fatal')) throw new Error('the extract cannot be read');
}

async function plan(step: Exclude<Step, 'convert'>, path: string): Promise<void> {
  const key = new Uint8Array(32).fill(1);
  const keeping = { key, baseline: join(folder, 'baseline'), digests: join(folder, 'digests') };
  const planner = extractPlanner(
    { name: basename(path), path, read: () => fileBytes(path) },
    { name: 'bench.scimmap', loaded: loadMapping(MAPPING) },
  );
  const selection = { kind: step === 'changes' ? ('changes' as const) : ('all' as const) };
  const planned = await planner.plan({ moment: momentNow(), selection, pilot: { first: 5 }, keeping });
  if ('problems' in planned) throw new Error(planned.problems[0]?.message);
  if (step !== 'merge') return;
  const { source, plan: made, pilot } = planned;
  const at = '2026-11-01T00:00:00Z';
  await mergeBaseline({
    path: keeping.baseline,
    key,
    digests: keeping.digests,
    run: { id: 'bench', startedAt: Date.parse(at), progress: '1' },
    known: () => Doubt.none,
    isWhole: true,
    at,
    plan: {
      format: PLAN_FORMAT,
      plan: '',
      madeAt: at,
      converter: CONVERTER_VERSION,
      source,
      ...(planner.mapping === undefined ? {} : { mapping: planner.mapping }),
      moment: { now: at, seed: 1 },
      connection: { name: 'bench' },
      target: { kind: 'sandbox', tenantId: '', servicePrincipalId: '', jobId: '' },
      selection,
      pilot,
      counts: made.counts,
      batches: made.batches,
    },
  });
}

function compareAll(sizes: readonly number[]): void {
  mkdirSync(folder, { recursive: true });
  const least = new Map<Step, number>();
  for (const records of sizes.length === 0 ? [100_000, 1_000_000] : sizes) {
    const path = join(folder, `extract-${String(records)}.csv`);
    generateExtract(path, records);
    rmSync(join(folder, 'baseline'), { force: true });
    let converting = NaN;
    for (const step of STEPS) {
      const { megabytes, seconds } = run(step, path);
      if (step === 'convert') converting = megabytes;
      const first = least.get(step) ?? megabytes;
      least.set(step, first);
      console.log(
        `${records.toLocaleString('en')} ${step}: ${megabytes.toFixed(0)} MB (${(megabytes / converting).toFixed(2)} of convert, ${(megabytes / first).toFixed(2)} of the first size), ${seconds.toFixed(1)} s of the processor`,
      );
    }
    rmSync(path);
  }
}

function run(step: Step, path: string): { readonly megabytes: number; readonly seconds: number } {
  const child = spawnSync(process.execPath, [process.argv[1] ?? '', '--step', step, path], {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  });
  if (child.status !== 0) throw new Error(`${step} failed`);
  return JSON.parse(child.stdout) as { megabytes: number; seconds: number };
}

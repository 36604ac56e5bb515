// What sending an extract takes: npm run bench -- send [RECORDS...]. The sandbox tenant is a process of its own, whose days pass so
// quickly that its daily quota is never used up; the log is not read. A million records take some forty minutes: that is the pace.
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { UPLOADS_PER_SECOND } from '../src/tenant/limits';
import { generateExtract } from './convert/generate';
import { MAPPING } from './convert/mapping';

const OPERATIONS_PER_REQUEST = 50;
/** A day in 86 seconds. */
const CLOCK = '1000';
/** Uploads are accepted and deleted: what a tenant does with people later would take more of the processor than sending them. */
const SCENARIO = 'restarted-job';

const folder = join(process.cwd(), 'out', 'bench', 'send');
const commandLine = join(process.cwd(), 'dist', 'cli.js');

async function main(sizes: readonly number[]): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const mapping = join(folder, 'bench.scimmap');
  writeFileSync(mapping, MAPPING.replace('where', 'where [WorkerStatus] <> "Terminated"\nwhere'));
  const probe = join(folder, 'probe.cjs');
  writeFileSync(probe, PROBE);
  let first: number | undefined;
  for (const records of sizes.length === 0 ? [100_000] : sizes) {
    const extract = join(folder, `extract-${records}.csv`);
    generateExtract(extract, records);
    const plan = await measured(probe, ['plan', extract, '--mapping', mapping]);
    report(`${records.toLocaleString('en')} plan`, plan);
    const sandbox = await startSandbox();
    const to = ['--mapping', mapping, '--connection', sandbox.connection];
    const send = await measured(probe, ['send', extract, ...to, '--yes', '--no-pilot']);
    sandbox.stop();
    if (send.code !== 0) throw new Error(`send ended with ${send.code}: ${send.said}`);
    const requests = Number(/([\d,]+) requests?\b/.exec(plan.out)?.[1]?.replaceAll(',', ''));
    const pace = requests / UPLOADS_PER_SECOND;
    report(`${records.toLocaleString('en')} send`, send);
    first ??= send.megabytes;
    console.log(
      `  ${requests.toLocaleString('en')} requests of at most ${OPERATIONS_PER_REQUEST} operations: ${send.elapsed.toFixed(1)} s, ` +
        `${((pace / send.elapsed) * 100).toFixed(1)} % of it the pace, ${(send.megabytes / first).toFixed(2)} of the memory of the first size`,
    );
    rmSync(extract);
  }
}

interface Measured {
  readonly out: string;
  readonly code: number;
  readonly said: string;
  readonly elapsed: number;
  readonly megabytes: number;
  readonly seconds: number;
}

function report(what: string, { elapsed, megabytes, seconds }: Measured): void {
  console.log(`${what}: ${megabytes.toFixed(0)} MB, ${seconds.toFixed(1)} s of the processor, ${elapsed.toFixed(1)} s`);
}

/** Says on standard error, as its last line, what a process has used. */
const PROBE = `process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  require('node:fs').writeSync(2, '\\n' + JSON.stringify({ megabytes: maxRSS / 1024, seconds: (userCPUTime + systemCPUTime) / 1e6 }));
});`;

async function measured(probe: string, words: readonly string[]): Promise<Measured> {
  const started = performance.now();
  const child = spawn(process.execPath, ['--require', probe, commandLine, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ENTRA_INBOUND_HOME: join(folder, 'home') },
  });
  const chunks: Buffer[] = [];
  const lines: string[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  createInterface({ input: child.stderr }).on('line', (line) => {
    if (line === '' || line.startsWith('Request ')) return;
    lines.push(line);
  });
  const code = await new Promise<number>((resolve) => child.on('close', resolve));
  const elapsed = (performance.now() - started) / 1000;
  const said = lines.slice(0, -1).join('\n');
  const used = JSON.parse(lines.at(-1) ?? '') as { megabytes: number; seconds: number };
  return { out: Buffer.concat(chunks).toString(), code, said, elapsed, ...used };
}

async function startSandbox(): Promise<{ readonly connection: string; stop(): void }> {
  const child = spawn(process.execPath, [commandLine, 'sandbox', '--clock', CLOCK, '--scenario', SCENARIO], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ENTRA_INBOUND_HOME: join(folder, 'home') },
  });
  const line = await new Promise<string>((resolve) => createInterface({ input: child.stdout }).once('line', resolve));
  return { connection: (JSON.parse(line) as { connection: string }).connection, stop: () => child.kill() };
}

void main(process.argv.slice(2).map(Number));

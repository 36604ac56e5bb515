// What converting an extract costs, beside the obvious programs and the floor of reading and writing:
// npm run bench -- convert [RECORDS...]. Every contender runs in a process of its own, in alternating rounds.
import { spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { main as callCli } from '../src/cli/main';
import { OutputStream } from '../src/cli/terminal/outputStream';
import { processTerminal } from '../src/cli/terminal/processTerminal';
import { stopSignals } from '../src/cli/terminal/stopSignals';
import { sameOperations } from './convert/compare';
import { generateExtract } from './convert/generate';
import { BULK_REQUEST, MAPPING, SCHEMAS, SHAPE } from './convert/mapping';
import { obvious } from './convert/obvious';

/** Fewer where each takes long. */
const roundsOf = (records: number): number => (records > 500_000 ? 2 : 3);
const folder = join(process.cwd(), 'out', 'bench', 'convert');
const mapping = join(folder, 'bench.scimmap');
const mappingJson = join(folder, 'bench.json');
const python = join(process.cwd(), 'bench', 'convert', 'obvious.py');

const CONTENDERS = ['ours', 'obvious', 'python', 'floor'] as const;
type Contender = (typeof CONTENDERS)[number];

/** What a process tells of itself. */
interface Told {
  /** The most memory it has held, in KiB. */
  readonly maxRSS: number;
  /** What it has kept processors busy, in seconds. */
  readonly cpu: number;
  /** How long its event loop was held, in milliseconds. */
  readonly delay?: { readonly p50: number; readonly p99: number; readonly max: number };
}

interface Round extends Told {
  readonly seconds: number;
}

const [role, ...rest] = process.argv.slice(2);
void (role === '--contender' ? contend(rest[0] as Contender, rest[1] ?? '') : compareAll(process.argv.slice(2)));

/** One contender, in its own process: requests on standard output, what it tells of itself last on standard error. */
async function contend(contender: Contender, extract: string): Promise<void> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  if (contender === 'ours') {
    const code = await callCli(
      ['convert', extract, '--mapping', mapping],
      processTerminal(new OutputStream(1), new OutputStream(2), stopSignals()),
    );
    if (code !== 0) process.exitCode = code;
  } else if (contender === 'obvious') await obvious(extract);
  else copy(extract);
  // The timer that measures is late by up to its resolution
  const milliseconds = (nanoseconds: number): number => nanoseconds / 1e6;
  const usage = process.resourceUsage();
  const told: Told = {
    maxRSS: usage.maxRSS,
    cpu: (usage.userCPUTime + usage.systemCPUTime) / 1e6,
    delay: {
      p50: milliseconds(delay.percentile(50)),
      p99: milliseconds(delay.percentile(99)),
      max: milliseconds(delay.max),
    },
  };
  process.stderr.write(`${JSON.stringify(told)}\n`);
  delay.disable();
}

/** The floor: reads the extract and writes as many bytes as the requests have, and does nothing else. */
function copy(extract: string): void {
  const wanted = Number(readFileSync(`${extract}.length`, 'utf8'));
  const block = new Uint8Array(256 * 1024);
  const file = openSync(extract, 'r');
  let read = 0;
  let written = 0;
  const { size } = statSync(extract);
  for (let count = readSync(file, block); count > 0; count = readSync(file, block)) {
    read += count;
    for (const due = Math.round((wanted * read) / size); written < due;)
      written += writeSync(1, block, 0, Math.min(block.length, due - written));
  }
  closeSync(file);
}

async function compareAll(words: readonly string[]): Promise<void> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(mapping, MAPPING);
  writeFileSync(mappingJson, JSON.stringify({ bulk: BULK_REQUEST, schemas: SCHEMAS, shape: SHAPE }));
  const hasPython = spawnSync('python3', ['--version']).status === 0;
  const contenders = CONTENDERS.filter((contender) => contender !== 'python' || hasPython);
  const sizes = words.length === 0 ? [100_000, 1_000_000] : words.map(Number);
  const memory: number[] = [];
  for (const records of sizes) memory.push(await compareAt(records, contenders));
  const [least, most] = [memory[0], memory.at(-1)];
  if (least !== undefined && most !== undefined && memory.length > 1)
    console.log(
      `Peak memory of ours at ${count(sizes.at(-1) ?? 0)} beside that at ${count(sizes[0] ?? 0)}: ${(most / least).toFixed(2)}`,
    );
}

/** Gives the peak memory of ours. */
async function compareAt(records: number, contenders: readonly Contender[]): Promise<number> {
  const extract = join(folder, `extract-${String(records)}.csv`);
  generateExtract(extract, records);
  const size = statSync(extract).size;
  const outputs = new Map(contenders.map((contender) => [contender, join(folder, `${contender}.ndjson`)]));
  const rounds = new Map<Contender, Round[]>(contenders.map((contender) => [contender, []]));
  for (let round = 0; round < roundsOf(records); round++) {
    for (const contender of contenders) {
      const output = outputs.get(contender) ?? '';
      rounds.get(contender)?.push(await run(contender, extract, output));
      if (contender === 'ours') writeFileSync(`${extract}.length`, String(statSync(output).size));
    }
  }
  for (const contender of contenders.filter((name) => name === 'obvious' || name === 'python')) {
    const compared = await sameOperations(outputs.get('ours') ?? '', outputs.get(contender) ?? '');
    console.log(`${count(compared)} operations of ours and of "${contender}" are equal, one by one`);
  }
  report(records, size, rounds);
  for (const path of [extract, `${extract}.length`, ...outputs.values()]) rmSync(path, { force: true });
  return Math.min(...(rounds.get('ours') ?? []).map(({ maxRSS }) => maxRSS));
}

async function run(contender: Contender, extract: string, output: string): Promise<Round> {
  const file = openSync(output, 'w');
  const start = performance.now();
  const child =
    contender === 'python'
      ? spawn('python3', [python, extract, mappingJson], { stdio: ['ignore', file, 'pipe'] })
      : spawn(process.execPath, [process.argv[1] ?? '', '--contender', contender, extract], {
          stdio: ['ignore', file, 'pipe'],
        });
  let said = '';
  child.stderr?.on('data', (text: Buffer) => (said += text.toString()));
  const code = await new Promise((resolve) => child.on('close', resolve));
  const seconds = (performance.now() - start) / 1000;
  closeSync(file);
  if (code !== 0) throw new Error(`${contender} failed:\n${said}`);
  return { seconds, ...(JSON.parse(said.trim().split('\n').at(-1) ?? '') as Told) };
}

function report(records: number, size: number, rounds: ReadonlyMap<Contender, readonly Round[]>): void {
  console.log(
    `\n${count(records)} records, ${(size / 1e6).toFixed(0)} MB; best of ${String(roundsOf(records))} rounds, then the ratio to the obvious program (and the ratio of the medians)`,
  );
  console.log(
    'contender   seconds  records/s    MB/s  peak MB     ratio (median)    CPU s  ratio  event loop held p50/p99/max ms',
  );
  const obviousTimes = (rounds.get('obvious') ?? []).map(({ seconds }) => seconds);
  for (const [contender, own] of rounds) {
    const times = own.map(({ seconds }) => seconds);
    const seconds = Math.min(...times);
    const peak = Math.max(...own.map(({ maxRSS }) => maxRSS)) / 1024;
    const cpu = Math.min(...own.map((round) => round.cpu));
    const delay = own.at(-1)?.delay;
    console.log(
      [
        contender.padEnd(10),
        seconds.toFixed(2).padStart(8),
        count(Math.round(records / seconds)).padStart(10),
        (size / 1e6 / seconds).toFixed(1).padStart(7),
        peak.toFixed(0).padStart(8),
        `${(seconds / Math.min(...obviousTimes)).toFixed(3)} (${(median(times) / median(obviousTimes)).toFixed(3)})`.padStart(
          17,
        ),
        cpu.toFixed(2).padStart(8),
        (cpu / Math.min(...(rounds.get('obvious') ?? []).map((round) => round.cpu))).toFixed(3).padStart(6),
        delay === undefined ? '' : `  ${delay.p50.toFixed(1)}/${delay.p99.toFixed(1)}/${delay.max.toFixed(1)}`,
      ].join(' '),
    );
  }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [Math.floor((sorted.length - 1) / 2), Math.ceil((sorted.length - 1) / 2)];
  return ((sorted[low] ?? NaN) + (sorted[high] ?? NaN)) / 2;
}

function count(value: number): string {
  return value.toLocaleString('en');
}

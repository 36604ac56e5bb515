// All tests: build, package, then the parts, a few at a time; at the end one line for each, and the sum.
//   node scripts/test.mjs [--only static,unit,unit-slow,contract,system,host,ui]
// What the tests need beyond the packages of this project (a browser, VS Code) is installed on the way where that is
// possible; otherwise a message says what to install.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs, stripVTControlCharacters } from 'node:util';
import { ensureChromium } from '../test/vscode/chromium.mjs';
import { installHost } from '../test/vscode/installHost.mjs';
import { exitOnSignals, runOwned, startOwned } from '../test/vscode/ownedProcess.mjs';
import { projectRoot } from '../test/vscode/projectRoot.mjs';
import { resultsFile as hostResults } from '../test/vscode/testResults.mjs';

const results = join(projectRoot, 'out', 'test-results');
const vitest = join(projectRoot, 'node_modules', 'vitest', 'vitest.mjs');

/** One more than compute, because windows, sockets and processes wait most of the time; more would make them late. */
const AT_A_TIME = Math.min(2, availableParallelism()) + 1;
/** How nice what computes is to the windows beside it: on a busy machine these go first. */
const NICENESS = 10;

/**
 * @typedef {{ passed: number, failed: number, skipped: number, failures?: readonly string[] }} Counts `failures`: what the failed ones are called
 * @typedef {(program: readonly string[]) => Promise<number>} Run runs a program with its arguments to its end, and gives the exit code
 * @typedef {{ opensWindows?: true, prepare?: () => Promise<unknown>, run: (run: Run) => Promise<number>, file: string, count: (results: unknown) => Counts }} Part
 */

/**
 * @param {string} name
 * @param {{ project?: string, folder?: string }} [of] the project of vitest.config.mjs, if it has another name, and which of its tests
 */
const vitestPart = (name, { project = name, folder } = {}) => {
  const file = join(results, `${name}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const words = ['run', ...(folder === undefined ? [] : [folder]), '--project', project, ...reporters];
  return { file, run: (run) => run(node(vitest, ...words)), count: countVitest };
};

/**
 * The longest first, so that the last ones end together. What opens windows waits most of the time, for a browser or a log, and
 * leaves a processor to others; two such parts are never open at a time.
 *
 * @type {Record<string, Part>}
 */
const parts = {
  system: vitestPart('system', { folder: 'test/system/' }),
  ui: { ...vitestPart('ui'), opensWindows: true, prepare: () => Promise.all([ensureChromium(), installHost()]) },
  contract: vitestPart('contract', { project: 'system', folder: 'test/contract/' }),
  'unit-slow': vitestPart('unit-slow'),
  static: { file: join(results, 'static.json'), run: runStatic, count: (counts) => counts },
  host: {
    file: hostResults,
    opensWindows: true,
    run: (run) => run(node(join(projectRoot, 'test', 'vscode', 'runInHost.mjs'))),
    count: countHost,
  },
  unit: vitestPart('unit'),
};

/**
 * Types, lint, import boundaries, unused exports and layout, each counted as one test.
 *
 * @param {Run} run
 */
async function runStatic(run) {
  const scripts = ['typecheck', 'lint', 'boundaries', 'unused', 'wording', 'format:check'];
  const counts = { passed: 0, failed: 0, skipped: 0, failures: [] };
  for (const script of scripts) {
    const passed = (await run(npm('run', '--silent', script))) === 0;
    counts[passed ? 'passed' : 'failed']++;
    if (!passed) counts.failures.push(script);
    console.log(`static: ${passed ? 'ok' : 'FAILED'} - ${script}`);
  }
  writeFileSync(join(results, 'static.json'), JSON.stringify(counts));
  return counts.failed === 0 ? 0 : 1;
}

/** @param {readonly string[]} args */
function node(...args) {
  return [process.execPath, ...args];
}

/** @param {readonly string[]} args */
function npm(...args) {
  // npm names its own program to the scripts it runs; in the PATH there may be none that can be started so
  const program = process.env.npm_execpath;
  return program === undefined ? ['npm', ...args] : node(program, ...args);
}

/** @returns {Counts} */
function countVitest({ numPassedTests, numFailedTests, numPendingTests, testResults }) {
  const failed = testResults.flatMap(({ assertionResults }) => assertionResults).filter(hasFailed);
  const counts = { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests };
  return {
    ...counts,
    failures: failed.map(({ fullName, failureMessages }) => `${fullName}\n${causesOf(failureMessages)}`),
  };
}

/**
 * What each try failed at: the first line of its message, and where in the test that was.
 *
 * @param {readonly string[]} messages
 */
function causesOf(messages) {
  const short = messages.map((message) => {
    const lines = stripVTControlCharacters(message).split('\n');
    const place = lines.find((line) => line.includes(`${projectRoot}/test/`))?.trim() ?? '';
    return `  ${(lines[0] ?? '').slice(0, 300)} ${place.replaceAll(`${projectRoot}/`, '')}`;
  });
  return short.join('\n');
}

/** @param {{ status: string }} result */
const hasFailed = ({ status }) => status === 'failed';

/** @returns {Counts} */
function countHost({ tests }) {
  const count = (state) => tests.filter((test) => test.state === state).length;
  const failed = tests.filter((test) => test.state === 'failed');
  const counts = { passed: count('passed'), failed: failed.length, skipped: count('skipped') };
  return { ...counts, failures: failed.map(({ title, error }) => `${title}\n${error ?? ''}`) };
}

/**
 * @param {string} name
 * @param {Part} part
 * @returns {Promise<Counts>}
 */
async function runPart(name, part) {
  const begun = Date.now();
  console.log(`== ${name} begins`);
  const counts = await countsOf(name, part);
  console.log(`== ${name} ends after ${Math.round((Date.now() - begun) / 1000)} s`);
  return counts;
}

/**
 * @param {string} name
 * @param {Part} part
 * @returns {Promise<Counts>}
 */
async function countsOf(name, part) {
  try {
    await part.prepare?.();
    const code = await part.run((program) => runLabelled(name, program, part.opensWindows ? 0 : NICENESS));
    const counts = part.count(JSON.parse(readFileSync(part.file, 'utf8')));
    return withVerdict(name, counts, code);
  } catch (error) {
    console.error(`${name}: ${error.code === 'ENOENT' ? 'it left no results' : error.message}`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/**
 * Runs a program with the name of its part before each line, because several parts write at a time.
 *
 * @param {string} name
 * @param {readonly string[]} program
 * @param {number} niceness
 */
async function runLabelled(name, [command, ...args], niceness) {
  const owned = startOwned(command, args, { cwd: projectRoot, output: 'pipe', niceness });
  for (const input of [owned.process.stdout, owned.process.stderr])
    createInterface({ input }).on('line', (line) => console.log(`${name}: ${line}`));
  return owned.exited;
}

/**
 * What went wrong outside of any test counts as a failed one: a file that does not load, a host that crashes.
 *
 * @param {string} name
 * @param {Counts} counts
 * @param {number} code the exit code of the part
 * @returns {Counts}
 */
function withVerdict(name, counts, code) {
  if (counts.failed > 0) return counts;
  if (counts.passed === 0) console.error(`${name}: no test ran`);
  else if (code !== 0) console.error(`${name}: ended with ${code} although no test failed`);
  else return counts;
  return { ...counts, failed: 1 };
}

/** @param {string | undefined} only */
function chosenParts(only) {
  const names = only === undefined ? Object.keys(parts) : only.split(',');
  const unknown = names.filter((name) => !Object.hasOwn(parts, name));
  if (unknown.length > 0)
    throw new Error(`No part is called ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}.`);
  return names;
}

/** @param {Record<string, Counts>} outcome */
function report(outcome) {
  const sum = (key) => Object.values(outcome).reduce((total, counts) => total + counts[key], 0);
  // Named again here, because a log is often kept only from its end
  console.log('');
  for (const [name, { failures = [] }] of Object.entries(outcome))
    for (const failure of failures) console.log(`FAILED in ${name}: ${failure}`);
  for (const [name, { passed, failed, skipped }] of Object.entries(outcome)) {
    console.log(`${name}: ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  }
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  process.exitCode = sum('failed') === 0 ? 0 : 1;
}

/**
 * Runs the parts in their order, a few at a time.
 *
 * @param {readonly string[]} names
 * @returns {Promise<Record<string, Counts>>}
 */
async function runParts(names) {
  const waiting = Object.keys(parts).filter((name) => names.includes(name));
  /** @type {Record<string, Counts>} */
  const outcome = {};
  let isWindowOpen = false;
  const next = () => {
    const index = waiting.findIndex((name) => !isWindowOpen || !parts[name].opensWindows);
    return index < 0 ? undefined : waiting.splice(index, 1)[0];
  };
  const runSome = async () => {
    // What has to wait for the windows of another part is begun by who has opened those
    for (let name = next(); name !== undefined; name = next()) {
      if (parts[name].opensWindows) isWindowOpen = true;
      outcome[name] = await runPart(name, parts[name]);
      if (parts[name].opensWindows) isWindowOpen = false;
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, runSome));
  return outcome;
}

async function main() {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  const names = chosenParts(values.only);
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  console.log('== build and package');
  // Packaging builds, too, for production
  const script = names.includes('ui') ? 'package' : 'build';
  const [command, ...args] = npm('run', '--silent', script);
  if ((await runOwned(command, args, { cwd: projectRoot })) !== 0) throw new Error(`"npm run ${script}" failed.`);
  report(await runParts(names));
}

exitOnSignals();
try {
  await main();
} catch (error) {
  console.error(error.message);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}

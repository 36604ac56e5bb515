// All tests: build, package, then each part, with one line for each and the sum at the end.
//   node scripts/test.mjs [--only static,unit,unit-slow,system,host,ui]
// What the tests need beyond the packages of this project (a browser, VS Code) is installed on the way where that is
// possible; otherwise a message says what to install.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureChromium } from '../test/vscode/chromium.mjs';
import { installHost } from '../test/vscode/installHost.mjs';
import { exitOnSignals, runOwned } from '../test/vscode/ownedProcess.mjs';
import { projectRoot } from '../test/vscode/projectRoot.mjs';
import { resultsFile as hostResults } from '../test/vscode/testResults.mjs';

const results = join(projectRoot, 'out', 'test-results');
const vitest = join(projectRoot, 'node_modules', 'vitest', 'vitest.mjs');

/**
 * @typedef {{ passed: number, failed: number, skipped: number, failures?: readonly string[] }} Counts `failures`: what the failed ones are called
 * @typedef {{ prepare?: () => Promise<unknown>, run: () => Promise<number>, file: string, count: (results: unknown) => Counts }} Part
 */

/** @param {string} project a project of vitest.config.mjs */
const vitestPart = (project) => {
  const file = join(results, `${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  return { file, run: () => node(vitest, 'run', '--project', project, ...reporters), count: countVitest };
};

/** @type {Record<string, Part>} */
const parts = {
  static: { file: join(results, 'static.json'), run: runStatic, count: (counts) => counts },
  unit: vitestPart('unit'),
  'unit-slow': vitestPart('unit-slow'),
  system: vitestPart('system'),
  host: { file: hostResults, run: () => node(join(projectRoot, 'test', 'vscode', 'runInHost.mjs')), count: countHost },
  ui: { ...vitestPart('ui'), prepare: () => Promise.all([ensureChromium(), installHost()]) },
};

/** Types, lint, import boundaries, unused exports and layout, each counted as one test. */
async function runStatic() {
  const scripts = ['typecheck', 'lint', 'boundaries', 'unused', 'format:check'];
  const counts = { passed: 0, failed: 0, skipped: 0, failures: [] };
  for (const script of scripts) {
    const passed = (await npm('run', '--silent', script)) === 0;
    counts[passed ? 'passed' : 'failed']++;
    if (!passed) counts.failures.push(script);
    console.log(`${passed ? 'ok' : 'FAILED'} - ${script}`);
  }
  writeFileSync(join(results, 'static.json'), JSON.stringify(counts));
  return counts.failed === 0 ? 0 : 1;
}

/** @param {readonly string[]} args */
async function node(...args) {
  return runOwned(process.execPath, args, { cwd: projectRoot });
}

/** @param {readonly string[]} args */
async function npm(...args) {
  // npm names its own program to the scripts it runs; in the PATH there may be none that can be started so
  const program = process.env.npm_execpath;
  return program === undefined ? runOwned('npm', args, { cwd: projectRoot }) : node(program, ...args);
}

/** @returns {Counts} */
function countVitest({ numPassedTests, numFailedTests, numPendingTests, testResults }) {
  const failed = testResults.flatMap(({ assertionResults }) => assertionResults).filter(hasFailed);
  const counts = { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests };
  return { ...counts, failures: failed.map(({ fullName }) => fullName) };
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
  console.log(`\n== ${name}`);
  try {
    await part.prepare?.();
    const code = await part.run();
    const counts = part.count(JSON.parse(readFileSync(part.file, 'utf8')));
    return withVerdict(name, counts, code);
  } catch (error) {
    console.error(`${name}: ${error.code === 'ENOENT' ? 'it left no results' : error.message}`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
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

async function main() {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  const names = chosenParts(values.only);
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  console.log('== build and package');
  if ((await npm('run', '--silent', 'build')) !== 0) throw new Error('The build failed.');
  if (names.includes('ui') && (await npm('run', '--silent', 'package')) !== 0) throw new Error('Packaging failed.');
  /** @type {Record<string, Counts>} */
  const outcome = {};
  for (const name of names) outcome[name] = await runPart(name, parts[name]);
  report(outcome);
}

exitOnSignals();
try {
  await main();
} catch (error) {
  console.error(error.message);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}

// The module that VS Code loads to run the suite. Resolved means passed, rejected means failed.
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';
import * as vscode from 'vscode';

interface TestResult {
  readonly title: string;
  readonly state: 'passed' | 'failed' | 'skipped';
  readonly milliseconds?: number;
  readonly error?: string;
  /** It failed at first, and passed when it was tried again. */
  readonly flaky?: true;
  /** What it has measured, to be printed. */
  readonly figures?: string;
}

/** A window on a busy machine is late at times; what fails twice is wrong. */
const RETRIES = 1;

/**
 * Runs every `*.test.js` beside this module and writes what became of each to the file ENTRA_INBOUND_TEST_RESULTS.
 *
 * @throws {Error} if a test failed, or none ran
 */
export async function run(): Promise<void> {
  const grep = process.env.ENTRA_INBOUND_TEST_GREP;
  const mocha = new Mocha({
    ui: 'bdd',
    color: false,
    timeout: 20_000,
    retries: RETRIES,
    ...(grep ? { fgrep: grep } : {}),
  });
  for (const file of testFiles()) mocha.addFile(file);
  console.log(`Suite in VS Code ${vscode.version} (${vscode.env.appName})`);
  const tests = await resultsOf(mocha);
  const file = process.env.ENTRA_INBOUND_TEST_RESULTS;
  if (file) writeFileSync(file, JSON.stringify({ vscode: vscode.version, tests }, undefined, 1));
  const failed = tests.filter((test) => test.state === 'failed').length;
  if (failed > 0) throw new Error(`${failed} of ${tests.length} tests failed`);
  if (!tests.some((test) => test.state === 'passed')) throw new Error('No test ran');
}

function testFiles(): string[] {
  return readdirSync(__dirname)
    .filter((name) => name.endsWith('.test.js'))
    .sort()
    .map((name) => join(__dirname, name));
}

async function resultsOf(mocha: Mocha): Promise<TestResult[]> {
  const tests: TestResult[] = [];
  const firstErrors = new Map<string, string>();
  await new Promise<void>((resolve) => {
    const runner = mocha.run(() => resolve());
    runner.on('pass', (test) =>
      tests.push({
        title: test.fullTitle(),
        state: 'passed',
        milliseconds: test.duration ?? 0,
        ...whenTriedAgain(firstErrors.get(test.fullTitle())),
        ...figuresOf(test),
      }),
    );
    runner.on('retry', (test: Mocha.Test, error: unknown) => firstErrors.set(test.fullTitle(), describeError(error)));
    runner.on('fail', (test, error: unknown) =>
      tests.push({ title: test.fullTitle(), state: 'failed', error: describeError(error) }),
    );
    runner.on('pending', (test) => tests.push({ title: test.fullTitle(), state: 'skipped' }));
  });
  return tests;
}

function whenTriedAgain(error: string | undefined): Pick<TestResult, 'flaky' | 'error'> {
  return error === undefined ? {} : { flaky: true, error };
}

/** See `noteFigures`. */
function figuresOf(test: object): Pick<TestResult, 'figures'> {
  return 'figures' in test && typeof test.figures === 'string' ? { figures: test.figures } : {};
}

function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

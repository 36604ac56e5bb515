// The results that a suite inside VS Code writes, and how the runner reads them.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectRoot } from './projectRoot.mjs';

/** Written by test/host/index.ts, inside VS Code. */
export const resultsFile = join(projectRoot, 'out', 'test-results', 'host.json');

/** Makes room for new results, so that those of an earlier run are not taken for them. */
export function forgetResults() {
  mkdirSync(dirname(resultsFile), { recursive: true });
  rmSync(resultsFile, { force: true });
}

/**
 * The verdict on a run. Green needs both: VS Code ended with 0, and the file tells of tests that passed and none that
 * failed. A suite that dies silently has no file.
 *
 * @param {number} exitCode of VS Code
 * @returns {{ passed: number, failed: number, lines: readonly string[] }} `lines`: the report to print
 */
export function judge(exitCode) {
  if (!existsSync(resultsFile))
    return { passed: 0, failed: 1, lines: [`VS Code ended with ${exitCode} and the suite left no results.`] };
  const { vscode, tests } = JSON.parse(readFileSync(resultsFile, 'utf8'));
  const count = (state) => tests.filter((test) => test.state === state).length;
  const lines = [`VS Code ${vscode}`, ...tests.flatMap(describeTest)];
  const passed = count('passed');
  const failed = count('failed');
  if (passed + failed === 0) return { passed, failed: 1, lines: [...lines, 'No test ran.'] };
  if (failed === 0 && exitCode !== 0)
    return { passed, failed: 1, lines: [...lines, `Every test passed, yet VS Code ended with ${exitCode}.`] };
  if (failed > 0 && exitCode === 0)
    return { passed, failed, lines: [...lines, 'Tests failed, yet VS Code ended with 0.'] };
  return { passed, failed, lines };
}

/** @param {{ title: string, state: 'passed' | 'failed' | 'skipped', milliseconds?: number, error?: string, flaky?: true, figures?: string }} test */
function describeTest({ title, state, milliseconds, error, flaky, figures }) {
  const mark = { passed: '✓', failed: '✗', skipped: '-' }[state];
  const duration = milliseconds === undefined ? '' : ` (${milliseconds} ms)`;
  const tried = flaky ? ' FLAKY: passed at the second try' : '';
  const measured = figures === undefined ? [] : [`      ${figures}`];
  return [
    `  ${mark} ${title}${duration}${tried}`,
    ...measured,
    ...(error === undefined ? [] : [error.replace(/^/gm, '      ')]),
  ];
}

import { build } from 'esbuild';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './projectRoot.mjs';

const sources = join(projectRoot, 'test', 'host');
const built = join(projectRoot, 'out', 'test-host');

/**
 * Bundles the suite that runs inside VS Code: `test/host/index.ts` and every `*.test.ts` beside it.
 *
 * @returns {Promise<string>} the module that VS Code is to load
 */
export async function buildSuite() {
  rmSync(built, { recursive: true, force: true });
  const tests = readdirSync(sources).filter((name) => name.endsWith('.test.ts'));
  await build({
    entryPoints: ['index.ts', ...tests].map((name) => join(sources, name)),
    outdir: built,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    // The JSON language service requires parts of itself by names that cannot be seen in its CommonJS form
    mainFields: ['module', 'main'],
    // Given by the host, and one copy for the runner and the tests
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return join(built, 'index.js');
}

// Renews the pages that are made from the code: docs/expressions.md and docs/problems.md
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Each page: the module that makes it, and the function in it. */
const pages = [
  { page: 'docs/expressions.md', module: 'src/core/expression/describeLanguage.ts', make: 'describeLanguage' },
  { page: 'docs/problems.md', module: 'src/core/catalogue/describeProblems.ts', make: 'describeProblems' },
];

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = mkdtempSync(join(tmpdir(), 'entra-inbound-docs-'));
try {
  for (const { page, module, make } of pages) {
    const outfile = join(folder, `${make}.cjs`);
    await build({
      entryPoints: [join(root, module)],
      bundle: true,
      platform: 'node',
      format: 'cjs',
      outfile,
      logLevel: 'warning',
    });
    writeFileSync(join(root, page), createRequire(import.meta.url)(outfile)[make]());
    console.log(page);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

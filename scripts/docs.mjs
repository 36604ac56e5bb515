// Renews the pages that are made from the code: docs/expressions.md
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = mkdtempSync(join(tmpdir(), 'entra-inbound-docs-'));
try {
  const outfile = join(folder, 'describeLanguage.cjs');
  await build({
    entryPoints: [join(root, 'src/core/expression/describeLanguage.ts')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    outfile,
    logLevel: 'warning',
  });
  const { describeLanguage } = createRequire(import.meta.url)(outfile);
  writeFileSync(join(root, 'docs', 'expressions.md'), describeLanguage());
  console.log('docs/expressions.md');
} finally {
  rmSync(folder, { recursive: true, force: true });
}

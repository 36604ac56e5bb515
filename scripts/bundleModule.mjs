// Lets a script use a module of src: bundles it, and loads the bundle
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Where the project is. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** What the module exports. `path` is relative to the project. */
export async function bundleModule(path) {
  const folder = mkdtempSync(join(tmpdir(), 'entra-inbound-'));
  try {
    const outfile = join(folder, 'module.cjs');
    await build({
      entryPoints: [join(root, path)],
      bundle: true,
      platform: 'node',
      format: 'cjs',
      outfile,
      mainFields: ['module', 'main'],
      logLevel: 'warning',
    });
    return createRequire(import.meta.url)(outfile);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

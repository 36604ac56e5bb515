// Runs a benchmark: npm run bench -- NAME [ARGUMENTS], for each file of bench/ a name. Figures are for comparing within one run.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { dirname, join, parse } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const files = readdirSync(join(root, 'bench')).filter((name) => /\.(ts|mjs)$/.test(name));
const names = files.map((file) => parse(file).name);
const [name, ...rest] = process.argv.slice(2);
if (!names.includes(name)) {
  console.error(`npm run bench -- NAME, where NAME is one of: ${names.join(', ')}`);
  process.exit(2);
}
const run = (file) => process.exit(spawnSync(process.execPath, [file, ...rest], { stdio: 'inherit' }).status ?? 1);
// What starts other programs of the project needs no bundle
if (files.includes(`${name}.mjs`)) run(join(root, 'bench', `${name}.mjs`));
const outfile = join(root, 'out', 'bench', `${name}.cjs`);
mkdirSync(dirname(outfile), { recursive: true });
await build({
  entryPoints: [join(root, 'bench', `${name}.ts`)],
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  // Otherwise packages with a UMD main bundle without a warning and fail when loaded
  mainFields: ['module', 'main'],
  // Sources say where they are by it; a bundle is as deep below the root as the sources that do
  define: { 'import.meta.url': 'moduleAddress' },
  banner: { js: "const moduleAddress = require('node:url').pathToFileURL(__filename).href;" },
  external: ['playwright-core'],
  outfile,
  logLevel: 'warning',
});
run(outfile);

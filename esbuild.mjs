// Builds every bundle into dist. `node esbuild.mjs [--watch] [--production]`
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { context } from 'esbuild';
import { bundles } from './scripts/bundles.mjs';
import { NOTICES_FILE, thirdPartyNotices } from './scripts/thirdPartyNotices.mjs';

const watch = process.argv.includes('--watch');
const production = process.argv.includes('--production');

/** Tells the task runner of the editor when a rebuild begins and ends. */
const progress = (name) => ({
  name: 'progress',
  setup(build) {
    build.onStart(() => console.log(`[watch] ${name}: build started`));
    build.onEnd(({ errors }) =>
      console.log(`[watch] ${name}: build finished${errors.length > 0 ? ` with ${errors.length} errors` : ''}`),
    );
  },
});

if (!watch) rmSync('dist', { recursive: true, force: true });
mkdirSync('dist', { recursive: true });
mkdirSync('out', { recursive: true });
const metafiles = [];
for (const [name, options] of Object.entries(bundles({ production }))) {
  const plugins = [...(options.plugins ?? []), ...(watch ? [progress(name)] : [])];
  const build = await context({ ...options, plugins });
  if (watch) {
    await build.watch();
    continue;
  }
  const { metafile } = await build.rebuild();
  // The inputs of each bundle; the tests read them
  writeFileSync(`out/${name}.meta.json`, JSON.stringify(metafile));
  metafiles.push(metafile);
  await build.dispose();
}
if (!watch) writeFileSync(NOTICES_FILE, thirdPartyNotices(metafiles));

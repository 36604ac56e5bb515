// One bundle for each place where code runs. `node esbuild.mjs [--watch] [--production]`
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { context } from 'esbuild';

const watch = process.argv.includes('--watch');
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const production = process.argv.includes('--production');

/**
 * Keeps what the extension host loads on demand out of its bundle: a dynamic import of one of these modules becomes an
 * import of the bundle that holds it.
 */
const onDemand = {
  name: 'on-demand',
  setup(build) {
    build.onResolve({ filter: /\/sandbox\/startSandbox$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './sandbox.js', external: true } : undefined,
    );
  },
};

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

const base = {
  bundle: true,
  minify: production,
  sourcemap: production ? false : 'linked',
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
  // Otherwise packages with a UMD main bundle without a warning and fail when loaded
  mainFields: ['module', 'main'],
};
const node = { ...base, platform: 'node', format: 'cjs', target: 'node20', external: ['vscode'] };

const bundles = {
  extension: { ...node, entryPoints: ['src/extension.ts'], outfile: 'dist/extension.js', plugins: [onDemand] },
  sandbox: { ...node, entryPoints: ['src/sandbox/startSandbox.ts'], outfile: 'dist/sandbox.js' },
  worker: { ...node, entryPoints: ['src/worker/conversionWorker.ts'], outfile: 'dist/worker.js' },
  cli: {
    ...node,
    entryPoints: ['src/cli/cli.ts'],
    outfile: 'dist/cli.js',
    define: { ENTRA_INBOUND_VERSION: JSON.stringify(version) },
    banner: { js: '#!/usr/bin/env node' },
  },
  webview: {
    ...base,
    platform: 'browser',
    format: 'esm',
    target: 'es2022',
    entryPoints: ['src/webview/preview.ts'],
    outfile: 'dist/webview/preview.js',
  },
};

if (!watch) rmSync('dist', { recursive: true, force: true });
mkdirSync('dist', { recursive: true });
mkdirSync('out', { recursive: true });
for (const [name, options] of Object.entries(bundles)) {
  const plugins = [...(options.plugins ?? []), ...(watch ? [progress(name)] : [])];
  const build = await context({ ...options, plugins });
  if (watch) {
    await build.watch();
    continue;
  }
  const { metafile } = await build.rebuild();
  // What each bundle is made of; the tests read it
  writeFileSync(`out/${name}.meta.json`, JSON.stringify(metafile));
  await build.dispose();
}

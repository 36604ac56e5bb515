// What is bundled, and how: one bundle for each place where code runs, and of the extension host's one that is loaded in parts.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './bundleModule.mjs';

/**
 * The editor loads the extension as a script, which loads everything else as modules: one graph, so that what holds state is
 * there once, however many chunks use it.
 */
const modulesOfHost = {
  name: 'modules-of-host',
  setup(build) {
    build.onResolve({ filter: /^\.\/host\/activate$/ }, () => ({ path: './host/activate.mjs', external: true }));
  },
};

/** Modules get the editor's interface as scripts do, by `require`: this works in every version that knows modules. */
const editorByRequire = {
  name: 'editor-by-require',
  setup(build) {
    build.onResolve({ filter: /^vscode$/ }, ({ kind }) =>
      kind === 'require-call' ? { path: 'vscode', external: true } : { path: 'vscode', namespace: 'editor' },
    );
    build.onLoad({ filter: /.*/, namespace: 'editor' }, () => ({ contents: "module.exports = require('vscode');" }));
  },
};

/** Libraries of the command line that most of its calls do without: each is a bundle of its own, loaded with its first use. */
const librariesOfCli = {
  name: 'libraries-of-cli',
  setup(build) {
    build.onResolve({ filter: /^undici$/ }, () => ({ path: './undici.js', external: true }));
    for (const module of ['identityLibrary', 'readPfx'])
      build.onResolve({ filter: new RegExp(`/${module}$`) }, () => ({ path: `./${module}.js`, external: true }));
  },
};

/** The sign-in library opens browsers by a package of its own, for a way to sign in that is not used of it. */
const withoutOpen = {
  name: 'without-open',
  setup(build) {
    build.onResolve({ filter: /^open$/ }, () => ({ path: 'open', namespace: 'unused' }));
    build.onLoad({ filter: /.*/, namespace: 'unused' }, () => ({ contents: "throw new Error('Not bundled.');" }));
  },
};

/** A variable that would lead the sign-in library to another host. It is refused there, and here it is not even read. */
const unread = { 'process.env.AZURE_REGIONAL_AUTHORITY_NAME': 'undefined' };

/**
 * esbuild's options of each bundle, by its name.
 *
 * @param {{ production: boolean }} how
 */
export function bundles({ production }) {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const base = {
    absWorkingDir: root,
    bundle: true,
    minify: production,
    sourcemap: production ? false : 'linked',
    legalComments: 'none',
    logLevel: 'warning',
    metafile: true,
    // Otherwise packages with a UMD main bundle without a warning and fail when loaded
    mainFields: ['module', 'main'],
  };
  // In some versions of Node 20 esbuild takes them for unknown, and would write code that compiles them again at each use
  const supported = { 'regexp-unicode-property-escapes': true };
  const script = { ...base, platform: 'node', format: 'cjs', target: 'node20', supported };
  return {
    extension: {
      ...script,
      entryPoints: ['src/extension.ts'],
      outfile: 'dist/extension.js',
      plugins: [modulesOfHost],
    },
    host: {
      ...base,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      supported,
      splitting: true,
      entryPoints: ['src/host/activate.ts'],
      outdir: 'dist/host',
      outExtension: { '.js': '.mjs' },
      chunkNames: '[name]-[hash]',
      banner: { js: "import{createRequire as requireOf}from'node:module';const require=requireOf(import.meta.url);" },
      plugins: [editorByRequire, withoutOpen],
      define: unread,
    },
    worker: { ...script, entryPoints: ['src/worker/conversionWorker.ts'], outfile: 'dist/worker.js' },
    cli: {
      ...script,
      entryPoints: ['src/cli/cli.ts'],
      outfile: 'dist/cli.js',
      define: { ENTRA_INBOUND_VERSION: JSON.stringify(version) },
      banner: { js: '#!/usr/bin/env node' },
      plugins: [librariesOfCli],
    },
    undici: { ...script, entryPoints: ['undici'], outfile: 'dist/undici.js' },
    identityLibrary: {
      ...script,
      entryPoints: ['src/signIn/identityLibrary.ts'],
      outfile: 'dist/identityLibrary.js',
      plugins: [withoutOpen],
      define: unread,
    },
    readPfx: { ...script, entryPoints: ['src/signIn/certificate/readPfx.ts'], outfile: 'dist/readPfx.js' },
    webview: {
      ...base,
      platform: 'browser',
      format: 'esm',
      target: 'es2022',
      entryPoints: ['src/webview/preview.ts'],
      outfile: 'dist/webview/preview.js',
    },
  };
}

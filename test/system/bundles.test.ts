import type { Metafile } from 'esbuild';
import { build } from 'esbuild';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundles } from '../../scripts/bundles.mjs';

const root = new URL('../../', import.meta.url);

function metafile(bundle: string): Metafile {
  const file = new URL(`out/${bundle}.meta.json`, root);
  if (!existsSync(file)) throw new Error('There are no bundles. Run "npm run build" first.');
  return JSON.parse(readFileSync(file, 'utf8')) as Metafile;
}

/** The source files and packages that a bundle is made of. */
function madeOf(bundle: string): readonly string[] {
  return Object.keys(metafile(bundle).inputs);
}

/** What a bundle leaves to be loaded by its host. */
function loadedLater(bundle: string): readonly string[] {
  return Object.values(metafile(bundle).outputs)
    .flatMap(({ imports }) => imports)
    .filter(({ external }) => external === true)
    .map(({ path }) => path);
}

describe('the bundles', () => {
  it('of the extension hold no sign-in library, no undici, no worker, no CSV library', () => {
    const unwanted = /@azure\/|node_modules\/undici\/|csv-parse|^src\/(worker|webview|cli)\//;
    expect(madeOf('host').filter((path) => unwanted.test(path))).toEqual([]);
    expect(madeOf('host').filter((path) => path.startsWith('src/')).length).toBeGreaterThan(50);
  });

  it('of the extension import the editor and Node, and nothing else', () => {
    expect(madeOf('extension')).toEqual(['src/extension.ts']);
    expect(loadedLater('extension')).toEqual(['./host/activate.mjs']);
    expect(new Set(loadedLater('host').filter((path) => !isBuiltin(path)))).toEqual(new Set(['vscode']));
  });

  it.each(['cli', 'worker', 'webview'])('of the %s knows nothing of the editor', (bundle) => {
    expect(
      [...madeOf(bundle), ...loadedLater(bundle)].filter((path) => path === 'vscode' || path.startsWith('src/host/')),
    ).toEqual([]);
  });

  it('of the page has nothing of Node and evaluates no text', () => {
    expect(loadedLater('webview')).toEqual([]);
  });

  it('run no code made from text', () => {
    const files = [...filesOf('dist/', '.js'), ...filesOf('dist/host/', '.mjs')];
    expect(files.length).toBeGreaterThan(3);
    for (const file of files)
      expect(readFileSync(new URL(file, root), 'utf8').match(/\bnew Function\(|(?<![.\w])eval\(/g), file).toBeNull();
  });
});

function filesOf(folder: string, ending: string): readonly string[] {
  return readdirSync(new URL(folder, root))
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}${name}`);
}

describe('what is loaded when the extension wakes', () => {
  let outputs: Metafile['outputs'] = {};

  beforeAll(async () => {
    outputs = (await build({ ...bundles({ production: true }).host, write: false, metafile: true })).metafile.outputs;
  });

  it('holds no sandbox', () => {
    const sources = sourcesOf(loadedWith(outputs, 'dist/host/activate.mjs'), outputs);
    expect(sources).toContain('src/host/activate.ts');
    expect(sources.filter((path) => path.startsWith('src/sandbox/'))).toEqual([]);
  });
});

/** A file, and all that it loads before it runs. */
function loadedWith(outputs: Metafile['outputs'], entry: string): readonly string[] {
  const found = new Set([entry]);
  for (const path of found)
    for (const one of outputs[path]?.imports ?? [])
      if (one.kind === 'import-statement' && one.external !== true) found.add(one.path);
  return [...found];
}

/** The sources that give these files any bytes. */
function sourcesOf(files: readonly string[], outputs: Metafile['outputs']): readonly string[] {
  return files.flatMap((file) =>
    Object.entries(outputs[file]?.inputs ?? {})
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .map(([source]) => source),
  );
}

import { existsSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { describe, expect, it } from 'vitest';

const root = new URL('../../', import.meta.url);

interface Metafile {
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly outputs: Readonly<
    Record<string, { readonly imports: readonly { readonly path: string; readonly kind: string }[] }>
  >;
}

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
  return Object.entries(metafile(bundle).outputs)
    .filter(([name]) => name.endsWith('.js'))
    .flatMap(([, { imports }]) => imports.map(({ path }) => path));
}

describe('the bundles', () => {
  it('of the extension holds no sign-in library, no undici, no sandbox, no worker, no CSV library', () => {
    const unwanted = /@azure\/|node_modules\/undici\/|csv-parse|^src\/(sandbox|worker|webview|cli)\//;
    // The protocol of the worker is types, and the prefix of its tokens is the client's
    expect(madeOf('extension').filter((path) => unwanted.test(path))).toEqual([]);
    expect(madeOf('extension').filter((path) => path.startsWith('src/')).length).toBeGreaterThan(50);
  });

  it('of the extension imports the editor and Node, and the sandbox on demand', () => {
    const imports = metafile('extension').outputs['dist/extension.js']?.imports ?? [];
    const kinds = imports.filter(({ path }) => path === './sandbox.js').map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['dynamic-import']));
    const others = new Set(loadedLater('extension').filter((path) => !isBuiltin(path)));
    expect(others).toEqual(new Set(['vscode', './sandbox.js']));
  });

  it.each(['cli', 'worker', 'sandbox', 'webview'])('of the %s knows nothing of the editor', (bundle) => {
    expect(
      [...madeOf(bundle), ...loadedLater(bundle)].filter((path) => path === 'vscode' || path.startsWith('src/host/')),
    ).toEqual([]);
  });

  it('of the page has nothing of Node and evaluates no text', () => {
    expect(loadedLater('webview')).toEqual([]);
  });

  it.each(['extension', 'cli', 'worker', 'sandbox'])('of the %s runs no code made from text', (bundle) => {
    const text = readFileSync(new URL(`dist/${bundle}.js`, root), 'utf8');
    expect(text.match(/\bnew Function\(|(?<![.\w])eval\(/g)).toBeNull();
  });
});

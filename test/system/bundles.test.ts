import type { Metafile } from 'esbuild';
import { build } from 'esbuild';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundles } from '../../scripts/bundles.mjs';

const root = new URL('../../', import.meta.url);
/** Libraries that most uses do without: signing in, PFX files, calls of the command line. */
const LIBRARY = /node_modules\/(@azure|@typespec|node-forge|undici)\//;

function metafile(bundle: string): Metafile {
  const file = new URL(`out/${bundle}.meta.json`, root);
  if (!existsSync(file)) throw new Error('There are no bundles. Run "npm run build" first.');
  return JSON.parse(readFileSync(file, 'utf8')) as Metafile;
}

/** The source files and packages that a bundle contains. */
function inputsOf(bundle: string): readonly string[] {
  return Object.keys(metafile(bundle).inputs);
}

/** What a bundle leaves to be loaded by its host. */
function loadedLater(bundle: string): readonly string[] {
  return Object.values(metafile(bundle).outputs)
    .flatMap(({ imports }) => imports)
    .filter(({ external }) => external === true)
    .map(({ path }) => path);
}

/** The ways in which a bundle imports a path. */
function importsOf(bundle: string, imported: string): ReadonlySet<string> {
  const imports = Object.values(metafile(bundle).outputs).flatMap((output) => output.imports);
  return new Set(imports.filter(({ path }) => path === imported).map(({ kind }) => kind));
}

describe('the bundles', () => {
  it('of the extension hold no undici and no worker, and a CSV library only in the chunk that exports results', () => {
    const unwanted = /node_modules\/undici\/|^src\/(worker|webview|cli)\//;
    const chunks = Object.entries(metafile('host').outputs);
    const holding = chunks.filter(([, { inputs }]) => Object.keys(inputs).some((path) => path.includes('csv-parse')));
    expect(holding.map(([, { entryPoint }]) => entryPoint)).toEqual(['src/sending/results/exportResults.ts']);
    for (const [path] of holding) expect(importsOf('host', path)).toEqual(new Set(['dynamic-import']));
    expect(inputsOf('host').filter((path) => unwanted.test(path))).toEqual([]);
    expect(inputsOf('host').filter((path) => path.startsWith('src/')).length).toBeGreaterThan(50);
  });

  it('of the extension import the editor and Node, and nothing else', () => {
    expect(inputsOf('extension')).toEqual(['src/extension.ts']);
    expect(loadedLater('extension')).toEqual(['./host/activate.mjs']);
    expect(new Set(loadedLater('host').filter((path) => !isBuiltin(path)))).toEqual(new Set(['vscode']));
  });

  it.each(['cli', 'worker', 'webview'])('of the %s knows nothing of the editor', (bundle) => {
    expect(
      [...inputsOf(bundle), ...loadedLater(bundle)].filter((path) => path === 'vscode' || path.startsWith('src/host/')),
    ).toEqual([]);
  });

  it('leave large libraries to bundles that the command line loads with their first use', () => {
    for (const bundle of ['cli', 'worker', 'webview', 'extension'])
      expect(inputsOf(bundle).filter((path) => LIBRARY.test(path))).toEqual([]);
    const entries = { identityLibrary: 'src/signIn/identityLibrary.ts', readPfx: 'src/signIn/certificate/readPfx.ts' };
    for (const [bundle, entry] of Object.entries(entries)) {
      // Nothing of ours twice: an error of one bundle is none of another's
      expect(inputsOf(bundle).filter((path) => path.startsWith('src/'))).toEqual([entry]);
      expect(inputsOf(bundle).some((path) => LIBRARY.test(path))).toBe(true);
      expect(importsOf('cli', `./${bundle}.js`)).toEqual(new Set(['dynamic-import']));
    }
    expect(importsOf('cli', './undici.js').size).toBeGreaterThan(0);
    const size = (file: string) => `${file} ${Math.round(statSync(new URL(`dist/${file}`, root)).size / 1024)} KB`;
    console.log(['cli.js', 'identityLibrary.js', 'readPfx.js', 'undici.js'].map(size).join(', '));
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

  const waking = () => loadedWith(outputs, 'dist/host/activate.mjs');

  it('is under 120 KB, minified', () => {
    const bytes = waking().reduce((sum, file) => sum + (outputs[file]?.bytes ?? NaN), 0);
    expect(bytes).toBeGreaterThan(10_000);
    expect(bytes).toBeLessThan(120_000);
  });

  it('holds no language, no rows of trees, no preview, no sandbox, no sending and no library', () => {
    const sources = sourcesOf(waking(), outputs);
    expect(sources).toContain('src/host/activate.ts');
    const unwanted =
      /node_modules|^src\/(language|views|preview|sandbox)\/|^src\/core\/(expression|mapping|convert|jobSchema|examine|import|guess|provisioning|run|catalogue)\/|^src\/core\/payload\/(shape|checks)\/|^src\/host\/runs\/(?!windowRuns|runsViewState)|^src\/tenant\/(httpTenant|sending)/;
    expect(sources.filter((path) => unwanted.test(path))).toEqual([]);
  });

  it('leaves signing in to a chunk, and the libraries for it to chunks that its first token loads', () => {
    const holding = (pattern: RegExp) =>
      Object.keys(outputs).filter((file) => sourcesOf([file], outputs).some((source) => pattern.test(source)));
    expect(holding(/node_modules\/@(azure|typespec)\//)).toEqual([chunkOf(outputs, 'src/signIn/identityLibrary.ts')]);
    expect(holding(/node_modules\/node-forge\//)).toEqual([chunkOf(outputs, 'src/signIn/certificate/readPfx.ts')]);
    const signingIn = sourcesOf(loadedWith(outputs, chunkOf(outputs, 'src/signIn/openTokens.ts')), outputs);
    expect(signingIn.filter((path) => path.includes('node_modules'))).toEqual([]);
    for (const source of ['identityLibrary.ts', 'certificate/readPfx.ts'].map((file) => `src/signIn/${file}`)) {
      const bytes = outputs[chunkOf(outputs, source)]?.bytes ?? NaN;
      console.log(`${source}: ${Math.round(bytes / 1024)} KB, minified`);
      expect(bytes).toBeGreaterThan(10_000);
    }
  });

  it('leaves each language to chunks that the others do without', () => {
    const sourcesFrom = (source: string) => sourcesOf(loadedWith(outputs, chunkOf(outputs, source)), outputs);
    const payloads = sourcesFrom('src/host/documents/openPayloads.ts');
    expect(payloads).toContain('src/language/payload/payloadAnswers.ts');
    // How an attribute is described is the same in both
    const ofMappings = /^src\/(core\/mapping\/(syntax|checks)|language\/(mapping\/(document|quickFixes)|jobSchema))\//;
    expect(payloads.filter((path) => ofMappings.test(path))).toEqual([]);
    const mappings = sourcesFrom('src/host/documents/mappingSession.ts');
    expect(mappings).toContain('src/language/mapping/mappingAnswers.ts');
    const ofOthers = /^src\/(language\/(payload|jobSchema)|core\/(payload|jobSchema|catalogue))\//;
    expect(mappings.filter((path) => ofOthers.test(path))).toEqual([]);
    const schemas = sourcesFrom('src/host/documents/jobSchemaSession.ts');
    expect(schemas).toContain('src/language/jobSchema/jobSchemaAnswers.ts');
    expect(schemas.filter((path) => path.startsWith('src/language/payload/'))).toEqual([]);
  });
});

/** The chunk that a dynamic import of a source loads. */
function chunkOf(outputs: Metafile['outputs'], source: string): string {
  const found = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint === source)?.[0];
  if (found === undefined) throw new Error(`${source} is not loaded on first use.`);
  return found;
}

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

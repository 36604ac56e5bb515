import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { confirmEveryPlan } from './dialogs';
import { extension, loadedModules, pause, sample, when, workerCount, writeSmallExtract } from './support';

/** Where the process keeps the dispatcher of its fetch; undici puts its own there when it is loaded. */
const DISPATCHERS = [1, 2].map((version) => Symbol.for(`undici.globalDispatcher.${version}`));

function dispatchers(): readonly unknown[] {
  return DISPATCHERS.map((symbol) => (globalThis as unknown as Record<symbol, unknown>)[symbol]);
}

/** Milliseconds after which what a document makes the extension load is being loaded. */
const SETTLE = 500;

/** What wakes, by the names of files. */
const WAKING = ['activate', 'extension'];

/** Which of our files are loaded, by their names: chunks that have none, because several others share them, are left out. */
function loadedChunks(): readonly string[] {
  const dist = `${extension().extensionPath.replaceAll('\\', '/')}/dist/`;
  return loadedModules()
    .filter((path) => path.startsWith(dist))
    .map((path) => /([^/]*?)(-[A-Z0-9]{8})?\.m?js$/.exec(path)?.[1] ?? path)
    .filter((name) => name !== 'chunk')
    .sort();
}

/** Waits for the extension to have found something wrong. */
function untilProblems({ uri }: vscode.TextDocument): Promise<true> {
  return when(vscode.languages.onDidChangeDiagnostics, () =>
    vscode.languages.getDiagnostics(uri).length > 0 ? true : undefined,
  );
}

/** These files are loaded, and no others; what is being loaded may take a moment. */
async function assertLoaded(names: readonly string[] | (() => readonly string[])): Promise<void> {
  const wanted = (): string[] => [...(typeof names === 'function' ? names() : names)].sort();
  for (let tries = 0; tries < 100 && loadedChunks().join() !== wanted().join(); tries++) await pause(50);
  assert.deepEqual(loadedChunks(), wanted());
}

describe('activation', () => {
  confirmEveryPlan();
  before(writeSmallExtract);

  it('does not come with the start of the editor, and starts nothing by itself', async () => {
    const { activationEvents } = extension().packageJSON as { readonly activationEvents: readonly string[] };
    assert.deepEqual(
      activationEvents.filter((event) => !event.startsWith('onLanguage:')),
      // A preview that was open is open again, and a page, which asks for its text as soon as the editor for Markdown is there
      ['onWebviewPanel:entraInbound.preview', 'onCustomEditor:vscode.markdown.preview.editor'],
    );
    // The editor's own settings are JSON, and may have woken it before anybody opened anything, or be waking it now:
    // then its files are loaded a moment before it is active
    await assertLoaded(() => (extension().isActive ? WAKING : []));
    assert.equal(workerCount(), 0);
  });

  it('loads neither the sign-in library nor undici nor the sandbox, starts no worker, and leaves fetch alone', async () => {
    const before = { workers: workerCount(), dispatchers: dispatchers(), modules: new Set(loadedModules()) };
    await extension().activate();
    assert.equal(extension().isActive, true);
    assert.deepEqual(loadedChunks(), WAKING);
    const fresh = loadedModules().filter((path) => !before.modules.has(path));
    assert.deepEqual(
      fresh.filter((path) => /@azure\/identity|undici/.test(path)),
      [],
    );
    assert.equal(workerCount(), before.workers);
    assert.deepEqual(dispatchers(), before.dispatchers);
  });

  it('loads nothing for a JSON that is none of ours', async () => {
    await vscode.workspace.openTextDocument({ language: 'json', content: '{ "name": "a recipe" }' });
    await vscode.workspace.openTextDocument({ language: 'jsonc', content: '{ "files.exclude": {} }' });
    await pause(SETTLE);
    assert.deepEqual(loadedChunks(), WAKING);
  });

  it('loads nothing for an extract that nobody sees, above which the ways on and the connection in use are offered all the same', async () => {
    const { uri } = await vscode.workspace.openTextDocument(sample('small.csv'));
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri);
    assert.deepEqual(
      lenses.map(({ command }) => command?.command),
      [
        'entraInbound.connection.use',
        'entraInbound.mapping.new',
        'entraInbound.extract.preview',
        'entraInbound.extract.check',
      ],
    );
    await pause(SETTLE);
    assert.deepEqual(loadedChunks(), WAKING);
  });

  it('loads the language of payloads with the first payload, and no other language', async () => {
    const content = '{ "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "active": "yes" }';
    await untilProblems(await vscode.workspace.openTextDocument({ language: 'json', content }));
    await assertLoaded([...WAKING, 'editorAnswers', 'openPayloads']);
  });

  it('loads the language of mappings with the first mapping, and that of job schemas with the first of those', async () => {
    await untilProblems(await vscode.workspace.openTextDocument({ language: 'scimmap', content: 'no rule' }));
    // The last is what looks for the extract of the mapping
    const withMappings = [...WAKING, 'editorAnswers', 'openPayloads', 'mappingSession', 'findMapping'];
    await assertLoaded(withMappings);
    const content = '{ "synchronizationRules": [{ "objectMappings": 1 }] }';
    await untilProblems(await vscode.workspace.openTextDocument({ language: 'json', content }));
    await assertLoaded([...withMappings, 'jobSchemaSession']);
  });

  it('and would have been seen to: the sandbox and the worker are there once something is sent', async () => {
    const before = workerCount();
    const words = await vscode.commands.executeCommand<string>(
      'entraInbound.extract.send',
      sample('small.csv'),
      sample('contoso.scimmap'),
    );
    assert.equal(words, '2 created');
    assert.ok(loadedChunks().includes('startSandbox'));
    assert.equal(workerCount(), before + 1);
  }).timeout(60_000);

  it('has the sample workspace open', () => {
    assert.deepEqual(
      vscode.workspace.workspaceFolders?.map(({ name }) => name),
      ['contoso'],
    );
  });

  it('registers every command of the manifest', async () => {
    const manifest = extension().packageJSON as {
      readonly contributes: { readonly commands: readonly { readonly command: string }[] };
    };
    const declared = manifest.contributes.commands.map(({ command }) => command);
    assert.notEqual(declared.length, 0);
    const registered = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      declared.filter((command) => !registered.has(command)),
      [],
    );
  });
});

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { extension, loadedModules, sample, workerCount, writeSmallExtract } from './support';

/** Where the process keeps the dispatcher of its fetch; undici puts its own there when it is loaded. */
const DISPATCHERS = [1, 2].map((version) => Symbol.for(`undici.globalDispatcher.${version}`));

function dispatchers(): readonly unknown[] {
  return DISPATCHERS.map((symbol) => (globalThis as unknown as Record<symbol, unknown>)[symbol]);
}

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

describe('activation', () => {
  before(writeSmallExtract);

  it('is not asked for by the start of the editor, and whatever has woken the extension, nothing runs yet', () => {
    const { activationEvents } = extension().packageJSON as { readonly activationEvents: readonly string[] };
    assert.deepEqual(
      activationEvents.filter((event) => !event.startsWith('onLanguage:')),
      [],
    );
    // The editor's own settings are JSON, and may have woken it before anybody opened anything
    assert.deepEqual(loadedChunks(), extension().isActive ? WAKING : []);
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

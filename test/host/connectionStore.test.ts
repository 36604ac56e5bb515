import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { ConnectionRegistry } from '../../src/connections/connectionRegistry';
import { LocalSandbox } from '../../src/connections/localSandbox';
import type { TenantConnectionFile } from '../../src/connections/tenantFile';
import { ConnectionStore } from '../../src/host/connections/connectionStore';
import { tenantFile } from '../support/tenantFiles';
import { createWindowStates } from '../../src/host/connections/windowStates';
import { windowSandboxConnection } from '../../src/host/connections/windowConnections';

const fileOf = (name: string): TenantConnectionFile =>
  tenantFile({ name, production: false, signIn: { kind: 'azureCli' } });

interface Window {
  readonly registry: ConnectionRegistry;
  readonly store: ConnectionStore;
  readonly names: () => readonly string[];
}

/** A window's connections, over a folder that other windows share. */
async function windowOn(globalStorageUri: vscode.Uri): Promise<Window> {
  const values = new Map<string, unknown>();
  const globalState: vscode.Memento = {
    keys: () => [...values.keys()],
    get: <T>(key: string, otherwise?: T) => (values.get(key) ?? otherwise) as T,
    update: (key, value) => Promise.resolve(void values.set(key, value)),
  };
  const output = vscode.window.createOutputChannel('Connections of a test', { log: true });
  const registry: ConnectionRegistry = new ConnectionRegistry(
    windowSandboxConnection(new LocalSandbox()),
    { read: () => undefined, write: () => undefined },
    () => store.read(),
  );
  const secrets = {
    get: () => Promise.resolve(undefined),
    store: () => Promise.resolve(),
    delete: () => Promise.resolve(),
    onDidChange: new vscode.EventEmitter<vscode.SecretStorageChangeEvent>().event,
  };
  const states = createWindowStates(globalState);
  const context = { globalStorageUri, globalState, secrets };
  const store: ConnectionStore = await ConnectionStore.open({ context, registry, states, output });
  return { registry, store, names: () => registry.all.slice(1).map(({ name }) => name) };
}

/** Resolves once a registry has heard of what is awaited. The test's time limit ends a vain wait. */
function heard(registry: ConnectionRegistry, isThere: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!isThere()) return;
      listening.dispose();
      resolve();
    };
    const listening = registry.onDidChange(look);
    look();
  });
}

/** Resolves once the windows hear of changes to their folder: the editor begins to watch some time after it was asked to. */
async function watching(connections: string, windows: readonly Window[]): Promise<void> {
  const probe = join(connections, 'probe.connection.json');
  await Promise.all(windows.map(({ registry }) => registry.settle()));
  for (let attempt = 1; windows.some(({ registry }) => registry.unreadable.length === 0); attempt++) {
    writeFileSync(probe, `probe ${attempt}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  rmSync(probe);
  await Promise.all(windows.map(({ registry }) => heard(registry, () => registry.unreadable.length === 0)));
}

describe('connections of a user with two windows', () => {
  const folder = mkdtempSync(join(tmpdir(), 'entra-inbound-connections-'));
  let one: Window;
  let other: Window;
  before(async () => {
    [one, other] = [await windowOn(vscode.Uri.file(folder)), await windowOn(vscode.Uri.file(folder))];
    await watching(join(folder, 'connections'), [one, other]);
  });
  // What an attempt that failed has left is not in the way of the next
  afterEach(async () => {
    for (const connection of one.registry.all.slice(1)) await one.store.remove(connection);
  });
  after(() => {
    one.store.dispose();
    other.store.dispose();
    rmSync(folder, { recursive: true });
  });

  it('are seen by the other window, with their new names and until they are removed', async () => {
    const added = await one.store.add(fileOf('Contoso'));
    assert.equal(added?.name, 'Contoso');
    await heard(other.registry, () => other.names().includes('Contoso'));
    other.registry.use('Contoso');
    assert.equal(await one.store.replace(added, fileOf('Fabrikam')), 'replaced');
    await heard(other.registry, () => other.registry.active.name === 'Fabrikam');
    assert.equal(await other.store.add(fileOf('FABRIKAM')), undefined);
    assert.equal(await one.store.replace(added, fileOf('Adatum')), 'changed');
    const [renamed] = one.registry.all.slice(1);
    assert.ok(renamed);
    assert.deepEqual(await one.store.remove(renamed), { isRemoved: true, isSecretGone: true });
    await heard(other.registry, () => other.registry.active.kind === 'sandbox' && other.names().length === 0);
  });

  it('are taken for nothing else: a file that cannot be used is said to be', async () => {
    writeFileSync(join(folder, 'connections', 'broken.connection.json'), '{"kind": "tenant", "name": "s3cret"');
    await heard(one.registry, () => one.registry.unreadable.length === 1);
    assert.match(one.registry.unreadable[0]?.path ?? '', /broken\.connection\.json$/);
    assert.doesNotMatch(JSON.stringify(one.registry.unreadable), /s3cret/);
    assert.ok(readdirSync(join(folder, 'connections')).includes('broken.connection.json'));
  });

  it('are not kept where the editor has no folder of this machine, and that is said', async () => {
    const { store, registry } = await windowOn(
      vscode.Uri.from({ scheme: 'vscode-userdata', path: '/User/globalStorage' }),
    );
    await registry.settle();
    await assert.rejects(() => store.add(fileOf('Contoso')), { name: 'UserError', message: /own machine/ });
    store.dispose();
  });
});

import { describe, expect, it } from 'vitest';
import type { Memento, SecretStorageChangeEvent } from 'vscode';
import { Listeners } from '../../../src/connections/listeners';
import type { TenantConnectionFile } from '../../../src/connections/tenantFile';
import type { SecretKeeper, SecretOwner } from '../../../src/host/connections/secrets';
import { ConnectionSecrets } from '../../../src/host/connections/secrets';
import { describeTrouble } from '../../../src/host/connections/secretWords';
import type { Clock } from '../../../src/tenant/clock';

const SECRET = 'canary~S3cret-0f0f';
const ID = '0f0f0f0f-1111-2222-3333-444444444444';
const OTHER = '1e1e1e1e-1111-2222-3333-444444444444';
const PURPOSE = 'client secret';

function owner(id: string, more: Partial<TenantConnectionFile> = {}): SecretOwner {
  const signIn = { kind: 'clientSecret', clientId: ID, secret: { env: 'ENTRA_CLIENT_SECRET' } } as const;
  const ids = { cloud: 'global', tenantId: ID, servicePrincipalId: ID, jobId: 'API2AAD.x.y' } as const;
  return { id, file: { kind: 'tenant', name: 'Contoso', ...ids, production: false, signIn, ...more } };
}

/** By it, a minute is over as soon as nobody else has anything left to do. */
const patientClock: Clock = { now: () => 0, delay: () => new Promise((resolve) => setImmediate(resolve)) };

/** A storage of an editor that works, with what it keeps laid open. */
function storage(broken: Partial<SecretKeeper> = {}): {
  readonly kept: Map<string, string>;
  readonly secretStorage: SecretKeeper;
} {
  const kept = new Map<string, string>();
  const changed = new Listeners<SecretStorageChangeEvent>();
  const tell = (key: string): void => changed.fire({ key });
  const working: SecretKeeper = {
    get: (key) => Promise.resolve(kept.get(key)),
    store: (key, value) => Promise.resolve(kept.set(key, value)).then(() => tell(key)),
    delete: (key) => Promise.resolve(kept.delete(key)).then(() => tell(key)),
    onDidChange: (listener) => changed.add(listener),
  };
  return { kept, secretStorage: { ...working, ...broken } };
}

/** What the editor writes down in clear text between its windows. */
function memento(): Memento & { readonly values: Map<string, unknown> } {
  const values = new Map<string, unknown>();
  return {
    values,
    keys: () => [...values.keys()],
    get: <T>(key: string, otherwise?: T) => (values.get(key) ?? otherwise) as T,
    update: (key, value) => Promise.resolve(void values.set(key, value)),
  };
}

function secretsOf(broken?: Partial<SecretKeeper>) {
  const { kept, secretStorage } = storage(broken);
  const memory = memento();
  return { kept, memory, secrets: new ConnectionSecrets(secretStorage, memory, patientClock) };
}

describe('the secrets of connections', () => {
  it('are kept in the secret storage and nowhere else, and go with their connection', async () => {
    const { kept, memory, secrets } = secretsOf();
    expect(await secrets.find(owner('tenant-a-1'), PURPOSE)).toEqual({ missing: 'never-kept' });
    expect(await secrets.keep(owner('tenant-a-1'), PURPOSE, SECRET)).toBeUndefined();
    expect(await secrets.keep(owner('tenant-a-1'), 'password of the certificate', 'pw')).toBeUndefined();
    expect(await secrets.find(owner('tenant-a-1'), PURPOSE)).toEqual({ value: SECRET });
    expect(await secrets.find(owner('tenant-a-2'), PURPOSE)).toEqual({ missing: 'never-kept' });
    expect([...kept.keys()]).toEqual(['connection/tenant-a-1/secret', 'connection/tenant-a-1/password']);
    expect(JSON.stringify([...memory.values])).not.toMatch(/canary|pw/);
    expect(await secrets.forget(owner('tenant-a-1'))).toBe(true);
    expect([kept.size, await secrets.find(owner('tenant-a-1'), PURPOSE)]).toEqual([0, { missing: 'never-kept' }]);
  });

  it('stay when a connection is renamed or recoloured', async () => {
    const { secrets } = secretsOf();
    await secrets.keep(owner('a'), PURPOSE, SECRET);
    expect(await secrets.find(owner('a', { name: 'New', color: 'red', production: true }), PURPOSE)).toEqual({
      value: SECRET,
    });
  });

  it.each<readonly [string, Partial<TenantConnectionFile>]>([
    ['tenant', { tenantId: OTHER }],
    ['cloud', { cloud: 'china' }],
    ['application', { signIn: { kind: 'clientSecret', clientId: OTHER, secret: { env: 'A' } } }],
  ])('are given out for no other %s than the one that they were entered for', async (_, more) => {
    const { secrets } = secretsOf();
    await secrets.keep(owner('a'), PURPOSE, SECRET);
    expect(await secrets.find(owner('a', more), PURPOSE)).toEqual({ missing: 'of-another-sign-in' });
  });

  it('tell of a change, whichever window has made it, and of nothing that is not theirs', async () => {
    const { secretStorage } = storage();
    const secrets = new ConnectionSecrets(secretStorage, memento(), patientClock);
    const heard: string[] = [];
    secrets.onDidChange((id) => heard.push(id));
    await secretStorage.store('connection/tenant-a-1/secret', 'x');
    await secretStorage.store('another/extension', 'x');
    secrets.dispose();
    await secretStorage.delete('connection/tenant-a-1/secret');
    expect(heard).toEqual(['tenant-a-1']);
  });

  const never = (): Promise<never> => new Promise(() => undefined);
  const refusing = (): Promise<never> => Promise.reject(new Error(`Cannot encrypt "${SECRET}": no keyring`));
  it.each<readonly [what: string, broken: Partial<SecretKeeper>, trouble: string]>([
    ['refuses to keep', { store: refusing }, 'refused'],
    ['keeps nothing', { store: () => Promise.resolve() }, 'lost'],
    ['keeps another text', { get: () => Promise.resolve('another') }, 'changed'],
    ['refuses to read', { get: refusing }, 'refused'],
    ['is locked, and waits for ever to keep', { store: never }, 'silent'],
    ['is locked, and waits for ever to read', { get: never }, 'silent'],
    [
      'throws at once',
      {
        store: () => {
          throw new Error(SECRET);
        },
      },
      'refused',
    ],
  ])('are not kept by a storage that %s, and nothing is left of them', async (_, broken, trouble) => {
    const { kept, memory, secrets } = secretsOf(broken);
    const found = await secrets.keep(owner('a'), PURPOSE, SECRET);
    expect(found).toBe(trouble);
    expect([kept.size, JSON.stringify([...memory.values])]).toEqual([0, '[]']);
    const words = describeTrouble(found ?? 'lost', 'Contoso');
    expect(words).toMatch(
      /^The secret of Contoso was not kept: the editor’s secret storage .*\. Unlock .*needs no secret/,
    );
    expect(words).not.toContain('canary');
  });

  it('are known to be forgotten by a storage that is in memory alone, after a restart', async () => {
    const memory = memento();
    const before = new ConnectionSecrets(storage().secretStorage, memory, patientClock);
    expect(await before.keep(owner('a'), PURPOSE, SECRET)).toBeUndefined();
    const after = new ConnectionSecrets(storage().secretStorage, memory, patientClock);
    expect(await after.find(owner('a'), PURPOSE)).toEqual({ missing: 'forgotten' });
  });

  it('that cannot be removed are said to be', async () => {
    const { kept, secrets } = secretsOf({ delete: refusing });
    await secrets.keep(owner('a'), PURPOSE, SECRET);
    expect([await secrets.forget(owner('a')), kept.size]).toEqual([false, 1]);
  });

  it('are not looked for in what something else has put there', async () => {
    const { kept, secrets } = secretsOf();
    for (const text of ['', 'plain', '[]', '{"value":"x"}', '{"for":null,"value":1}']) {
      kept.set('connection/a/secret', text);
      expect(await secrets.find(owner('a'), PURPOSE)).toEqual({ missing: 'of-another-sign-in' });
    }
  });
});

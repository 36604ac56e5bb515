import { beforeEach, describe, expect, it } from 'vitest';
import type { TenantConnectionFile } from '../../../src/connections/tenantFile';
import { UserConnections } from '../../../src/connections/userConnections';
import { memoryFolder } from './memoryFolder';

const ID = '0f0f0f0f-1111-2222-3333-444444444444';
const named = (name: string): TenantConnectionFile => ({
  kind: 'tenant',
  name,
  cloud: 'global',
  tenantId: ID,
  servicePrincipalId: ID,
  jobId: 'API2AAD.x.y',
  production: false,
  signIn: { kind: 'azureCli' },
});

let folder: ReturnType<typeof memoryFolder>;
let connections: UserConnections;
beforeEach(() => {
  folder = memoryFolder();
  connections = new UserConnections(folder);
});

describe('UserConnections', () => {
  it('keeps connections, one file each, and lists them by name', async () => {
    for (const name of ['contoso', 'Adatum', 'Bad & Good']) expect(await connections.add(named(name))).toBe(true);
    const { connections: all, unreadable } = await connections.list();
    expect(all.map(({ name }) => name)).toEqual(['Adatum', 'Bad & Good', 'contoso']);
    expect([unreadable, folder.files.size]).toEqual([[], 3]);
    expect(await connections.get('ADATUM')).toEqual(named('Adatum'));
    expect(await connections.get('Fabrikam')).toBeUndefined();
  });

  it('takes no second connection of a name, ignoring case and encoding', async () => {
    expect(await connections.add(named('Zoë'))).toBe(true);
    expect(await connections.add(named('zoë'))).toBe(false);
    expect(await connections.add(named('ZOE\u0308'))).toBe(false);
    expect(folder.files.size).toBe(1);
  });

  it.each(['con', 'Ünïcödé', '日本', '日本語', '...', 'a:b*c?"<>|', 'x'.repeat(100), 'NUL', '-'])(
    'makes a safe file name of %j, and none that another has',
    async (name) => {
      expect(await connections.add(named('日'))).toBe(true);
      expect(await connections.add(named(name))).toBe(true);
      for (const fileName of folder.files.keys()) expect(fileName).toMatch(/^tenant[a-z0-9-]{0,70}\.connection\.json$/);
      expect(folder.files.size).toBe(2);
      expect((await connections.get(name))?.name).toBe(name);
    },
  );

  it('removes the one that is named', async () => {
    await connections.add(named('One'));
    await connections.add(named('Two'));
    expect(await connections.remove('ONE')).toBe(true);
    expect(await connections.remove('One')).toBe(false);
    expect((await connections.list()).connections.map(({ name }) => name)).toEqual(['Two']);
  });

  it('says which files are no connections, and leaves others alone', async () => {
    await connections.add(named('One'));
    folder.files.set('broken.connection.json', '{"secret": "s3cret"');
    folder.files.set('notes.txt', 'x');
    const { connections: all, unreadable } = await connections.list();
    expect(all).toHaveLength(1);
    expect(unreadable.map(({ path }) => path)).toEqual(['/state/broken.connection.json']);
    expect(JSON.stringify(unreadable)).not.toContain('s3cret');
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import type { TenantConnectionFile } from '../../../src/connections/tenantFile';
import { UserConnections } from '../../../src/connections/user/userConnections';
import type { Clock } from '../../../src/tenant/clock';
import { tenantFile } from '../../support/tenantFiles';
import { memoryFolder } from './memoryFolder';

const named = (name: string): TenantConnectionFile =>
  tenantFile({ name, production: false, signIn: { kind: 'azureCli' } });

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

  it('gives a name to one of several that add it at the same time, and overwrites nobody', async () => {
    const others = Array.from({ length: 5 }, () => new UserConnections(folder));
    const added = await Promise.all(others.map((each, index) => each.add(named(index < 3 ? 'Contoso' : `B ${index}`))));
    expect([added.slice(0, 3).filter(Boolean).length, added[3], added[4]]).toEqual([1, true, true]);
    expect((await connections.list()).connections.map(({ name }) => name)).toEqual(['B 3', 'B 4', 'Contoso']);
    expect([...folder.files.keys()].filter((name) => name.endsWith('.lock'))).toEqual([]);
  });

  it('goes on after a process that was killed while it changed something', async () => {
    const waits: number[] = [];
    let now = 0;
    const clock: Clock = { now: () => now, delay: (ms) => Promise.resolve(void (waits.push(ms), (now += ms))) };
    folder.files.set('changing.lock', 'of a process that was killed');
    expect(await new UserConnections(folder, { clock }).add(named('One'))).toBe(true);
    expect(waits.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThanOrEqual(10_000);
    expect([...folder.files.keys()]).toEqual(['tenant-one.connection.json']);
  });

  it('goes on where something else has the place of the lock, which can be neither read nor removed', async () => {
    let now = 0;
    const delay = (ms: number): Promise<void> =>
      now > 60_000 ? Promise.reject(new Error('It waits for ever.')) : Promise.resolve(void (now += ms));
    const taken = {
      ...folder,
      create: (name: string, text: string) =>
        name.endsWith('.lock') ? Promise.resolve(false) : folder.create(name, text),
    };
    expect(await new UserConnections(taken, { clock: { now: () => now, delay } }).add(named('One'))).toBe(true);
    expect([...folder.files.keys()]).toEqual(['tenant-one.connection.json']);
  });

  it('edits and renames in place: the id stays', async () => {
    await connections.add(named('One'));
    await connections.add(named('Two'));
    const [first] = (await connections.all()).connections;
    if (first === undefined) throw new Error('There is none.');
    const { id, file } = first;
    const after = { ...file, name: 'ONE', production: true };
    expect(await connections.replace(id, file, after)).toBe('replaced');
    expect((await connections.all()).connections[0]).toEqual({ id, file: after });
    expect(await connections.replace(id, after, { ...after, name: 'two' })).toBe('name-taken');
    expect(await connections.replace(id, file, { ...file, name: 'Three' })).toBe('changed');
    expect(await connections.replace('tenant-none', file, file)).toBe('gone');
    expect(await connections.get('one')).toEqual(after);
  });

  it('gives each connection an id that none had before, if asked', async () => {
    let made = 0;
    const own = new UserConnections(folder, { newSuffix: () => `s${++made}` });
    await own.add(named('Contoso'));
    await own.remove('Contoso');
    await own.add(named('Contoso'));
    expect([...folder.files.keys()]).toEqual(['tenant-contoso-s2.connection.json']);
  });

  it('removes the one that is named', async () => {
    await connections.add(named('One'));
    await connections.add(named('Two'));
    expect(await connections.remove('ONE')).toBe(true);
    expect(await connections.remove('One')).toBe(false);
    expect((await connections.list()).connections.map(({ name }) => name)).toEqual(['Two']);
  });

  it('says which files are not connections, and leaves others alone', async () => {
    await connections.add(named('One'));
    folder.files.set('broken.connection.json', '{"secret": "s3cret"');
    folder.files.set('notes.txt', 'x');
    const { connections: all, unreadable } = await connections.list();
    expect(all).toHaveLength(1);
    expect(unreadable.map(({ path }) => path)).toEqual(['/state/broken.connection.json']);
    expect(JSON.stringify(unreadable)).not.toContain('s3cret');
  });
});

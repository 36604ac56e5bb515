import { describe, expect, it } from 'vitest';
import type { Connection } from '../../../src/connections/connection';
import type { ActiveMemory, KnownConnections } from '../../../src/connections/connectionRegistry';
import { ConnectionRegistry } from '../../../src/connections/connectionRegistry';
import { lookOfSending } from '../../../src/views/connectionLook';

function connection(name: string, id?: string): Connection {
  const open = (): Promise<never> => Promise.reject(new Error('Nobody opens it.'));
  return {
    kind: id === undefined ? 'sandbox' : 'tenant',
    name,
    endpoint: undefined,
    open,
    reach: open,
    ...(id && { id }),
  };
}

function memory(name?: string): ActiveMemory & { name: string | undefined } {
  return {
    name,
    read() {
      return this.name;
    },
    write(next) {
      this.name = next;
    },
  };
}

const known = (...connections: Connection[]): KnownConnections => ({ connections, unreadable: [] });

function registryOf(connections: readonly Connection[], remembered = memory()) {
  const registry = new ConnectionRegistry(connection('Sandbox Tenant'), remembered, () =>
    Promise.resolve(known(...connections)),
  );
  const heard: string[] = [];
  registry.onDidChange(({ name }) => heard.push(name));
  return { registry, remembered, heard };
}

describe('ConnectionRegistry', () => {
  it('has the sandbox in use and nothing else until it is asked', async () => {
    const { registry, heard } = registryOf([connection('A', '1'), connection('B', '2')]);
    expect([registry.active.name, registry.all.length, heard]).toEqual(['Sandbox Tenant', 1, []]);
    const [one, other] = await Promise.all([registry.settle(), registry.settle()]);
    expect([one.name, other.name, heard]).toEqual(['Sandbox Tenant', 'Sandbox Tenant', ['Sandbox Tenant']]);
    expect(registry.all.map(({ name }) => name)).toEqual(['Sandbox Tenant', 'A', 'B']);
  });

  it('uses another connection by its name in any case, says so once and remembers it by name', async () => {
    const { registry, remembered, heard } = registryOf([connection('Contoso', '1')]);
    await registry.settle();
    registry.use('CONTOSO');
    registry.use('Contoso');
    expect([registry.active.id, remembered.name, heard.slice(1)]).toEqual(['1', 'Contoso', ['Contoso']]);
    registry.use('sandbox tenant');
    expect([registry.active.kind, remembered.name]).toEqual(['sandbox', undefined]);
  });

  it('stays with what it uses when asked for what there is not', async () => {
    const { registry } = registryOf([connection('A', '1')]);
    await registry.settle();
    expect(() => registry.use('C')).toThrow('Unknown connection "C".');
    expect(registry.active.name).toBe('Sandbox Tenant');
  });

  it('goes back to the connection that it remembers', async () => {
    const { registry } = registryOf([connection('A', '1'), connection('B', '2')], memory('b'));
    expect([registry.remembersAnother, registry.active.name]).toEqual([true, 'Sandbox Tenant']);
    expect((await registry.settle()).id).toBe('2');
  });

  it('does not take a later connection for one that it remembers and that is gone', async () => {
    const { registry } = registryOf([], memory('Contoso'));
    expect((await registry.settle()).kind).toBe('sandbox');
    registry.renew(known(connection('Contoso', '9')));
    expect(registry.active.kind).toBe('sandbox');
  });

  it('stays with a connection that is renamed, and remembers its new name', async () => {
    const { registry, remembered, heard } = registryOf([connection('Old', '1')]);
    await registry.settle();
    registry.use('Old');
    registry.renew(known(connection('Another', '2'), connection('New', '1')));
    expect([registry.active.name, remembered.name, heard.at(-1)]).toEqual(['New', 'New', 'New']);
  });

  it('uses the sandbox when the connection in use is removed, and forgets its name', async () => {
    const { registry, remembered, heard } = registryOf([connection('A', '1')]);
    await registry.settle();
    registry.use('A');
    registry.renew(known(connection('A', '2')));
    expect([registry.active.kind, remembered.name, heard.at(-1)]).toEqual(['sandbox', undefined, 'Sandbox Tenant']);
  });

  it('tells which files cannot be used', async () => {
    const { registry } = registryOf([]);
    await registry.settle();
    registry.renew({ connections: [], unreadable: [{ path: '/c/x', refusal: 'It is not JSON.' }] });
    expect(registry.unreadable.map(({ path }) => path)).toEqual(['/c/x']);
  });

  it('asks again when the connections could not be read', async () => {
    let isBroken = true;
    const registry = new ConnectionRegistry(connection('Sandbox Tenant'), memory('A'), () =>
      isBroken ? Promise.reject(new Error('The disk is gone.')) : Promise.resolve(known(connection('A', '1'))),
    );
    await expect(registry.settle()).rejects.toThrow('The disk is gone.');
    isBroken = false;
    expect((await registry.settle()).name).toBe('A');
  });

  it('gives buttons their words', () => {
    const { icon, title, tooltip } = lookOfSending(connection('My Tenant'));
    expect([icon, title]).toEqual(['beaker', 'Send to My Tenant']);
    expect(tooltip).toContain('My Tenant');
  });
});

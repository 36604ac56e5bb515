import { describe, expect, it } from 'vitest';
import type { Connection } from '../../../src/connections/connection';
import { ConnectionRegistry } from '../../../src/connections/connectionRegistry';
import { lookOfSending } from '../../../src/views/connectionLook';

function connection(name: string): Connection {
  return { kind: 'sandbox', name, endpoint: undefined, open: () => Promise.reject(new Error('Nobody opens it.')) };
}

describe('ConnectionRegistry', () => {
  it('uses the first, until another is used, and says so once', () => {
    const registry = new ConnectionRegistry([connection('A'), connection('B')]);
    const heard: string[] = [];
    const listening = registry.onDidChange(({ name }) => heard.push(name));
    expect([registry.active.name, registry.all.length]).toEqual(['A', 2]);
    registry.use('A');
    registry.use('B');
    registry.use('B');
    expect(registry.active.name).toBe('B');
    listening.dispose();
    registry.use('A');
    expect(heard).toEqual(['B']);
  });

  it('stays with what it uses when asked for what there is not', () => {
    const registry = new ConnectionRegistry([connection('A')]);
    expect(() => registry.use('C')).toThrow('Unknown connection "C".');
    expect(registry.active.name).toBe('A');
  });

  it('gives buttons their words', () => {
    const { icon, title, tooltip } = lookOfSending(connection('My Tenant'));
    expect([icon, title]).toEqual(['beaker', 'Send to My Tenant']);
    expect(tooltip).toContain('My Tenant');
  });
});

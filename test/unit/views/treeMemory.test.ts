import { describe, expect, it } from 'vitest';
import { TreeMemory } from '../../../src/views/treeMemory';

const hash = (id: string): string => `#${id.length}-${id.slice(0, 3)}`;
const rows = (...ids: readonly string[]) => ids.map((id) => ({ id }));

describe('what is remembered of a tree', () => {
  it('is which rows were unfolded and folded, and says nothing of others', () => {
    const memory = new TreeMemory(undefined, hash);
    memory.noteUnfolded('run-1', true);
    memory.noteUnfolded('day-today', true);
    memory.noteUnfolded('day-today', false);
    const again = new TreeMemory(JSON.parse(JSON.stringify(memory.saved)), hash);
    expect(['run-1', 'day-today', 'run-22'].map((id) => again.isUnfolded(id))).toEqual([true, false, undefined]);
  });

  it('is how many rows were asked for below a row', () => {
    const memory = new TreeMemory(undefined, hash);
    memory.noteLimit('run-1:created', 1_200);
    memory.noteLimit('run-1:created', 2_200);
    const again = new TreeMemory(JSON.parse(JSON.stringify(memory.saved)), hash);
    expect(['run-1:created', 'run-22'].map((id) => again.limitOf(id))).toEqual([2_200, undefined]);
  });

  it('leads down to the selected row, as far as its rows are still there', () => {
    const memory = new TreeMemory(undefined, hash);
    memory.noteSelected(['day-today', 'run-1', 'run-1:failed']);
    const again = new TreeMemory(JSON.parse(JSON.stringify(memory.saved)), hash);
    expect(again.depth).toBe(3);
    expect(again.onWay(rows('day-older!', 'day-today'), 0)?.id).toBe('day-today');
    expect(again.onWay(rows('run-1:failed'), 2)?.id).toBe('run-1:failed');
    expect(again.onWay(rows('run-1:created!'), 2)).toBeUndefined();
    expect(again.onWay(rows('run-1:failed'), 3)).toBeUndefined();
  });

  it('holds no id, because a cause may quote the service', () => {
    const memory = new TreeMemory(undefined, hash);
    memory.noteUnfolded('run-1:failed:The name Ana is taken', true);
    memory.noteSelected(['run-1:failed:The name Ana is taken']);
    expect(JSON.stringify(memory.saved)).not.toContain('Ana');
  });

  it('is bounded: those that were changed first are forgotten first', () => {
    const memory = new TreeMemory(undefined, (id) => id);
    for (let row = 0; row < 1_000; row++) memory.noteUnfolded(`row-${row}`, true);
    memory.noteUnfolded('row-700', false);
    memory.noteUnfolded('new', true);
    expect(memory.saved.rows).toHaveLength(300);
    expect(memory.isUnfolded('row-700')).toBe(false);
    expect(memory.isUnfolded('row-701')).toBeUndefined();
    expect(memory.isUnfolded('row-702')).toBe(true);
  });

  it.each([
    undefined,
    null,
    7,
    'x',
    [],
    {},
    { rows: 3, selected: {} },
    { rows: [[1, true], ['a'], null], selected: [4], limits: [['a', '5'], ['b', -1], ['c', 1.5], 7] },
    { limits: {} },
  ])('is nothing where something else was kept: %j', (saved) => {
    const memory = new TreeMemory(saved, hash);
    expect(memory.saved).toEqual({ rows: [], selected: [], limits: [] });
    expect(memory.depth).toBe(0);
  });
});

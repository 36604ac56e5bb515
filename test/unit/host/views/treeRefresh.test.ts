import { beforeEach, describe, expect, it } from 'vitest';
import { TreeRefresh } from '../../../../src/host/views/treeRefresh';

interface Row {
  readonly id: string;
  readonly label: string;
  /** What the row held when it was made. */
  readonly held: string;
}

/** Rows by the id of the row above; the first ones by the empty text. */
type Rows = Record<string, readonly (readonly [id: string, label: string])[]>;

const START: Rows = {
  '': [
    ['a', 'Run A'],
    ['b', 'Run B'],
  ],
  a: [
    ['a/1', '3 failed'],
    ['a/2', '5 created'],
  ],
  'a/1': [['a/1/x', 'Ana']],
};

describe('drawing a tree again', () => {
  let rows: Rows = {};
  let held = '';
  let isBroken = false;
  let drawn: (Row | undefined)[] = [];
  let read: (string | undefined)[] = [];
  let tree: TreeRefresh<Row>;

  beforeEach(() => {
    [rows, held, isBroken, drawn, read] = [START, 'before', false, [], []];
    tree = new TreeRefresh<Row>({
      below: (row) => {
        read.push(row === undefined ? undefined : `${row.id} ${row.held}`);
        if (isBroken) return Promise.reject(new Error('The disk is gone.'));
        return Promise.resolve((rows[row?.id ?? ''] ?? []).map(([id, label]) => ({ id, label, held })));
      },
      lookOf: ({ label }) => Promise.resolve(label),
      draw: (row) => drawn.push(row),
    });
  });

  /** As an editor that shows the rows of run A and those of its first group. */
  async function shown() {
    const [a, b] = await tree.below(undefined);
    const [failed] = await tree.below(a);
    await tree.below(failed);
    read = [];
    return { a, b, failed };
  }

  it('is left out while the editor has asked for nothing', async () => {
    await tree.refresh();
    expect([drawn, read]).toEqual([[], []]);
  });

  it('is left out where everything looks the same', async () => {
    await shown();
    held = 'now';
    await tree.refresh();
    expect(drawn).toEqual([]);
    expect(read).toEqual([undefined, 'a now', 'a/1 now']);
  });

  it('begins below the row whose rows have changed, which is the one that the editor has', async () => {
    const { failed } = await shown();
    rows = { ...START, 'a/1': [...(START['a/1'] ?? []), ['a/1/y', 'Bo']] };
    await tree.refresh();
    expect(drawn).toHaveLength(1);
    expect(drawn[0]).toBe(failed);
  });

  it('begins above a row that looks different, once, until the editor has asked again', async () => {
    const { a } = await shown();
    rows = {
      ...START,
      a: [
        ['a/1', '4 failed'],
        ['a/2', '5 created'],
      ],
    };
    await tree.refresh();
    await tree.refresh();
    expect(drawn).toHaveLength(1);
    expect(drawn[0]).toBe(a);
    await tree.below(a);
    rows = { ...START };
    await tree.refresh();
    expect(drawn).toHaveLength(2);
  });

  it('is of everything where the first rows have changed', async () => {
    await shown();
    rows = { ...START, '': [['b', 'Run B']] };
    await tree.refresh();
    expect(drawn).toEqual([undefined]);
  });

  it('tells rows in another order from the same ones', async () => {
    const { a } = await shown();
    rows = { ...START, a: [...(START.a ?? [])].reverse() };
    await tree.refresh();
    expect(drawn).toEqual([a]);
  });

  it('gives what a row holds now to the rows that are asked for below it later', async () => {
    const { b } = await shown();
    held = 'now';
    await tree.refresh();
    read = [];
    await tree.below(b);
    expect(read).toEqual(['b now']);
  });

  it('is of what is below a row when asked, by the row that the editor has', async () => {
    const { failed } = await shown();
    tree.drawBelow({ id: 'a/1', label: 'As made again', held: 'now' });
    expect(drawn).toHaveLength(1);
    expect(drawn[0]).toBe(failed);
  });

  it('is of everything when asked, and where the rows cannot be read', async () => {
    await shown();
    tree.drawAll();
    expect(drawn).toEqual([undefined]);
    await shown();
    isBroken = true;
    await tree.refresh();
    expect(drawn).toEqual([undefined, undefined]);
  });

  it('looks once more for what changes while it looks', async () => {
    const { a } = await shown();
    const looking = tree.refresh();
    rows = { ...START, a: [['a/1', '3 failed']] };
    await Promise.all([looking, tree.refresh()]);
    expect(drawn).toEqual([a]);
  });
});

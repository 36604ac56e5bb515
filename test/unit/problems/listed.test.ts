import { describe, expect, it } from 'vitest';
import { listed, ListedBuilder, MAX_LISTED } from '../../../src/core/problems/listed';

const many = (severity: 'error' | 'warning' | 'information', count: number) =>
  Array.from({ length: count }, (_, index) => ({ severity, index }));

describe('listed', () => {
  it('is all of a list that is short enough', () => {
    const all = many('warning', MAX_LISTED);
    expect(listed(all)).toEqual({ items: all, more: 0 });
  });

  it('is the first of a longer one, with the exact count of the others', () => {
    const { items, more } = listed(many('error', 20_000));
    expect(items).toEqual(many('error', MAX_LISTED));
    expect(more).toBe(19_000);
  });

  it('prefers what is graver, and keeps the order', () => {
    const all = [...many('information', 5), ...many('error', 2), ...many('warning', 3)];
    expect(listed(all, 4)).toEqual({ items: [all[5], all[6], all[7], all[8]], more: 6 });
  });
});

describe('ListedBuilder', () => {
  it('keeps the first and counts the rest', () => {
    const builder = new ListedBuilder<number>();
    for (let item = 0; item < MAX_LISTED + 7; item++) builder.add(item);
    expect(builder.listed.items).toHaveLength(MAX_LISTED);
    expect(builder.listed.more).toBe(7);
  });
});

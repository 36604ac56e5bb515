import { describe, expect, it } from 'vitest';
import { LineSkipper } from '../../../src/core/csv/lineSkipper';

const skip = (lines: number, pieces: readonly string[]): string => {
  const skipper = new LineSkipper(lines);
  return pieces.map((piece) => skipper.push(piece)).join('');
};

describe('LineSkipper', () => {
  const cases: readonly (readonly [lines: number, text: string, rest: string])[] = [
    [0, '\nid\n1', '\nid\n1'],
    [1, 'Report "Q1"\nid\n1', 'id\n1'],
    [1, 'Report\r\nid\r\n1', 'id\r\n1'],
    [1, 'Report\rid\r1', 'id\r1'],
    [2, 'Report\r\n\r\nid', 'id'],
    [2, 'Report\n\n\nid', '\nid'],
    [2, 'Report\r\r\rid', '\rid'],
    [1, 'Report\r\n\nid', '\nid'],
    [3, 'Report\n', ''],
  ];

  it.each(cases)('passes over %i lines of %j', (lines, text, rest) => {
    expect(skip(lines, [text])).toBe(rest);
    expect(skip(lines, text.split(''))).toBe(rest);
  });

  it('knows how many lines are left', () => {
    const skipper = new LineSkipper(3);
    skipper.push('a\nb\r');
    expect(skipper.linesLeft).toBe(1);
  });
});

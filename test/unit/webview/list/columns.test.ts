import { describe, expect, it } from 'vitest';
import type { ColumnChoice } from '../../../../src/webview/list/columns';
import { listColumns, ownWidth, shownCells, trackList, widthWithin } from '../../../../src/webview/list/columns';

const COLUMNS = ['Number', 'Account', '', 'Office'];

const CHOICE: ColumnChoice = { hasMapping: true, columns: COLUMNS, hasChanges: false, hasStates: true };

const titles = (choice: Partial<ColumnChoice>) => listColumns({ ...CHOICE, ...choice }).map(({ title }) => title);

describe('the columns of the list', () => {
  it('are what a row shows, and those of the extract that are chosen, in their order', () => {
    expect(titles({})).toEqual(['Line', 'Id', 'Name', 'Outcome']);
    expect(titles({ chosen: [3, 0] })).toEqual(['Line', 'Id', 'Name', 'Outcome', 'Number', 'Office']);
  });

  it('say what would change only where something is known of it', () => {
    expect(titles({ hasChanges: true })).toEqual(['Line', 'Id', 'Name', 'Outcome', 'Predicted']);
  });

  it('without a mapping are those of the extract, and the first one stays in sight', () => {
    const plain = { hasMapping: false, hasStates: false };
    expect(titles(plain)).toEqual(['Line', 'Number', 'Account', '(column 3)', 'Office']);
    expect(titles({ ...plain, hasStates: true, chosen: [1] })).toEqual(['Line', 'Account', 'Outcome']);
    expect(listColumns({ ...CHOICE, ...plain }).map(({ isFrozen }) => isFrozen === true)).toEqual([
      false,
      true,
      false,
      false,
      false,
    ]);
    const many = Array.from({ length: 400 }, (_, index) => `C${index}`);
    expect(shownCells({ hasMapping: false, columns: many })).toHaveLength(12);
    expect(shownCells({ hasMapping: false, columns: many, chosen: many.map((_, index) => index) })).toHaveLength(400);
  });

  it('that are chosen and not in the extract any more are left out', () => {
    expect(shownCells({ hasMapping: true, columns: ['A'], chosen: [0, 7] })).toEqual([0]);
  });

  it('are wide enough for their titles, and no wider than most of what they show', () => {
    expect(ownWidth(90, [])).toBe(90);
    expect(ownWidth(90, [20, 130.2])).toBe(131);
    expect(ownWidth(90, [20, 5000])).toBe(280);
    expect(ownWidth(400, [5000])).toBe(400);
    expect(ownWidth(10, [])).toBe(40);
  });

  it('are sized within limits', () => {
    expect([-5, 41.4, 1e9].map(widthWithin)).toEqual([40, 41, 1200]);
    expect(
      trackList([
        [50, false],
        [130, true],
      ]),
    ).toBe('50px minmax(130px, 1fr)');
  });
});

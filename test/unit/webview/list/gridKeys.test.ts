import { describe, expect, it } from 'vitest';
import { gridMove } from '../../../../src/webview/list/gridKeys';

const GRID = { at: 50, page: 20, count: 100, isInHead: false };

function press(key: string, grid: Partial<typeof GRID> = {}, keys: Partial<KeyboardEvent> = {}) {
  return gridMove({ key, shiftKey: false, ctrlKey: false, metaKey: false, ...keys }, { ...GRID, ...grid });
}

describe('keys in the grid', () => {
  it.each([
    ['ArrowDown', 51],
    ['ArrowUp', 49],
    ['PageDown', 70],
    ['PageUp', 30],
    ['Home', 0],
    ['End', 99],
  ])('%s goes to row %i', (key, place) => {
    expect(press(key)).toEqual({ kind: 'row', place });
  });

  it('never leave the rows', () => {
    expect(press('PageUp', { at: 3 })).toEqual({ kind: 'row', place: 0 });
    expect(press('ArrowDown', { at: 99 })).toEqual({ kind: 'row', place: 99 });
    expect(press('End', { count: 0, at: -1 })).toBeUndefined();
  });

  it('lead into the head and out of it again', () => {
    expect(press('ArrowUp', { at: 0 })).toEqual({ kind: 'head' });
    expect(press('ArrowDown', { at: 7, isInHead: true })).toEqual({ kind: 'row', place: 7 });
    expect(press('ArrowDown', { at: -1, isInHead: true })).toEqual({ kind: 'row', place: 0 });
    expect(press('Enter', { isInHead: true })).toEqual({ kind: 'sort' });
    expect(press(' ', { isInHead: true })).toEqual({ kind: 'sort' });
  });

  it('go from column to column, and size them with Shift', () => {
    expect(press('ArrowRight')).toEqual({ kind: 'column', step: 1 });
    expect(press('ArrowLeft', {}, { shiftKey: true })).toEqual({ kind: 'size', step: -1 });
  });

  it('read the record and leave the filter', () => {
    expect(press('Enter')).toEqual({ kind: 'open' });
    expect(press('Escape')).toEqual({ kind: 'escape' });
  });

  it.each(['a', 'Tab', 'F6', 'Delete'])('leave %s to others', (key) => {
    expect(press(key)).toBeUndefined();
  });

  it('leave keys with Ctrl to the editor, but for the ends of the list', () => {
    expect(press('ArrowDown', {}, { ctrlKey: true })).toBeUndefined();
    expect(press('End', {}, { ctrlKey: true })).toEqual({ kind: 'row', place: 99 });
  });
});

import { describe, expect, it } from 'vitest';
import type { PreviewRow, PreviewRun } from '../../../src/preview/protocol';
import type { ShownState } from '../../../src/webview/recordFilter';
import { countStates, filterRows } from '../../../src/webview/recordFilter';

function row(record: number, name: string, fate: PreviewRow['fate'] = 'operation'): PreviewRow {
  return { record, line: record + 100, id: `W${record}`, name, fate, note: '' };
}

const ROWS = [row(1, 'Ana Silva'), row(2, 'Bob'), row(3, 'Cleo', 'refused'), row(4, 'ana maria', 'excluded')];
const RUN: PreviewRun = { phase: 'ended', text: '', states: { 1: 'created', 2: 'failed', 3: 'refused' } };

function found(text: string, state?: ShownState, run?: PreviewRun): readonly number[] {
  return filterRows(ROWS, run, state === undefined ? { text } : { text, state }).map(({ record }) => record);
}

describe('filterRows', () => {
  it.each([
    ['', [1, 2, 3, 4]],
    ['   ', [1, 2, 3, 4]],
    ['ANA', [1, 4]],
    [' silva ', [1]],
    ['w3', [3]],
    ['102', [2]],
    ['10', [1, 2, 3, 4]],
    ['nobody', []],
    // A name's end and an id's beginning do not make a hit
    ['bobw2', []],
  ])('%j finds %j', (text, records) => {
    expect(found(text)).toEqual(records);
  });

  it('narrows down to a state: the fate before sending, what became of it afterwards', () => {
    expect(found('', 'operation')).toEqual([1, 2]);
    expect(found('', 'operation', RUN)).toEqual([]);
    expect(found('', 'created', RUN)).toEqual([1]);
    expect(found('', 'refused', RUN)).toEqual([3]);
    expect(found('', 'excluded', RUN)).toEqual([4]);
    expect(found('ana', 'created', RUN)).toEqual([1]);
    expect(found('bob', 'created', RUN)).toEqual([]);
  });

  it('gives the same list when there is nothing to filter by', () => {
    expect(filterRows(ROWS, RUN, { text: '' })).toBe(ROWS);
  });
});

describe('countStates', () => {
  it('counts each row once, in order of first appearance', () => {
    expect([...countStates(ROWS, undefined)]).toEqual([
      ['operation', 2],
      ['refused', 1],
      ['excluded', 1],
    ]);
    expect([...countStates(ROWS, RUN)]).toEqual([
      ['created', 1],
      ['failed', 1],
      ['refused', 1],
      ['excluded', 1],
    ]);
  });
});

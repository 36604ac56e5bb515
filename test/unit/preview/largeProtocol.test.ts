import { describe, expect, it } from 'vitest';
import { MOST_ROWS } from '../../../src/preview/largeProtocol';
import { parseFromPage } from '../../../src/preview/protocol';

describe('what the page asks of a large extract', () => {
  it.each([
    [
      { type: 'rows', id: 1, view: 0, from: 64, count: 64, more: 1 },
      { type: 'rows', id: 1, view: 0, from: 64, count: 64 },
    ],
    [
      { type: 'rows', id: 1, view: 0, from: 0, count: 1e9 },
      { type: 'rows', id: 1, view: 0, from: 0, count: MOST_ROWS },
    ],
    [{ type: 'rows', id: 1, view: 0, from: -1, count: 64 }, undefined],
    [{ type: 'rows', view: 0, from: 0, count: 64 }, undefined],
    [
      { type: 'filter', view: 3, filter: { text: 'ana', fate: 'refused', more: 1 } },
      { type: 'filter', view: 3, filter: { text: 'ana', fate: 'refused' } },
    ],
    [
      { type: 'filter', view: 3, filter: { text: '' } },
      { type: 'filter', view: 3, filter: { text: '' } },
    ],
    [{ type: 'filter', view: 3, filter: { text: 1 } }, undefined],
    [{ type: 'filter', view: 3, filter: { text: '', fate: 'created' } }, undefined],
    [{ type: 'filter', view: 3, filter: null }, undefined],
    [{ type: 'filter', filter: { text: '' } }, undefined],
  ])('%j', (given, expected) => {
    expect(parseFromPage(given)).toEqual(expected);
  });
});

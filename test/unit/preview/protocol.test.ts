import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_ROWS_A_MESSAGE, parseFromPage, parseToPage } from '../../../src/preview/protocol';

/** The messages of the page, spelled out again: each member and what it must be. */
const SHAPES: Readonly<Record<string, readonly string[]>> = {
  ready: [],
  send: [],
  select: ['id', 'record'],
  rows: ['id', 'view', 'from', 'count', 'cells'],
  showCells: ['line', 'columns'],
  showRule: ['offset'],
  showAttribute: ['record', 'rule'],
  showMapping: ['attribute'],
  showResult: ['record'],
  lookBack: ['record'],
  decide: ['status'],
  fix: ['record', 'fix'],
  chosen: ['record', 'line'],
};

function isWellFormed(message: unknown): boolean {
  if (typeof message !== 'object' || message === null) return false;
  const members = message as Readonly<Record<string, unknown>>;
  const { type } = members;
  const numbers = typeof type === 'string' && Object.hasOwn(SHAPES, type) ? SHAPES[type] : undefined;
  return (
    numbers?.every((name) => {
      const value = members[name];
      if (name === 'cells') return Array.isArray(value) && value.every((one) => Number.isSafeInteger(one) && one >= 0);
      if (name === 'columns') return Array.isArray(value) && value.every((one) => typeof one === 'string');
      return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
    }) ?? false
  );
}

const number = fc.oneof(
  { weight: 4, arbitrary: fc.nat() },
  fc.double(),
  fc.integer(),
  fc.constantFrom(-0, NaN, Infinity, 2 ** 53, '1', null, undefined, [1], { valueOf: 1 }),
);
const message = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record(
      {
        type: fc.oneof(
          { weight: 6, arbitrary: fc.constantFrom(...Object.keys(SHAPES)) },
          fc.constantFrom('constructor', '__proto__', 'READY', '', null, 1),
          fc.string(),
        ),
        id: number,
        record: number,
        view: number,
        from: number,
        count: fc.oneof(fc.integer({ min: -9, max: MAX_ROWS_A_MESSAGE }), fc.constantFrom(1.5, '1', null)),
        offset: number,
        rule: number,
        attribute: number,
        fix: number,
        status: number,
        line: number,
        columns: fc.oneof({ weight: 4, arbitrary: fc.array(fc.string()) }, fc.anything()),
        cells: fc.oneof({ weight: 4, arbitrary: fc.array(fc.nat()) }, fc.array(number), fc.anything()),
        more: fc.anything(),
      },
      { requiredKeys: ['type'] },
    ),
  },
  fc.anything({ withNullPrototype: true, withDate: true, withMap: true, withBigInt: true }),
);

describe('parseFromPage', () => {
  it('lets through what is well formed, without what does not belong there, and nothing else', () => {
    let [passed, stopped] = [0, 0];
    fc.assert(
      fc.property(message, (given) => {
        const parsed = parseFromPage(given);
        expect(parsed !== undefined).toBe(isWellFormed(given));
        if (parsed === undefined) {
          stopped++;
          return;
        }
        passed++;
        expect(given).toMatchObject(parsed);
        expect(Object.keys(parsed).sort()).toEqual(['type', ...(SHAPES[parsed.type] ?? [])].sort());
      }),
      { numRuns: 1000 },
    );
    // Both have been looked at
    expect(passed).toBeGreaterThan(100);
    expect(stopped).toBeGreaterThan(100);
  });

  it.each([
    [{ type: 'ready' }, { type: 'ready' }],
    [{ type: 'send', to: 'elsewhere' }, { type: 'send' }],
    [{ type: 'useConnection', name: 'another' }, { type: 'useConnection' }],
    [{ type: 'readAs', encoding: 'another' }, { type: 'readAs' }],
    [
      { type: 'select', id: 0, record: 7 },
      { type: 'select', id: 0, record: 7 },
    ],
    [{ type: 'select', id: 0 }, undefined],
    [
      { type: 'predict', id: 0, record: 7, isWanted: true, connection: 'another' },
      { type: 'predict', id: 0, record: 7, isWanted: true },
    ],
    [{ type: 'predict', id: 0, record: 7 }, undefined],
    [{ type: 'predict', id: 0, record: -1, isWanted: true }, undefined],
    [
      { type: 'showCells', line: 3, columns: ['A'] },
      { type: 'showCells', line: 3, columns: ['A'] },
    ],
    [{ type: 'showCells', line: 3 }, undefined],
    [{ type: 'showCells', line: -1, columns: [] }, undefined],
    [{ type: 'showCells', line: 3, columns: ['A', 1] }, undefined],
    [
      { type: 'showResult', record: 3, run: 'x' },
      { type: 'showResult', record: 3 },
    ],
    [{ type: 'showResult', record: -1 }, undefined],
    [{ type: 'showResult' }, undefined],
    [
      { type: 'fix', record: 3, fix: 0, command: 'workbench.action.quit' },
      { type: 'fix', record: 3, fix: 0 },
    ],
    [{ type: 'fix', record: 3, fix: 'workbench.action.quit' }, undefined],
    [
      { type: 'showMapping', attribute: 0, uri: 'file:///elsewhere' },
      { type: 'showMapping', attribute: 0 },
    ],
    [{ type: 'showMapping', attribute: 'file:///elsewhere' }, undefined],
    [{ type: 'showAttribute', record: 3, rule: -1 }, undefined],
    [{ type: 'chosen', record: 3, line: NaN }, undefined],
    [{ type: 'showRule', offset: 1.5 }, undefined],
    [{ type: 'showRule', offset: '3' }, undefined],
    [
      { type: 'rows', id: 1, view: 0, from: 64, count: 64, cells: [0, 7], more: 1 },
      { type: 'rows', id: 1, view: 0, from: 64, count: 64, cells: [0, 7] },
    ],
    [
      { type: 'rows', id: 1, view: 0, from: 0, count: 1e9, cells: [] },
      { type: 'rows', id: 1, view: 0, from: 0, count: MAX_ROWS_A_MESSAGE, cells: [] },
    ],
    [{ type: 'rows', id: 1, view: 0, from: 0, count: 64 }, undefined],
    [{ type: 'rows', id: 1, view: 0, from: 0, count: 64, cells: [1.5] }, undefined],
    [{ type: 'rows', id: 1, view: 0, from: -1, count: 64, cells: [] }, undefined],
    [{ type: 'rows', view: 0, from: 0, count: 64 }, undefined],
    [
      { type: 'filter', request: { view: 3, filter: { text: 'a' }, sort: { by: 4, isDescending: true, more: 1 } } },
      { type: 'filter', request: { view: 3, filter: { text: 'a' }, sort: { by: 4, isDescending: true } } },
    ],
    [
      { type: 'filter', request: { view: 3, filter: { text: '' }, sort: { by: 'other', isDescending: true } } },
      undefined,
    ],
    [{ type: 'filter', request: { view: 3, filter: { text: '' }, sort: { by: 'name' } } }, undefined],
    [
      { type: 'layout', layout: { columns: [1], share: { wide: 40, narrow: 30 }, widths: { id: 80 }, record: 7 } },
      { type: 'layout', layout: { columns: [1], share: { wide: 40, narrow: 30 }, widths: { id: 80 } } },
    ],
    [
      { type: 'layout', layout: { peopleWidths: { name: 90 }, requestWidths: { size: 70 } } },
      { type: 'layout', layout: { peopleWidths: { name: 90 }, requestWidths: { size: 70 } } },
    ],
    [{ type: 'layout', layout: { peopleWidths: 7 } }, undefined],
    [{ type: 'layout', layout: 'x' }, undefined],
    [{ type: 'filter', view: 3, filter: { text: '' } }, undefined],
    [{ type: 'filter', request: null }, undefined],
    ['ready', undefined],
    [null, undefined],
  ])('%j', (given, expected) => {
    expect(parseFromPage(given)).toEqual(expected);
  });
});

describe('a request of the page for a list', () => {
  it.each([
    [
      { view: 3, filter: { text: 'ana', state: 'refused', more: 1 }, chosen: 7, more: 1 },
      { view: 3, filter: { text: 'ana', state: 'refused' }, chosen: 7 },
    ],
    [
      { view: 3, filter: { text: '' } },
      { view: 3, filter: { text: '' } },
    ],
    [
      { view: 3, filter: { text: '', state: 'created' } },
      { view: 3, filter: { text: '', state: 'created' } },
    ],
    [
      { view: 3, filter: { text: '', state: 'operation' } },
      { view: 3, filter: { text: '', state: 'operation' } },
    ],
    [{ view: 3, filter: { text: '', state: 'constructor' } }, undefined],
    [{ view: 3, filter: { text: 1 } }, undefined],
    [{ view: 3, filter: null }, undefined],
    [{ view: 3 }, undefined],
    [{ view: -3, filter: { text: '' } }, undefined],
    [{ filter: { text: '' } }, undefined],
    [{ view: 3, filter: { text: '' }, chosen: 1.5 }, undefined],
  ])('%j', (request, expected) => {
    expect(parseFromPage({ type: 'filter', request })).toEqual(
      expected === undefined ? undefined : { type: 'filter', request: expected },
    );
  });
});

describe('parseToPage', () => {
  it.each([
    [{ type: 'state', state: { kind: 'loading', extract: 'a.csv' } }, true],
    [{ type: 'failed', id: 1, message: 'No.' }, true],
    [{ type: 'ready' }, false],
    [{ type: 'webpackOk' }, false],
    ['state', false],
    [null, false],
    [undefined, false],
  ])('%j: %s', (given, passes) => {
    expect(parseToPage(given)).toBe(passes ? given : undefined);
  });
});

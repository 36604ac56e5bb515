import { array, assert, constantFrom, integer, oneof, property, string, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IdTable } from '../../../src/core/convert/idTable';
import { foldIdJson } from '../../../src/core/convert/bytes/foldIdJson';
import { IdRegister } from '../../../src/core/convert/idRegister';
import { sweepOf } from '../../support/sweep';

function noteIn(table: IdTable, id: string, line: number) {
  const bytes = new TextEncoder().encode(`-${JSON.stringify(id)}-`);
  return table.note(bytes, 1, bytes.length - 1, line);
}

const part = constantFrom(
  'a',
  'A',
  '0',
  '1',
  ' ',
  '\t',
  '"',
  '\\',
  '\u200b',
  '\u00a0',
  'é',
  'e\u0301',
  'Ａ',
  'K',
  '\ud83d',
  '😀',
  'İ',
);

describe('IdTable', () => {
  it('knows every id and what is nearly the same, as IdRegister does', () => {
    const id = oneof(
      array(part, { maxLength: 2 }).map((parts) => parts.join('')),
      string({ unit: 'binary', maxLength: 2 }),
    );
    let near = 0;
    assert(
      property(array(tuple(id, integer({ min: 1, max: 2 ** 32 - 1 })), { size: 'max', maxLength: 200 }), (added) => {
        const table = new IdTable(foldIdJson);
        const known = new IdRegister();
        for (const [text, line] of added) {
          const expected = known.note(text, line);
          expect(noteIn(table, text, line)).toEqual(expected);
          if (expected?.kind === 'near') near++;
        }
      }),
      sweepOf(300),
    );
    expect(near).toBeGreaterThan(sweepOf(300).numRuns / 3);
  });

  it('keeps them while it grows, over many pages', () => {
    const table = new IdTable(foldIdJson);
    const id = (number: number) => `Person-${String(number)}-${'x'.repeat(number % 60)}`;
    const numbers = Array.from({ length: 60_000 }, (_, index) => index + 1);
    expect(numbers.filter((number) => noteIn(table, id(number), number) !== undefined)).toEqual([]);
    expect(numbers.filter((number) => noteIn(table, id(number), 99_999)?.line !== number)).toEqual([]);
    expect(noteIn(table, id(7).toLowerCase(), 8)).toEqual({ kind: 'near', line: 7 });
    expect(noteIn(table, id(60_001), 5)).toBeUndefined();
  });

  it('tells long ids apart, too, also while it grows', () => {
    const table = new IdTable(foldIdJson);
    const long = 'y'.repeat(2_000_000);
    expect(noteIn(table, `${long}1`, 1)).toBeUndefined();
    expect(noteIn(table, `${long}2`, 2)).toBeUndefined();
    for (let number = 3; number < 9000; number++) expect(noteIn(table, String(number), number)).toBeUndefined();
    expect(noteIn(table, `${long}1`, 3)).toEqual({ kind: 'same', line: 1 });
    expect(noteIn(table, ` ${long}2`, 4)).toEqual({ kind: 'near', line: 2 });
    expect(noteIn(table, ` ${long}2`, 5)).toEqual({ kind: 'same', line: 4 });
    expect(noteIn(table, '8999', 6)).toEqual({ kind: 'same', line: 8999 });
  });
});

import { describe, expect, it } from 'vitest';
import {
  bytes,
  Column,
  GuidColumn,
  guidText,
  hashOf,
  int32,
  ShortTextColumn,
  TextTable,
} from '../../../src/core/journal/columns';
import { guidOf } from '../../support/guidOf';

const GUID = '01234567-89ab-cdef-fedc-ba9876543210';
const WORDS = [0x01234567, 0x89abcdef | 0, 0xfedcba98 | 0, 0x76543210];

const NO_GUIDS = [
  ...['', 'x', `x${GUID}`, `${GUID}x`, `${GUID}\n`, ` ${GUID}`, GUID.toUpperCase(), GUID.replaceAll('-', '')],
  // One digit less, one more and one of another kind in each group
  ...[0, 9, 14, 19, 24].flatMap((place) => [
    GUID.slice(0, place) + GUID.slice(place + 1),
    `${GUID.slice(0, place)}0${GUID.slice(place)}`,
    `${GUID.slice(0, place)}g${GUID.slice(place + 1)}`,
  ]),
  ...[8, 13, 18, 23].map((place) => `${GUID.slice(0, place)}0${GUID.slice(place + 1)}`),
];

describe('a column of numbers', () => {
  it.each([int32, bytes])('grows to any place, and is 0 where none was set', (make) => {
    const column = new Column(make);
    column.set(3, 7);
    column.set(1000, 8);
    column.set(16, 9);
    expect([0, 3, 16, 999, 1000, 1001, 1_000_000].map((index) => column.at(index))).toEqual([0, 7, 9, 0, 8, 0, 0]);
  });
});

describe('a table of texts', () => {
  it('numbers them from 1, the same text the same, and no text 0', () => {
    const table = new TextTable();
    expect(['a', undefined, 'b', 'a', '', 'b', ''].map((text) => table.numberOf(text))).toEqual([1, 0, 2, 1, 3, 2, 3]);
    expect([0, 1, 2, 3, 4].map((number) => table.at(number))).toEqual([undefined, 'a', 'b', '', undefined]);
  });
});

describe('the text of a GUID', () => {
  it('is four numbers of 32 bits', () => {
    expect(guidText(GUID)).toEqual({ text: GUID, words: WORDS });
  });

  it.each(NO_GUIDS)('is not %j, which remains a text', (text) => {
    expect(guidText(text)).toEqual({ text });
  });
});

describe('a column of GUIDs', () => {
  const texts = [GUID, ...NO_GUIDS, guidOf(1), guidOf(2)];
  const column = () => {
    const made = new GuidColumn();
    for (const [index, text] of texts.entries()) made.set(index, guidText(text));
    return made;
  };

  it('gives back any text, and none', () => {
    const made = column();
    made.set(texts.length, undefined);
    expect(texts.map((_, index) => made.at(index))).toEqual(texts);
    expect(made.at(texts.length)).toBeUndefined();
  });

  it('tells each text from all others', () => {
    const made = column();
    for (const [index] of texts.entries())
      expect(texts.filter((text) => made.is(index, guidText(text)))).toEqual([texts[index]]);
  });

  it('tells GUIDs that differ in a single word', () => {
    const made = new GuidColumn();
    made.set(0, guidText(GUID));
    for (const place of [0, 7, 9, 14, 19, 24, 28, 35]) {
      const other = `${GUID.slice(0, place)}${GUID[place] === '0' ? '1' : '0'}${GUID.slice(place + 1)}`;
      expect(made.is(0, guidText(other)), other).toBe(false);
    }
  });

  it('has the number of each text that the text itself has', () => {
    const made = column();
    for (const [index, text] of texts.entries()) expect(made.hashAt(index), text).toBe(hashOf(guidText(text)));
  });
});

describe('the number of a text', () => {
  it('differs between texts and between GUIDs', () => {
    const all = [...NO_GUIDS, ...Array.from({ length: 100 }, (_, index) => guidOf(index))];
    expect(new Set(all.map((text) => hashOf(guidText(text)))).size).toBe(all.length);
  });
});

describe('a column of short texts', () => {
  const texts = [
    ...['', 'x', '2026-11-28T21:00:00.1234567Z', ' ', '~', ' ~ ', 'a'.repeat(31), 'b'.repeat(32), 'c'.repeat(33)],
    ...['d'.repeat(64), '人', 'ÿ', '\u0000', 'a\u0000b', '\u007f', '\u001f', 'x\n', '\nx', 'é'.repeat(32)],
    ...['x人', '人x', 'e'.repeat(32), 'f'.repeat(32)],
  ];
  const indices = texts.map((_, index) => index);

  it.each<[string, readonly number[]]>([
    ['from the first', indices],
    ['from the last', indices.toReversed()],
  ])('gives back any text, set %s', (_, order) => {
    const column = new ShortTextColumn();
    for (const index of order) column.set(index, texts[index] ?? '');
    expect(indices.map((index) => column.at(index))).toEqual(texts);
    expect(column.at(texts.length)).toBe('');
  });
});

import { parse } from 'csv-parse/sync';
import type { Arbitrary } from 'fast-check';
import {
  array,
  assert,
  asyncProperty,
  boolean,
  constantFrom,
  integer,
  oneof,
  record,
  string,
  stringMatching,
  tuple,
} from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExtractEvent } from '../../../src/core/csv/extractEvent';
import { CsvParseReader } from '../../../src/extract/lanes/csvParseReader';
import { readAll } from './readText';
import { sweepOf } from '../../support/sweep';

/** Cells made of what CSV readers trip over. */
const awkward = array(
  constantFrom(
    'a',
    'Ž',
    '😀',
    '7',
    ' ',
    ',',
    ';',
    '\t',
    '|',
    '~',
    '!',
    '«',
    '"',
    "'",
    '\n',
    '\r',
    '\r\n',
    '=',
    '\u2028',
  ),
  {
    maxLength: 6,
  },
).map((parts) => parts.join(''));
const plain = stringMatching(/^[a-z0-9]{1,5}$/);

const table = integer({ min: 1, max: 6 }).chain((columns) =>
  array(array(awkward, { minLength: columns, maxLength: columns }), { maxLength: 12 }).map((rows) => ({
    header: Array.from({ length: columns }, (_, index) => `Column ${index}`),
    // A row without any text counts as blank, so the first cell always has some.
    rows: rows.map(([first = '', ...others]) => [`x${first}`, ...others]),
  })),
);

interface Writing {
  readonly delimiter: string;
  readonly quote: string;
  readonly lineEnd: string;
  readonly quotesAll: boolean;
  readonly endsWithLineEnd: boolean;
}

const writing: Arbitrary<Writing> = record({
  delimiter: constantFrom(',', ';', '\t', '|', '^'),
  quote: constantFrom('"', "'"),
  lineEnd: constantFrom('\n', '\r\n', '\r'),
  quotesAll: boolean(),
  endsWithLineEnd: boolean(),
});

/** What only the second lane reads. */
const wideWriting: Arbitrary<Writing> = tuple(
  writing,
  constantFrom(
    ['||', '"'],
    ['~|~', "'"],
    [';;', '«'],
    [' => ', '"'],
    ['||', '"\''],
    ['😀', ',;'],
    [',', '!~'],
    [' ===> ', '«!'],
    ['\t|', '7"'],
  ),
).map(([how, [delimiter = '', quote = '']]) => ({ ...how, delimiter, quote }));

function write(
  rows: readonly (readonly string[])[],
  { delimiter, quote, lineEnd, quotesAll, endsWithLineEnd }: Writing,
): string {
  const cell = (text: string): string => {
    // Of a delimiter of several characters, half a one at the end of a cell would count towards the next.
    const needsQuotes = quotesAll || Array.from(`${delimiter}${quote}\r\n`).some((special) => text.includes(special));
    return needsQuotes ? quote + text.replaceAll(quote, quote + quote) + quote : text;
  };
  return rows.map((row) => row.map(cell).join(delimiter)).join(lineEnd) + (endsWithLineEnd ? lineEnd : '');
}

describe('an extract that was written as CSV', () => {
  it('is read back exactly, in any dialect and any chunks', async () => {
    await assert(
      asyncProperty(table, writing, integer({ min: 1, max: 40 }), async ({ header, rows }, how, chunkLength) => {
        const text = write([header, ...rows], how);
        const { delimiter, quote } = how;
        const read = await readAll(text, { delimiter, quote }, chunkLength);
        expect(read.problems.filter(({ severity }) => severity !== 'warning')).toEqual([]);
        expect(read.header?.columns).toEqual(header);
        expect(read.records.map(({ cells }) => cells)).toEqual(rows);
        expect(read.records.map(({ number }) => number)).toEqual(rows.map((_, index) => index + 1));
      }),
      sweepOf(400),
    );
  });

  it('is read back exactly when delimiter or quote are several characters', async () => {
    await assert(
      asyncProperty(table, wideWriting, integer({ min: 1, max: 9 }), async ({ header, rows }, how, length) => {
        const text = write([header, ...rows], how);
        const { delimiter, quote } = how;
        const whole = await readAll(text, { delimiter, quote });
        expect(whole.problems.filter(({ severity }) => severity !== 'warning')).toEqual([]);
        expect(whole.header).toMatchObject({ columns: header, line: 1, dialect: { delimiter, quote } });
        expect(whole.records.map(({ cells }) => cells)).toEqual(rows);
        // The blocks that `readExtract` makes are larger than these extracts.
        const reader = new CsvParseReader({ delimiter, quote }, {}, 'utf-8');
        const events: ExtractEvent[] = [];
        const characters = Array.from(text);
        for (let at = 0; at < characters.length; at += length) {
          events.push(...(await reader.push(characters.slice(at, at + length).join(''))));
        }
        expect([...events, ...(await reader.end())]).toEqual(whole.events);
      }),
      sweepOf(600),
    );
  });

  it('has each record on the line where it begins', async () => {
    await assert(
      asyncProperty(table, oneof(writing, wideWriting), async ({ header, rows }, how) => {
        const { records } = await readAll(write([header, ...rows], how), how);
        const lines = rows.map((_, index) =>
          write([header, ...rows.slice(0, index)], { ...how, endsWithLineEnd: true }),
        );
        expect(records.map(({ line }) => line)).toEqual(lines.map((above) => above.split(/\r\n|\r|\n/).length));
      }),
      sweepOf(200),
    );
  });

  it('needs no delimiter stated when its cells are plain', async () => {
    const rows = tuple(integer({ min: 2, max: 6 }), integer({ min: 1, max: 150 })).chain(([columns, count]) =>
      array(array(plain, { minLength: columns, maxLength: columns }), { minLength: count, maxLength: count }),
    );
    await assert(
      asyncProperty(rows, constantFrom(',', ';', '\t', '|'), boolean(), async (cells, delimiter, quotesAll) => {
        const how = { delimiter, quote: '"', lineEnd: '\r\n', quotesAll, endsWithLineEnd: true };
        const header = (cells[0] ?? []).map((_, index) => `Column ${index}`);
        const read = await readAll(write([header, ...cells], how));
        expect(read.header?.dialect.delimiter).toBe(delimiter);
        expect(read.records).toHaveLength(cells.length);
      }),
      sweepOf(100),
    );
  });

  it('is read as csv-parse reads it', async () => {
    await assert(
      asyncProperty(table, writing, async ({ header, rows }, how) => {
        const text = write([header, ...rows], how);
        const { delimiter, quote } = how;
        const expected = parse(text, { delimiter, quote, escape: quote, record_delimiter: how.lineEnd });
        const { records } = await readAll(text, { delimiter, quote });
        expect([header, ...records.map(({ cells }) => cells)]).toEqual(expected);
      }),
      sweepOf(300),
    );
  });

  it('is either read or refused, with any bytes', async () => {
    const noise = array(constantFrom('a', ';', '"', '\n', '\r', '\r\n', '\0', ',', ' ', 'id'), { maxLength: 60 });
    await assert(
      asyncProperty(noise, string({ unit: 'grapheme' }), async (parts, more) => {
        const { events } = await readAll(parts.join('') + more);
        const fatal = events.findIndex((event) => event.kind === 'problem' && event.problem.severity === 'fatal');
        const after = fatal < 0 ? [] : events.slice(fatal).filter((event) => event.kind !== 'problem');
        expect(after).toEqual([]);
        expect(events.length).toBeGreaterThan(0);
      }),
      sweepOf(400),
    );
  });
});

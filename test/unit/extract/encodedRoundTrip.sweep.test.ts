import { isAscii, isUtf8 } from 'node:buffer';
import { array, assert, asyncProperty, boolean, constantFrom, integer, pre, record, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CsvParseReader } from '../../../src/extract/lanes/csvParseReader';
import { chooseLane } from '../../../src/extract/lanes/chooseLane';
import type { ExtractLane } from '../../../src/extract/lanes/extractLane';
import { collect, inChunks, readAll } from './readText';
import { readExtract } from '../../../src/extract/readExtract';
import { sweepOf } from '../../support/sweep';

/** Bytes of every character that an encoding of one or two bytes a character can say, found by decoding all of them. */
function tableOf(label: string): ReadonlyMap<string, readonly number[]> {
  const table = new Map<string, readonly number[]>();
  const learn = (bytes: readonly number[]) => {
    try {
      // In one go, Node takes windows-1252 for ISO-8859-1, where 0x80 is not a euro sign
      const decoder = new TextDecoder(label, { fatal: true });
      const text = decoder.decode(Uint8Array.from(bytes), { stream: true }) + decoder.decode();
      if (Array.from(text).length === 1 && text !== '\0' && !table.has(text)) table.set(text, bytes);
    } catch (error) {
      // Most pairs of bytes say nothing
      if (!(error instanceof TypeError)) throw error;
    }
  };
  for (let first = 1; first < 256; first++) learn([first]);
  for (let first = 0x81; first < 256; first++)
    for (let second = 0x40; second < 256; second += 7) learn([first, second]);
  return table;
}

interface Encoding {
  readonly label: string;
  readonly encode: (text: string) => Uint8Array;
  /** Characters beyond ASCII that it has. */
  readonly letters: readonly string[];
}

function ofTable(label: string): Encoding {
  const table = tableOf(label);
  const encode = (text: string) => Uint8Array.from(Array.from(text).flatMap((character) => table.get(character) ?? []));
  const letters = [...table.keys()].filter((character) => character > '\x7f').slice(0, 400);
  return { label, encode, letters };
}

const letters = ['Ž', 'ß', '漢', '😀', 'ש', 'e\u0301', '\u2028', '\u0085', '\ufeff', '\ufffd'];
const utf16 = (text: string) => Buffer.from(text, 'utf16le');

const encodings: readonly Encoding[] = [
  { label: 'utf-8', encode: (text) => new TextEncoder().encode(text), letters },
  { label: 'utf-16le', encode: (text) => new Uint8Array(utf16(text)), letters },
  { label: 'utf-16be', encode: (text) => new Uint8Array(utf16(text).swap16()), letters },
  ...[
    'windows-1252',
    'iso-8859-2',
    'iso-8859-15',
    'windows-1250',
    'windows-1251',
    'koi8-r',
    'macintosh',
    'shift_jis',
    'euc-jp',
    'big5',
    'euc-kr',
    'gbk',
  ].map(ofTable),
];

const dialect = record({
  delimiter: constantFrom(',', ';', '\t', '|', '^', '~|~', '||', ' => '),
  quote: constantFrom('"', "'"),
  lineEnd: constantFrom('\n', '\r\n', '\r'),
  quotesAll: boolean(),
  endsWithLineEnd: boolean(),
});

/** Cells of what readers trip over, with numbers that pick letters of the encoding. */
const cells = integer({ min: 1, max: 5 }).chain((columns) =>
  array(
    array(
      array(
        tuple(
          integer({ min: 0, max: 400 }),
          constantFrom('', 'a', '7', ' ', ',', ';', '"', '""', "'", '\n', '\r', '\r\n', '=', '~', '|', 'sep=;'),
        ),
        {
          maxLength: 5,
        },
      ),
      { minLength: columns, maxLength: columns },
    ),
    { minLength: 1, maxLength: 10 },
  ),
);

const needsQuotes = /[\r\n"',;\t|^~=> ]/;

function isUtf8BeyondAscii(bytes: Uint8Array): boolean {
  return isUtf8(bytes) && !isAscii(bytes);
}

describe('an extract in any encoding and dialect', () => {
  it.each(encodings)(
    '$label is read back exactly: no record gained, lost or merged',
    async ({ label, encode, letters: own }) => {
      expect(own.length).toBeGreaterThan(5);
      await assert(
        asyncProperty(cells, dialect, integer({ min: 1, max: 50 }), async (picked, how, chunkLength) => {
          const rows = picked.map((row) =>
            row.map(
              (parts, column) =>
                (column === 0 ? 'x' : '') +
                parts.map(([letter, text]) => (own[letter % own.length] ?? '') + text).join(''),
            ),
          );
          const header = rows[0]?.map((_, column) => `Column ${column}`) ?? [];
          const write = (cell: string) =>
            how.quotesAll || needsQuotes.test(cell)
              ? how.quote + cell.replaceAll(how.quote, how.quote + how.quote) + how.quote
              : cell;
          const text = [header, ...rows].map((row) => row.map(write).join(how.delimiter)).join(how.lineEnd);
          const bytes = encode(how.endsWithLineEnd ? text + how.lineEnd : text);
          // Letters may add up to UTF-8, which the reader rightly warns about
          pre(label === 'utf-8' || !isUtf8BeyondAscii(bytes));
          const { delimiter, quote } = how;
          const read = await readAll(bytes, { delimiter, quote, encoding: label }, chunkLength);
          expect(read.problems).toEqual([]);
          expect(read.header?.columns).toEqual(header);
          expect(read.records.map((each) => each.cells)).toEqual(rows);
        }),
        sweepOf(60),
      );
    },
  );

  it('is cut alike by both lanes wherever both accept it', async () => {
    const cut = async (lane: ExtractLane, text: string) => {
      const events = [...(await lane.push(text)), ...(await lane.end())];
      return {
        isRefused: events.some((event) => event.kind === 'problem' && event.problem.severity === 'fatal'),
        records: events.flatMap((event) => (event.kind === 'record' ? [event.record] : [])),
      };
    };
    const noise = array(constantFrom('a', 'id', ';', '"', '"x"', '""', '\n', '\r\n', ' ', 'ž'), { maxLength: 40 });
    let compared = 0;
    await assert(
      asyncProperty(noise, async (parts) => {
        const text = `id;name\n${parts.join('')}`;
        const lane = chooseLane({ delimiter: ';' }, 'utf-8');
        if ('refusal' in lane) throw new Error('a semicolon is not a delimiter');
        const own = await cut(lane, text);
        const other = await cut(new CsvParseReader({ delimiter: ';', quote: '"' }, {}, 'utf-8'), text);
        expect(other.isRefused).toBe(own.isRefused);
        if (own.isRefused) return;
        compared++;
        expect(other.records).toEqual(own.records);
      }),
      sweepOf(500),
    );
    expect(compared).toBeGreaterThan(sweepOf(500).numRuns / 10);
  });

  it('is read from any source of bytes', async () => {
    const bytes = new TextEncoder().encode('id;name\n1;Žofie\n');
    const { records } = await collect(readExtract(inChunks(bytes, 1)));
    expect(records).toEqual([{ number: 1, line: 2, cells: ['1', 'Žofie'] }]);
  });
});

import { readFileSync } from 'node:fs';
import { extractProblems } from '../../../src/core/csv/extractProblemKinds';
import { describe, expect, it } from 'vitest';
import type { ReadOptions } from '../../../src/core/csv/extractEvent';
import { ExtractFileError } from '../../../src/extract/extractFileError';
import { readExtract } from '../../../src/extract/readExtract';
import { collect, inChunks, marks, readAll } from './readText';

const ascii = (text: string): number[] => Array.from(text, (character) => character.charCodeAt(0));
const bytes = (...parts: readonly (string | number)[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? ascii(part) : [part])));
const utf16 = (text: string, order: 'le' | 'be'): Uint8Array => {
  const little = Buffer.from(text, 'utf16le');
  return new Uint8Array(order === 'le' ? little : little.swap16());
};
const sample = (name: string): Uint8Array => readFileSync(new URL(`../../data/csv2scim/${name}`, import.meta.url));

describe('readExtract', () => {
  const readable: readonly (readonly [name: string, content: Uint8Array, encoding: string, options?: ReadOptions])[] = [
    ['UTF-8', Buffer.from('id;name\n1;Žofie 😀\n'), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from('\uFEFFid;name\n1;Žofie 😀\n'), 'utf-8'],
    ['UTF-16, little endian', utf16('\uFEFFid;name\n1;Žofie 😀\n', 'le'), 'utf-16le'],
    ['UTF-16, big endian', utf16('\uFEFFid;name\n1;Žofie 😀\n', 'be'), 'utf-16be'],
    ['UTF-16 without a mark, stated', utf16('id;name\n1;Žofie 😀\n', 'le'), 'utf-16le', { encoding: 'UTF-16' }],
    [
      'a mark that contradicts the stated encoding',
      Buffer.from('\uFEFFid;name\n1;Žofie 😀\n'),
      'utf-8',
      { encoding: 'windows-1252' },
    ],
  ];

  for (const [name, content, encoding, options] of readable) {
    it(`reads ${name}`, async () => {
      for (const chunkLength of [1, 3, Infinity]) {
        const { header, records, problems } = await readAll(content, options, chunkLength);
        expect(problems).toEqual([]);
        expect(header).toMatchObject({ columns: ['id', 'name'], line: 1, encoding });
        expect(records).toEqual([{ number: 1, line: 2, cells: ['1', 'Žofie 😀'] }]);
      }
    });
  }

  it('reads a stated encoding of one byte a character', async () => {
    const { header, records } = await readAll(bytes('id;name\n1;', 0x80, 0x92, 0xe9), { encoding: 'cp1252' });
    expect(header?.encoding).toBe('windows-1252');
    expect(records[0]?.cells[1]).toBe('€’é');
  });

  it('keeps a replacement character that the file itself has', async () => {
    const { records } = await readAll('id;name\n1;\uFFFD\n');
    expect(records[0]?.cells[1]).toBe('\uFFFD');
  });

  const refused: readonly (readonly [name: string, content: Uint8Array, problem: string, options?: ReadOptions])[] = [
    ['no bytes', bytes(), 'csv.empty'],
    ['a mark alone', bytes(0xef, 0xbb, 0xbf), 'csv.empty'],
    ['a workbook', bytes('PK', 3, 4, 'xl/workbook.xml'), 'csv.not-text'],
    ['an empty archive', bytes('PK', 5, 6, 0, 0), 'csv.not-text'],
    ['an old workbook', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0), 'csv.not-text'],
    ['gzip', bytes(0x1f, 0x8b, 8, 0), 'csv.not-text'],
    ['PDF', bytes('%PDF-1.7\n'), 'csv.not-text'],
    ['7-Zip', bytes('7z', 0xbc, 0xaf, 0x27, 0x1c, 0, 4), 'csv.not-text'],
    ['an SQLite database', bytes('SQLite format 3', 0), 'csv.not-text'],
    ['a web page', bytes('<!DOCTYPE html>\n<html></html>\n'), 'csv.not-text'],
    ['a web page in UTF-16', utf16('\uFEFF\r\n<HTML lang="de">', 'le'), 'csv.not-text'],
    ['UTF-16 without a mark', utf16('id;name\n', 'le'), 'csv.encoding.utf16-no-bom'],
    ['UTF-16, big endian, without a mark', utf16('id;name\n', 'be'), 'csv.encoding.utf16-no-bom'],
    ['UTF-32', bytes(0xff, 0xfe, 0, 0, 'i', 0, 0, 0), 'csv.encoding.utf32'],
    ['an encoding that does not exist', bytes('id;name\n'), 'csv.encoding.unknown', { encoding: 'utf-9' }],
    [
      'an encoding that does not exist, and a mark',
      bytes(0xef, 0xbb, 0xbf, 'id'),
      'csv.encoding.unknown',
      { encoding: 'x' },
    ],
    ['NUL', bytes('id;name\n1;A', 0, 'na\n'), 'csv.nul-byte@2'],
  ];

  for (const [name, content, problem, options] of refused) {
    it(`refuses ${name}`, async () => {
      for (const chunkLength of [1, Infinity]) {
        const { records, problems } = await readAll(content, options, chunkLength);
        expect(marks(problems)).toEqual([problem]);
        expect(problems[0]?.severity).toBe('fatal');
        expect(records).toEqual([]);
      }
    });
  }

  const invalid: readonly (readonly [name: string, tail: readonly number[], options?: ReadOptions])[] = [
    ['a byte that begins nothing', [0xff]],
    ['a Windows-1252 letter', [0xe9, ...ascii(';x\n')]],
    ['an overlong form', [0xc0, 0xaf]],
    ['half a surrogate pair', [0xed, 0xa0, 0x80]],
    ['a character that is cut by the end', [0xe2, 0x82]],
    ['a character that is cut by a line end', [0xe2, 0x82, 10]],
    ['half a Shift_JIS character', [0x82], { encoding: 'shift_jis' }],
  ];

  for (const [name, tail, options] of invalid) {
    it(`never guesses at bytes: ${name}`, async () => {
      const content = bytes('id;name\n1;"A\nB"\n2;', ...tail);
      for (const chunkLength of [1, 7, Infinity]) {
        const { records, problems } = await readAll(content, options, chunkLength);
        expect(marks(problems)).toEqual(['csv.encoding.invalid@4']);
        expect(records.map(({ cells }) => cells)).toEqual([['1', 'A\nB']]);
      }
    });
  }

  it.each([
    ['an odd number of bytes', bytes(0xff, 0xfe, 'a', 0, 10, 0, 'b')],
    ['half a surrogate pair', bytes(0xff, 0xfe, 'a', 0, 10, 0, 0, 0xd8, 'b', 0)],
  ])('never guesses at bytes of UTF-16: %s', async (_name, content) => {
    expect(marks((await readAll(content)).problems)).toContain('csv.encoding.invalid@2');
  });

  it('finds a wrong byte after megabytes, and on which line', async () => {
    const row = '1;Žofie\r\n';
    const content = Buffer.concat([Buffer.from(`id;name\r\n${row.repeat(200_000)}2;`), bytes(0xe9, '\r\n')]);
    const { records, problems } = await readAll(content, {}, 100_001);
    expect(marks(problems)).toEqual(['csv.encoding.invalid@200002']);
    expect(records).toHaveLength(200_000);
  });

  it('gives records in the order of the file, with chunks of any size', async () => {
    const rows = Array.from({ length: 30_000 }, (_, index) => `${index};"Zo""ë ${index}\r\n"\r\n`);
    const content = Buffer.from(`id;name\r\n${rows.join('')}`);
    for (const chunkLength of [65_536, 999, Infinity]) {
      const { records } = await readAll(content, {}, chunkLength);
      expect(records.map(({ cells }) => cells[1])).toEqual(rows.map((_, index) => `Zo"ë ${index}\r\n`));
      expect(records.at(-1)).toMatchObject({ number: 30_000, line: 60_000 });
    }
  });

  it('gives events in chunks, none of them empty or larger than a block can fill', async () => {
    const content = Buffer.from(`id;name\n${'1;x\n'.repeat(200_000)}`);
    let largest = 0;
    for await (const events of readExtract(inChunks(content, Infinity))) {
      expect(events.length).toBeGreaterThan(0);
      largest = Math.max(largest, events.length);
    }
    expect(largest).toBeLessThan(200_000 / 4);
  });

  it('asks for no more bytes than it needs', async () => {
    let taken = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) {
        taken++;
        yield bytes('id;name\n1;"', 'x'.repeat(65_000));
      }
    }
    const { problems } = await collect(readExtract(endless()));
    expect(marks(problems)).toEqual(['csv.quote.stray@3']);
    expect(taken).toBeLessThan(5);
  });

  it('stops at a quote that swallows the file long before its end', async () => {
    let taken = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      yield bytes('id;name\n1;"');
      for (;;) {
        taken += 65_536;
        yield bytes('x'.repeat(65_536));
      }
    }
    const { problems } = await collect(readExtract(endless(), { delimiter: ';' }));
    expect(marks(problems)).toEqual(['csv.field-too-large@2']);
    expect(taken).toBeLessThan(2 * 1024 * 1024);
  });

  it('tells of a file that cannot be read, and passes on what is nobody’s extract', async () => {
    async function* failing(error: Error): AsyncGenerator<Uint8Array> {
      yield bytes('id;name\n1;Ana\n');
      throw error;
    }
    const { problems } = await collect(
      readExtract(failing(new ExtractFileError(extractProblems.unreadableFile, 'The disk is gone.'))),
    );
    expect(problems).toEqual([{ code: 'file.unreadable', severity: 'fatal', message: 'The disk is gone.' }]);
    await expect(collect(readExtract(failing(new Error('a bug'))))).rejects.toThrow('a bug');
  });

  describe('with a delimiter of several characters', () => {
    const wide: ReadOptions = { delimiter: '~|~' };

    it.each([
      ['UTF-8 with a mark', Buffer.from('\uFEFFid~|~name\n1~|~Žofie 😀\n')],
      ['UTF-16', utf16('\uFEFFid~|~name\n1~|~Žofie 😀\n', 'le')],
    ])('reads %s', async (_name, content) => {
      const { header, records, problems } = await readAll(content, wide);
      expect(problems).toEqual([]);
      expect(header).toMatchObject({ columns: ['id', 'name'], line: 1, dialect: { delimiter: '~|~', quote: '"' } });
      expect(records).toEqual([{ number: 1, line: 2, cells: ['1', 'Žofie 😀'] }]);
    });

    it('gives records in the order of the file, over many blocks', async () => {
      const rows = Array.from({ length: 30_000 }, (_, index) => `${index}~|~"Zo""ë~|~ ${index}\r\n"\r\n`);
      const { records, problems } = await readAll(`id~|~name\r\n${rows.join('')}`, wide, 100_001);
      expect(problems).toEqual([]);
      expect(records.map(({ cells }) => cells[1])).toEqual(rows.map((_, index) => `Zo"ë~|~ ${index}\r\n`));
      expect(records.at(-1)).toMatchObject({ number: 30_000, line: 60_000 });
    });

    it('never guesses at bytes', async () => {
      const { problems } = await readAll(bytes('id~|~name\n1~|~"A\nB"\n2~|~', 0xff), wide);
      expect(marks(problems)).toEqual(['csv.encoding.invalid@4']);
    });

    it('asks for no more bytes than it needs', async () => {
      let taken = 0;
      async function* endless(): AsyncGenerator<Uint8Array> {
        yield bytes('id~|~name\n1~|~"');
        for (;;) {
          taken += 65_536;
          yield bytes('x'.repeat(65_536));
        }
      }
      const { problems } = await collect(readExtract(endless(), wide));
      expect(marks(problems)).toEqual(['csv.field-too-large@2']);
      expect(taken).toBeLessThan(5 * 1024 * 1024);
    });

    it.each<readonly [name: string, options: ReadOptions, reason: string]>([
      ['a delimiter with the quote in it', { delimiter: '|"' }, 'must not share a character'],
      ['a delimiter with a line end in it', { delimiter: '|\n' }, 'line end'],
      ['a quote that overlaps itself', { delimiter: ';', quote: "''" }, 'begins and ends alike'],
      ['a quote of several characters alone', { quote: '!~' }, 'State the delimiter'],
    ])('refuses %s', async (_name, options, reason) => {
      const { events, problems } = await readAll('id;name\n', options);
      expect(marks(problems)).toEqual(['csv.dialect.invalid']);
      expect(problems[0]?.message).toContain(reason);
      expect(events).toHaveLength(1);
    });
  });

  it.each([
    ['csv-with-1000-records.csv', ',', 1000],
    ['csv-with-2-records.csv', ',', 2],
    ['csv-with-5-records.txt', ',', 5],
    ['Sample1/employeeData.csv', ',', 332],
  ])('reads the CSV2SCIM sample %s', async (name, delimiter, count) => {
    const { header, records, problems } = await readAll(sample(name));
    expect(problems).toEqual([]);
    expect(header?.columns).toHaveLength(24);
    expect(header?.dialect.delimiter).toBe(delimiter);
    expect(records).toHaveLength(count);
  });

  it('keeps the blank at the end of a last cell', async () => {
    const { records } = await readAll(sample('csv-with-5-records.txt'));
    expect(records.some(({ cells }) => cells.at(-1)?.endsWith(' ') === true)).toBe(true);
  });
});

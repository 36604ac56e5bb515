import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReadOptions } from '../../../../src/core/csv/extractEvent';
import { recordSpans } from '../../../../src/core/csv/recordSpans';
import type { IndexedRow } from '../../../../src/extract/index/indexedRow';
import { IndexedExtract } from '../../../../src/extract/index/indexedExtract';
import type { ExtractPlace } from '../../../../src/extract/index/extractPlace';
import { rowCells } from '../../../../src/extract/index/rowCells';
import { readExtract } from '../../../../src/extract/readExtract';

/** Reads an extract to its end, noting what is found, and gives all rows as they were read. */
async function readOf(place: ExtractPlace, options: ReadOptions = {}) {
  const extract = await IndexedExtract.of(place, options.encoding);
  const rows: IndexedRow[] = [];
  for await (const events of readExtract(extract.bytes(), options)) {
    for (const event of events) {
      if (event.kind === 'header') extract.noteHeader(event.header);
      else if (event.kind === 'record') rows.push({ record: event.record });
      else if (event.problem.severity === 'row')
        rows.push({
          record: { number: event.problem.record ?? 0, line: event.problem.line ?? 0, cells: [] },
          problem: event.problem,
        });
    }
    for (const { record } of rows.slice(extract.records)) extract.noteRecord(record.number, record.line);
  }
  return { extract, rows };
}

/** Records: every third is broken over lines, and every seventh is one cell short. */
function table(count: number, delimiter = ';', end = '\r\n'): string {
  const rows = Array.from({ length: count }, (_, index) => {
    const name = index % 3 === 0 ? `"Ä ${index}${delimiter}\n""b"""` : `é${index}`;
    const blank = index % 11 === 0 ? end : '';
    return index % 7 === 6 ? `${index}${end}` : `${blank}${index}${delimiter}${name}${end}`;
  });
  return `Title row${end}${end}Id${delimiter}"The\nname"${end}${end}${rows.join('')}`;
}

const UTF8 = new TextEncoder();

const CASES: readonly (readonly [name: string, bytes: Uint8Array, options: ReadOptions])[] = [
  ['UTF-8', UTF8.encode(table(1500)), { header: 3 }],
  ['UTF-8 with a mark', UTF8.encode('\uFEFF' + table(1500, ',')), { header: 3 }],
  ['Windows-1252', Buffer.from(table(1500), 'latin1'), { header: 3, encoding: 'windows-1252' }],
  ['UTF-16 with a mark', Buffer.from('\uFEFF' + table(1500), 'utf16le'), { header: 3, delimiter: ';' }],
  ['UTF-16 big-endian, stated', Buffer.from(table(600), 'utf16le').swap16(), { header: 3, encoding: 'UTF-16BE' }],
  ['line ends of one CR', UTF8.encode(table(1500, ';', '\r').replaceAll('\n', '')), { header: 3 }],
  ['a delimiter of two characters', UTF8.encode(table(1500, '||')), { header: 3, delimiter: '||' }],
];

describe.each(CASES)('an indexed extract in %s', (_, bytes, options) => {
  it('reads any record again as it was read at first', async () => {
    const { extract, rows } = await readOf(bytes, options);
    expect(rows.length).toBe(extract.records);
    expect(rows.length).toBeGreaterThan(500);
    for (const [from, to] of [
      [1, 1],
      [256, 258],
      [rows.length - 1, rows.length + 50],
      [1, rows.length],
    ] as const)
      expect(await extract.rows(from, to)).toEqual(rows.slice(from - 1, to));
  });

  it('knows the record of a line, in the middle of one, too', async () => {
    const { extract, rows } = await readOf(bytes, options);
    for (const { record } of rows.filter(({ record: { number } }) => number % 97 === 0 || number > rows.length - 3))
      expect((await extract.rowAtLine(record.line))?.record.number).toBe(record.number);
    const last = rows.at(-1)?.record;
    expect((await extract.rowAtLine(1_000_000))?.record.number).toBe(last?.number);
    expect(await extract.rowAtLine(1)).toBeUndefined();
  });
});

describe.each(CASES)('the cells of an indexed extract in %s', (_, bytes, options) => {
  it('are where the file has them, those of refused rows too', async () => {
    const { extract, rows } = await readOf(bytes, options);
    for (const { record, problem } of rows.filter(({ record: { number } }) => number % 61 === 0 || number < 9)) {
      const found = await extract.textAt(record.number);
      if (found === undefined) throw new Error(`record ${record.number} has no text`);
      const { dialect, encoding } = found.header;
      const spans = recordSpans(found.text, dialect, encoding, found.start);
      const decoder = new TextDecoder(options.encoding ?? (bytes[0] === 0xff ? 'utf-16le' : 'utf-8'));
      const texts = spans.cells.map((span) => decoder.decode(bytes.subarray(span.bytes?.start, span.bytes?.end)));
      const cells = texts.map((text) => (text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text));
      expect(cells).toEqual(problem === undefined ? record.cells : [`${record.number - 1}`]);
      expect(rowCells(found)).toEqual(cells);
      expect([spans.firstLine, spans.cells[0]?.line, spans.cells[0]?.column]).toEqual([record.line, record.line, 1]);
      const next = rows[record.number]?.record;
      if (next !== undefined) expect((await extract.rowAtLine(spans.lastLine))?.record.number).toBe(record.number);
    }
  });

  it('are read of any choice of rows', async () => {
    const { extract, rows } = await readOf(bytes, options);
    const numbers = [1, 2, 255, 256, 257, 512, rows.length];
    expect(await extract.rowsAt(numbers)).toEqual(numbers.map((number) => rows[number - 1]));
    expect(await extract.rowsAt([])).toEqual([]);
  });
});

const cell = fc
  .array(fc.constantFrom('a', 'é', '😀', ';', '"', '\n', '\r\n', '\r', ' ', ''), { maxLength: 6 })
  .map((parts) => parts.join(''));

describe('an indexed extract with columns without a name', () => {
  it('reads records again as they were read at first, where most cells of a part are filled, too', async () => {
    const lines = Array.from({ length: 900 }, (_, index) =>
      index > 500 ? `${index};x;n${index};` : `${index};;n${index}`,
    );
    const { extract, rows } = await readOf(UTF8.encode(`Id;;Name;\n${lines.join('\n')}`));
    expect(rows.filter(({ problem }) => problem !== undefined)).toHaveLength(399);
    expect(await extract.rows(1, 900)).toEqual(rows);
    expect(await extract.rows(600, 700)).toEqual(rows.slice(599, 700));
    const [good, bad] = [await extract.textAt(7), await extract.textAt(800)];
    expect(good && rowCells(good)).toEqual(['6', 'n6']);
    expect(bad && rowCells(bad)).toEqual(['799', 'n799', 'x']);
  });
});

describe('an indexed extract', () => {
  it('reads every record again, with any text in its cells', async () => {
    const rows = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 700 });
    await fc.assert(
      fc.asyncProperty(rows, fc.nat(), async (cells, seed) => {
        const quoted = cells.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(';'));
        const text = `A;B\n${quoted.join('\n')}`;
        const { extract, rows: read } = await readOf(UTF8.encode(text), { delimiter: ';' });
        if (read.length === 0) return;
        const from = (seed % read.length) + 1;
        expect(await extract.rows(from, from + 300)).toEqual(read.slice(from - 1, from + 300));
      }),
      { numRuns: 40 },
    );
  });

  it('has rows while the rest is being read', async () => {
    const extract = await IndexedExtract.of(UTF8.encode(table(40_000)));
    let seen = 0;
    for await (const events of readExtract(extract.bytes(), { header: 3 })) {
      for (const event of events) {
        if (event.kind === 'header') extract.noteHeader(event.header);
        else if (event.kind === 'record') extract.noteRecord(event.record.number, event.record.line);
        else extract.noteRecord(event.problem.record ?? 0, event.problem.line ?? 0);
      }
      const [row] = await extract.rows(extract.records, extract.records + 9);
      expect(row?.record.number).toBe(extract.records);
      seen++;
    }
    expect(seen).toBeGreaterThan(5);
  });

  it('says when the file is not the one that was read', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'entra-inbound-indexed-'));
    try {
      const path = join(folder, 'extract.csv');
      await writeFile(path, table(600));
      const { extract, rows } = await readOf({ path }, { header: 3 });
      expect(await extract.rowAt(300)).toEqual(rows[299]);
      await writeFile(path, table(599));
      await expect(extract.rowAt(300)).rejects.toMatchObject({ code: 'file.changed' });
      await rm(path);
      await expect(extract.rowAt(300)).rejects.toMatchObject({ code: 'file.unreadable' });
      await expect(IndexedExtract.of({ path })).rejects.toMatchObject({ code: 'file.unreadable' });
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

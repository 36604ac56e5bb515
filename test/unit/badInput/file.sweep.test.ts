import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { extractLimits } from '../../../src/core/csv/extractEvent';
import { fileBytes } from '../../../src/extract/index/fileBytes';
import { readExtract } from '../../../src/extract/readExtract';
import { collect, readAll } from '../extract/readText';
import { convertText, expectProblems, problemsOfReading } from './decide';
import { sliceOf } from '../../support/sweep';

const folder = mkdtempSync(join(tmpdir(), 'entra-inbound-bad-input-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const utf16 = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));
const utf32 = (text: string) => Uint8Array.from(Array.from(text).flatMap((unit) => [unit.charCodeAt(0), 0, 0, 0]));
const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const fatal = (code: string, more: object = {}) => ({ code, severity: 'fatal' as const, ...more });

describe('bad input: the file', () => {
  it.each([
    ['0 bytes', ''],
    ['a byte order mark alone', '\uFEFF'],
    ['blank lines', '\r\n\n  \n'],
  ])('B1 %s', async (_, text) => {
    expectProblems(await problemsOfReading(text), [fatal('csv.empty', { says: 'no rows' })]);
  });

  it('B2 a header only', async () => {
    const { problems, sent } = await convertText('externalId = [Id]', 'Id,Name\n');
    expectProblems(problems, [{ code: 'csv.no-rows', severity: 'warning', line: 1, says: 'nothing to send' }]);
    expect(sent).toEqual([]);
  });

  it.each([
    ['xlsx', 'PK\x03\x04xl/workbook.xml', 'Excel workbook'],
    ['an empty archive', 'PK\x05\x06', 'ZIP'],
    ['xls', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'Excel workbook'],
    ['gzip', '\x1f\x8b\x08', 'gzip'],
    ['PDF', '%PDF-1.7\n', 'PDF'],
  ])('B3 %s', async (_, text, says) => {
    expectProblems(await problemsOfReading(bytes(text)), [fatal('csv.not-text', { says })]);
  });

  it.each(
    sliceOf(
      [
        ['a Windows-1252 letter', '\xe9'],
        ['an overlong form', '\xc0\xaf'],
        ['half a surrogate pair', '\xed\xa0\x80'],
        ['a character that is cut by the end', '\xe2\x82'],
      ] as const,
      0.05,
    ),
  )('B4 %s in UTF-8, also after megabytes', async (_, tail) => {
    const rows = 'id;name\n' + '1;"a\nb"\n'.repeat(300_000);
    expectProblems(await problemsOfReading(bytes(`${rows}2;${tail}`)), [
      fatal('csv.encoding.invalid', { line: 600_002, says: /state (?:the encoding|encoding = "[a-z\d-]+")/ }),
    ]);
  });

  it('B5 UTF-16 with its mark is accepted, and damaged UTF-16 is not', async () => {
    const little = utf16('\uFEFFid;name\n1;Žofie 😀\n');
    const big = new Uint8Array(Buffer.from(little).swap16());
    for (const content of [little, big]) expect((await readAll(content)).records[0]?.cells).toEqual(['1', 'Žofie 😀']);
    expectProblems(await problemsOfReading(little.subarray(0, -1)), [fatal('csv.encoding.invalid', { line: 2 })]);
    expectProblems(await problemsOfReading(utf16('\uFEFFid;name\n1;\ud800b\n')), [
      fatal('csv.encoding.invalid', { line: 2 }),
    ]);
  });

  it('B6 UTF-16 without its mark, and UTF-32', async () => {
    const little = utf16('id;name\n');
    expectProblems(await problemsOfReading(little), [fatal('csv.encoding.utf16-no-bom', { says: 'State utf-16le' })]);
    expectProblems(await problemsOfReading(new Uint8Array(Buffer.from(little).swap16())), [
      fatal('csv.encoding.utf16-no-bom', { says: 'State utf-16be' }),
    ]);
    for (const content of [utf32('\uFEFFid;name\n').fill(0xfe, 1, 2).fill(0xff, 0, 1), utf32('id;name\n')])
      expectProblems(await problemsOfReading(content), [fatal('csv.encoding.utf32', { says: 'UTF-8' })]);
    expectProblems(await problemsOfReading(utf32('id;name\n').reverse()), [fatal('csv.encoding.utf32')]);
  });

  it('B7 a UTF-8 byte order mark is not part of the first name', async () => {
    const { header, problems } = await readAll('\uFEFFid;name\n1;Ana\n');
    expect(header?.columns).toEqual(['id', 'name']);
    expect(problems).toEqual([]);
  });

  it('B8 a NUL', async () => {
    expectProblems(await problemsOfReading('id;name\n1;"x\ny"\n2;B\0"\n'), [
      fatal('csv.nul-byte', { line: 4, column: 'name', says: 'NUL' }),
    ]);
  });

  it('B9 too many records, too many bytes: the limit is in the message', async () => {
    const text = `id;name\n${'1;Ana\n'.repeat(2000)}`;
    expectProblems(await problemsOfReading(text, { limits: { records: 1999 } }), [
      fatal('csv.too-large', { line: 2001, says: '1,999 records' }),
    ]);
    expectProblems(await problemsOfReading(text, { limits: { bytes: text.length - 1 } }), [
      fatal('csv.too-large', { line: 1, says: '12,007 bytes' }),
    ]);
    expect(await problemsOfReading(text, { limits: { records: 2000, bytes: text.length } })).toEqual([]);
    const converted = await convertText('externalId = [id]', text, { records: 3 });
    expect(converted.problems.at(-1)?.code).toBe('csv.too-large');
  });

  it('B10 a cell over 1 MiB, found while it is read', async () => {
    const text = (length: number) => `id;name\n1;"\n${'x'.repeat(length)}"\n`;
    expectProblems(await problemsOfReading(text(extractLimits.fieldLength)), [
      fatal('csv.field-too-large', { line: 2, column: 'name', says: '1,048,576 characters' }),
    ]);
    expect(await problemsOfReading(text(extractLimits.fieldLength - 1))).toEqual([]);
  });

  it('B11 over 1,024 columns', async () => {
    const header = (count: number) => Array.from({ length: count }, (_, index) => `c${index}`).join(';');
    expectProblems(await problemsOfReading(`${header(1025)}\n`), [
      fatal('csv.too-many-columns', { line: 1, says: '1,024 columns' }),
    ]);
    expect((await readAll(`${header(1024)}\n`)).header?.columns).toHaveLength(1024);
  });

  it('B12 a file that changes while it is read', async () => {
    const path = join(folder, 'changing.csv');
    writeFileSync(path, `id;name\n${'1;Ana\n'.repeat(100_000)}`);
    async function* growing() {
      let isFirst = true;
      for await (const block of fileBytes(path)) {
        if (isFirst) await appendFile(path, '2;Ben\n');
        isFirst = false;
        yield block;
      }
    }
    const { problems } = await collect(readExtract(growing()));
    expectProblems(problems, [fatal('file.changed', { says: 'Read it again' })]);
  });

  it.each([
    ['that is missing', join(folder, 'none.csv'), 'no such file'],
    ['that is a folder', folder, 'a folder'],
    ['that is a device', '/dev/null', 'a device'],
    ['after a broken link', join(folder, 'link.csv'), 'no such file'],
  ])('B12 a file %s', async (_, path, says) => {
    if (path.endsWith('link.csv')) symlinkSync(join(folder, 'nowhere'), path);
    const { problems } = await collect(readExtract(fileBytes(path)));
    expectProblems(problems, [fatal('file.unreadable', { says })]);
  });

  it('B13 bytes from anywhere are read alike', async () => {
    const text = 'id;name\r\n1;"Ana\r\nB"\r\n';
    const whole = await readAll(text);
    for (const length of [1, 2, 7]) expect(await readAll(text, {}, length)).toEqual(whole);
  });
});

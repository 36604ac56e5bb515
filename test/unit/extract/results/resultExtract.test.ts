import { createHash } from 'node:crypto';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { ReadOptions } from '../../../../src/core/csv/extractEvent';
import { openAdding } from '../../../../src/extract/results/resultExtract';
import { resultRecords } from '../../../../src/extract/results/resultRecords';
import { surveySent } from '../../../../src/extract/results/surveySent';
import { inBlocks, layoutOf, readByOthers, written } from './resultRig';

const CELLS = ['created', '', 'Nothing to do.', 'e-1'];
const added = '"created";"";"Nothing to do.";"e-1"';
const titles = '"Result";"Cause";"Remedy";"Entry"';

interface Case {
  readonly name: string;
  readonly text: string;
  readonly lines: readonly number[];
  readonly options?: ReadOptions;
  readonly expected: string;
}

const CASES: readonly Case[] = [
  { name: 'LF', text: 'Id;Name\n1;Ana\n', lines: [2], expected: `Id;Name;${titles}\n1;Ana;${added}\n` },
  { name: 'no last line end', text: 'Id;Name\r\n1;Ana', lines: [2], expected: `Id;Name;${titles}\r\n1;Ana;${added}` },
  { name: 'CR', text: 'Id;Name\r1;Ana\r', lines: [2], expected: `Id;Name;${titles}\r1;Ana;${added}\r` },
  {
    name: 'a byte order mark and a line sep=',
    text: '\ufeffsep=;\r\nId;Name\r\n1;Ana\r\n',
    lines: [3],
    expected: `\ufeffsep=;\r\nId;Name;${titles}\r\n1;Ana;${added}\r\n`,
  },
  {
    name: 'title lines above the header',
    text: 'Report of "May"\n\nprinted; today;\nId;Name\n1;Ana\n',
    lines: [5],
    options: { header: 4 },
    expected: `Report of "May"\n\nprinted; today;\nId;Name;${titles}\n1;Ana;${added}\n`,
  },
  {
    name: 'blank lines, rows of delimiters, line breaks within quotes',
    text: '\nId;Name\n\n1;"Ana\n""N"""\n;\n\n2;"B"\n\n',
    lines: [4, 8],
    expected: `\nId;Name;${titles}\n\n1;"Ana\n""N""";${added}\n;\n\n2;"B";${added}\n\n`,
  },
  {
    name: 'rows that are too short or too long',
    text: 'Id;Name;Note\n1\n2;Bo\n3;C;c;more\n4;D;d\n',
    lines: [2, 3, 4, 5],
    expected: `Id;Name;Note;${titles}\n1;;;${added}\n2;Bo;;${added}\n3;C;c;more;${added}\n4;D;d;${added}\n`,
  },
  {
    name: 'a delimiter after each last cell, but in the header',
    text: 'Id;Name\n1;Ana;\n2;Bo;\n3;C\n',
    lines: [2, 3, 4],
    expected: `Id;Name;;${titles}\n1;Ana;;${added}\n2;Bo;;${added}\n3;C;;${added}\n`,
  },
  {
    name: 'columns of these names',
    text: 'result;Cause;Result 2;Id\na;b;c;1\n',
    lines: [2],
    expected: `result;Cause;Result 2;Id;"Result 3";"Cause 2";"Remedy";"Entry"\na;b;c;1;${added}\n`,
  },
];

describe('an extract with its results', () => {
  it.each(CASES)('keeps what it was: $name', async ({ text, lines, options = {}, expected }) => {
    const bytes = Buffer.from(text);
    const layout = await layoutOf(bytes, lines, { delimiter: ';', ...options });
    for (const size of [1, 5, 1_000])
      expect((await written(bytes, layout, () => CELLS, size)).toString()).toBe(expected);
  });

  it.each(['utf-16le', 'utf-16be', 'windows-1252', 'shift_jis', 'gb18030', 'koi8-r', 'cp850'])(
    'is written in its own encoding: %s',
    async (encoding) => {
      const bytes = iconv.encode('Id;Name\r\n1;Ana\r\n', encoding, { addBOM: encoding.startsWith('utf-16') });
      const layout = await layoutOf(bytes, [2], { encoding, delimiter: ';' });
      const result = await written(bytes, layout, () => ['größer €', 'я', '日本', 'x']);
      const [, row = []] = readByOthers(result, layout);
      expect(row.slice(0, 2)).toEqual(['1', 'Ana']);
      // What the encoding lacks is written by its number, and everything else as it is
      const asRead = ['größer €', 'я', '日本', 'x'].map((text) =>
        Array.from(text, (sign) =>
          // Of GB 18030 only what has two bytes
          iconv.decode(iconv.encode(sign, encoding), encoding) === sign && iconv.encode(sign, encoding).length <= 2
            ? sign
            : `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`,
        ).join(''),
      );
      expect(row.slice(2)).toEqual(asRead);
    },
  );

  it('adds cells that nothing runs and nobody reads as two', async () => {
    const bytes = Buffer.from('Id;Name\n1;Ana\n');
    const layout = await layoutOf(bytes, [2], { delimiter: ';' });
    const result = await written(bytes, layout, () => ['=HYPERLINK("x";"y")', '\t@a', 'two\r\nlines; "q"', '＋1']);
    expect(result.toString().split('\n')[1]).toBe(`1;Ana;"'=HYPERLINK(""x"";""y"")";"' @a";"two lines; ""q""";"'＋1"`);
  });

  it('adds cells without a delimiter where nothing is quoted', async () => {
    const bytes = Buffer.from('Id~|~Name\n1~|~A"na\n');
    const layout = await layoutOf(bytes, [2], { delimiter: '~|~', quote: '' });
    const result = await written(bytes, layout, () => ['a~|~b', 'c~', '|d', '"e"']);
    expect(readByOthers(result, layout)[1]).toEqual(['1', 'A"na', 'a   b', 'c ', ' d', '"e"']);
  });

  it('is refused for other bytes, and for rows that are read in another way', async () => {
    const bytes = Buffer.from("Id;Name\n1;'Ana;Bea'\n2;Bo\n");
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const sent = { sha256, size: bytes.length, lines: Uint32Array.from([2, 3]) };
    const options = { delimiter: ';', quote: "'" };
    expect(await surveySent(inBlocks(bytes), sent, options)).toHaveProperty('width', 2);
    expect(await surveySent(inBlocks(Buffer.from('Id;Name\n2;Bo\n')), sent, options)).toEqual({ fault: 'bytes' });
    expect(await surveySent(inBlocks(bytes), sent, { ...options, header: 2 })).toEqual({ fault: 'reading' });
    const others = { ...sent, lines: Uint32Array.from([2]) };
    expect(await surveySent(inBlocks(bytes), others, options)).toEqual({ fault: 'reading' });
  });

  it('is not written where bytes in the middle of a file mean something else', async () => {
    const bytes = Buffer.from('Id;Name\n1;Ana\n');
    const layout = await layoutOf(bytes, [2], { encoding: 'iso-2022-jp', delimiter: ';' });
    expect(openAdding(layout)).toBeUndefined();
  });
});

describe('the records of an extract in JSON', () => {
  it('hold the cells as they are, by column where the row fits', async () => {
    const bytes = Buffer.from('__proto__;Name\n01;" =Ana\n"\n\n2\n3;C;\n4;D;x\n');
    const layout = await layoutOf(bytes, [2, 5, 6, 7], { delimiter: ';' });
    let text = '';
    for await (const part of resultRecords(inBlocks(bytes)(), layout, (index) => ({ record: index + 1 }))) text += part;
    expect(JSON.parse(text)).toEqual([
      JSON.parse('{ "record": 1, "values": { "__proto__": "01", "Name": " =Ana\\n" } }'),
      { record: 2, cells: ['2'] },
      JSON.parse('{ "record": 3, "values": { "__proto__": "3", "Name": "C" } }'),
      { record: 4, cells: ['4', 'D', 'x'] },
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import type { ReadOptions } from '../../../../src/core/csv/extractEvent';
import { loadMapping } from '../../../../src/core/mapping/loadMapping';
import { convertToRequests } from '../../../../src/extract/convertToRequests';
import { guessExtract } from '../../../../src/extract/guessExtract';
import { inChunks, marks, readAll } from '../readText';

const inEncoding = (encoding: BufferEncoding, text: string) => Buffer.from(text, encoding);
const MAPPING = 'externalId = [Id]\nuserName = [Id]\nactive = "True"\n';

/** What the conversion says, which reads bytes where it can. */
async function converted(bytes: Uint8Array, encoding: string): Promise<readonly string[]> {
  const loaded = loadMapping(`source csv { encoding = "${encoding}" }\n${MAPPING}`);
  const found: string[] = [];
  for await (const events of convertToRequests(inChunks(bytes, 50_000), loaded))
    for (const event of events) if (event.kind === 'warning') found.push(...marks([event.problem]));
  return found.filter((mark) => mark.startsWith('csv'));
}

describe('an encoding that is stated and is not that of the file', () => {
  it.each(['windows-1252', 'latin1', 'windows-1250', 'cp850', 'macintosh', 'koi8-r'])(
    'is found: %s',
    async (encoding) => {
      const bytes = Buffer.from('Id;Name\r\n1;Ana\r\n2;Zoë\r\n3;Żak\r\n');
      const { problems, records } = await readAll(bytes, { encoding });
      expect(marks(problems)).toEqual(['csv.encoding.misstated@3']);
      expect(problems[0]).toMatchObject({ severity: 'warning', encoding: 'utf-8' });
      expect(records).toHaveLength(3);
      expect(await converted(bytes, encoding)).toEqual(['csv.encoding.misstated@3']);
    },
  );

  it('is found in a file of two bytes a character by longer ones', async () => {
    const bytes = Buffer.from('Id,Name\n1,王伟\n');
    expect(marks((await readAll(bytes, { encoding: 'gb18030' })).problems)).toContain('csv.encoding.misstated@2');
  });

  it('is found after megabytes, once', async () => {
    const bytes = Buffer.from(`Id;Name\n${'1;Ana\n'.repeat(300_000)}2;Zoë\n${'3;Noël\n'.repeat(50_000)}`);
    const expected = ['csv.encoding.misstated@300002'];
    expect(marks((await readAll(bytes, { encoding: 'windows-1252' })).problems)).toEqual(expected);
    expect(await converted(bytes, 'windows-1252')).toEqual(expected);
  });

  it('is found while a mapping is guessed', async () => {
    const bytes = Buffer.from('Id;Name\n1;Zoë\n');
    const guessed = await guessExtract(() => inChunks(bytes, 7), { file: 'a.csv', encoding: 'windows-1252' });
    expect('decided' in guessed ? marks(guessed.decided) : []).toEqual(['csv.encoding.misstated@2']);
  });

  const silent: readonly (readonly [string, Uint8Array, ReadOptions])[] = [
    ['what is stated', inEncoding('latin1', 'Id;Name\n1;Zoë\n2;Größe\n'), { encoding: 'windows-1252' }],
    [
      'letters of both',
      Buffer.concat([inEncoding('latin1', 'Id;Name\n1;Zoë\n'), Buffer.from('2;Ana\n3;Noël\n')]),
      { encoding: 'windows-1252' },
    ],
    ['ASCII', Buffer.from('Id;Name\n1;Zoe\n'), { encoding: 'windows-1252' }],
    ['UTF-8 by its mark', Buffer.from('\uFEFFId;Name\n1;Zoë\n'), { encoding: 'windows-1252' }],
    ['UTF-8 that is stated', Buffer.from('Id;Name\n1;Zoë\n'), { encoding: 'UTF8' }],
    ['UTF-8 that is not stated', Buffer.from('Id;Name\n1;Zoë\n'), {}],
    ['UTF-16', inEncoding('utf16le', 'Id;Name\n1;Zoë\n'), { encoding: 'utf-16le' }],
    // 联通: two characters whose bytes are two of UTF-8 as well
    [
      'GBK that might be UTF-8',
      Buffer.from([...Buffer.from('Id;Name\n1;'), 0xc1 + 3, 0xaa, 0xcd, 0xa8, 10]),
      { encoding: 'gbk' },
    ],
  ];
  it.each(silent)('is not seen in %s', async (_, bytes, options) => {
    expect(marks((await readAll(bytes, options)).problems)).toEqual([]);
  });
});

import { decode } from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { CODE_PAGES } from '../../../../src/extract/encoding/codePages';
import { isEncoding, openDecoding } from '../../../../src/extract/encoding/textDecoding';
import { readExtract } from '../../../../src/extract/readExtract';

const EVERY_BYTE = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));

describe('code pages', () => {
  it.each(Object.keys(CODE_PAGES))('%s is what iconv-lite makes of it, byte for byte', (page) => {
    expect(openDecoding(page, true).decode(EVERY_BYTE)).toBe(decode(EVERY_BYTE, page));
  });

  it.each(['cp850', 'CP850', 'ibm850', 'IBM-850', '850'])('are known as %s', (label) => {
    expect(isEncoding(label)).toBe(true);
    expect(openDecoding(label, true).encoding).toBe('cp850');
  });

  it.each(['cp999', 'ansi', ''])('are not known as %j', (label) => {
    expect(isEncoding(label)).toBe(false);
  });

  it('are read where they are stated', async () => {
    const cells: string[] = [];
    async function* bytes(): AsyncGenerator<Uint8Array> {
      yield await Promise.resolve(Buffer.from('Id;Ort\n1;K\x94ln\n', 'latin1'));
    }
    for await (const events of readExtract(bytes(), { encoding: 'cp437' }))
      for (const event of events) if (event.kind === 'record') cells.push(...event.record.cells);
    expect(cells).toEqual(['1', 'Köln']);
  });
});

describe('encodings of the standard', () => {
  it.each(['windows-1250', 'windows-1251', 'windows-1252', 'windows-1254', 'iso-8859-2', 'iso-8859-15'])(
    '%s is what iconv-lite makes of it, at one go and in parts',
    (label) => {
      const bytes = EVERY_BYTE.subarray(0xa0);
      const own = label === 'windows-1252' ? Buffer.concat([Buffer.from([0x80, 0x8a, 0x9f]), bytes]) : bytes;
      const decoding = openDecoding(label, false);
      expect(decoding.decode(own)).toBe(decode(own, label));
      expect(decoding.decode(own.subarray(0, 2), { stream: true }) + decoding.decode(own.subarray(2))).toBe(
        decode(own, label),
      );
    },
  );
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readImportedText, readText } from '../../../src/files/readText';

const folder = mkdtempSync(join(tmpdir(), 'read-text-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function written(...bytes: readonly Uint8Array[]): string {
  const path = join(folder, 'mapping.psd1');
  writeFileSync(path, Buffer.concat(bytes));
  return path;
}

const TEXT = "@{ title = 'Größe 📏' }\r\n";
const LITTLE = Buffer.from(TEXT, 'utf16le');
const BIG = Buffer.from(LITTLE).swap16();

describe('a mapping of another tool', () => {
  it.each([
    ['UTF-8', [Buffer.from(TEXT)]],
    ['UTF-8 with a mark', [Buffer.of(0xef, 0xbb, 0xbf), Buffer.from(TEXT)]],
    ['UTF-16LE with a mark', [Buffer.of(0xff, 0xfe), LITTLE]],
    ['UTF-16BE with a mark', [Buffer.of(0xfe, 0xff), BIG]],
    ['UTF-16LE', [LITTLE]],
    ['UTF-16BE', [BIG]],
  ])('is read in %s', async (_, bytes) => {
    expect(await readImportedText(written(...bytes))).toBe(TEXT);
  });

  it('may be empty', async () => {
    expect(await readImportedText(written())).toBe('');
  });

  it('is refused where its bytes are not text', async () => {
    await expect(readImportedText(written(Buffer.from(TEXT, 'latin1')))).rejects.toThrow('it is not UTF-8 text.');
    await expect(readImportedText(written(Buffer.of(0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00)))).rejects.toThrow(
      'it is not UTF-16 text. Save it as UTF-8.',
    );
  });
});

describe('other documents', () => {
  it('are UTF-8', async () => {
    await expect(readText(written(Buffer.of(0xff, 0xfe), LITTLE), 'mapping')).rejects.toThrow('it is not UTF-8 text.');
  });
});

import { decode, encode } from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { detectEncoding } from '../../../../src/extract/encoding/detectEncoding';
import { invalidEncoding } from '../../../../src/extract/encoding/encodingProblems';
import type { NamesOfLanguage } from './europeanNames';
import { EUROPEAN_NAMES } from './europeanNames';

const SIZES = [8, 40, 300];

const CASES = EUROPEAN_NAMES.flatMap((names) => SIZES.map((rows) => ({ ...names, rows })));

describe('detectEncoding, of names of Europe as Excel writes them', () => {
  it.each(CASES)('$language, $rows rows', ({ rows, ...names }) => {
    for (let seed = 1; seed <= 5; seed++) {
      const text = extractOf(names, rows, seed);
      const bytes = encode(text, names.encoding);
      const found = detectEncoding(bytes);
      expect(found).toBeDefined();
      const texts = [found?.encoding, found?.or].flatMap((encoding) =>
        encoding === undefined ? [] : [decode(bytes, encoding)],
      );
      // The right letters, or two encodings including the right one; many rows leave no doubt
      expect(rows === 300 ? texts.slice(0, 1) : texts).toContain(text);
    }
  });
});

it('names both encodings where the letters fit both', () => {
  const { message, encoding, orEncoding } = invalidEncoding('utf-8', encode('id;name\n1;Yıldız\n', 'windows-1254'));
  expect([encoding, orEncoding]).toEqual(['windows-1252', 'windows-1254']);
  expect(message).toContain('looks like windows-1252 or windows-1254 (its letters fit both)');
});

function extractOf(names: NamesOfLanguage, rows: number, seed: number): string {
  let state = seed * 7919;
  const pick = (words: string): string => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    const all = words.split(' ');
    return all[Math.floor((state / 2_147_483_648) * all.length)] ?? '';
  };
  const lines = Array.from(
    { length: rows },
    (_, row) => `${row + 1};${pick(names.given)};${pick(names.family)};${pick(names.towns)};u${row}@corp.example`,
  );
  return `id;given;family;town;mail\n${lines.join('\n')}\n`;
}

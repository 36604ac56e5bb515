import { describe, expect, it } from 'vitest';
import { UnmappedDamage } from '../../../../src/core/convert/damage/unmappedDamage';

/** What is said of one record: each code with its column. */
function said(cells: readonly string[]): readonly string[] {
  const damage = new UnmappedDamage(['Nr', 'Name']);
  damage.add({ cells, number: 1, line: 2 });
  return damage.problems.map(({ code, column }) => `${column ?? ''} ${code}`);
}

describe('damage of an extract without a mapping', () => {
  it.each([
    ['a no-break space in an identifier', ['\u00a071', 'Ana'], ['Nr value.hidden-char']],
    ['a space after an identifier', ['71 ', 'Ana'], ['Nr value.hidden-char']],
    ['a space of no width', ['71', 'An\u200ba'], ['Name value.hidden-char']],
    ['a byte order mark', ['71', '\ufeffAna'], ['Name value.hidden-char']],
    ['a soft hyphen', ['71', 'An\u00ada'], ['Name value.hidden-char']],
    ['a joiner between Latin letters', ['71', 'An\u200da'], ['Name value.hidden-char']],
    ['a lost letter', ['71', 'Jos\ufffd'], ['Name value.replacement-char']],
    ['an escape', ['71', '\u001b[1m'], ['Name value.control']],
    ['a control character of C1', ['71', 'a\u0085b'], ['Name value.control']],
    ['an override', ['71', 'a\u202eb'], ['Name value.bidi']],
    ['UTF-8 read as Windows-1252', ['71', 'Ren\u00c3\u00a9'], ['Name value.mojibake']],
  ])('names %s', (_, cells, expected) => {
    expect(said(cells)).toEqual(expected);
  });

  it.each([
    ['accents', ['71', 'Zoë Ångström-Łuk']],
    ['a no-break space in a text', ['71', 'Jean\u00a0Luc']],
    ['spaces around a text', ['71', ' Ana ']],
    ['a space of East Asia', ['71', '山田\u3000太郎']],
    ['a non-joiner of Persian', ['71', 'می\u200cخواهم']],
    ['a joiner of Sinhala', ['71', 'ශ්\u200dරී']],
    ['an emoji that is joined', ['71', '👩\u200d💻 desk']],
    ['line breaks and tabs', ['71', 'Main St 1\n\tFloor 2']],
    ['what a spreadsheet shows, which a mapping may take for empty', ['71', '#N/A']],
    ['empty cells', ['', '']],
  ])('is silent about %s', (_, cells) => {
    expect(said(cells)).toEqual([]);
  });

  it('counts a kind once for each column, at its first line', () => {
    const damage = new UnmappedDamage(['Nr', 'Name']);
    for (let number = 1; number <= 3; number++)
      damage.add({ cells: [String(number), 'x\ufffd'], number, line: number + 4 });
    expect(damage.problems).toMatchObject([{ severity: 'warning', line: 5, record: 1, column: 'Name' }]);
    expect(damage.problems[0]?.message).toContain('3 cells');
  });
});

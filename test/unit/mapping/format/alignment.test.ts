import { describe, expect, it } from 'vitest';
import { formatMapping } from '../../../../src/core/mapping/format/formatMapping';
import { parseMapping } from '../../../../src/core/mapping/syntax/parseMapping';
import { applyEdits } from '../../../../src/core/text/textEdit';

const format = (text: string) => applyEdits(text, formatMapping(parseMapping(text)));

/** A path of so many characters. */
const path = (length: number) => `urn:x:y:${'a'.repeat(length - 8)}`;

describe('what is aligned in a mapping', () => {
  it.each([
    [40, 'title'.padEnd(40)],
    [41, 'title'],
  ])('are paths of up to 40 characters: %i', (length, title) => {
    expect(format(`${path(length)}=[A]\ntitle=[B]`)).toBe(`${path(length)} = [A]\n${title} = [B]\n`);
  });

  it.each([
    [24, ' '.repeat(24)],
    [25, ''],
  ])('are decorators and comments that would else be up to 24 characters apart: %i', (length, blanks) => {
    const long = `[${'A'.repeat(length + 1)}]`;
    expect(format(`title=${long}@empty(null)\ntitle=[B]@empty(null)`)).toBe(
      `title = ${long}  @empty(null)\ntitle = [B]${blanks}  @empty(null)\n`,
    );
    expect(format(`title=${long}# a\ntitle=[B]# b`)).toBe(`title = ${long}  # a\ntitle = [B]${blanks}  # b\n`);
  });

  it.each([
    ['comments of a block with those of its rules', 'name { # a\nx=[A] # b\n}', 'name {     # a\n  x = [A]  # b\n}\n'],
    [
      'no comments over an empty line',
      'title=[A] # a\n\nactive=[BCD] # b',
      'title = [A]  # a\n\nactive = [BCD]  # b\n',
    ],
    ['no comments over a rule without one', 'x=[A] # a\nx=[B]\nx=[CDE] # c', 'x = [A]  # a\nx = [B]\nx = [CDE]  # c\n'],
    ['no rules over a block', 'x=[A]\nname{y=[B]}\nactive=[C]', 'x = [A]\nname { y = [B] }\nactive = [C]\n'],
    [
      'tails with the last line of an expression',
      'x=F(\n[A]) @empty(null)\ny=[B] @empty(null)',
      'x = F(\n    [A])  @empty(null)\ny = [B]   @empty(null)\n',
    ],
  ])('%s', (_, text, formatted) => {
    expect(format(text)).toBe(formatted);
    expect(format(formatted)).toBe(formatted);
  });

  it.each([
    ['a\r\nb\nc\r\n', '\r\n'],
    ['a\r\nb\nc\n', '\n'],
  ])('has the line end that most lines have: %j', (lines, end) => {
    const text = lines.replace(/[abc]/g, 'x=[$&]');
    expect(format(text)).toContain(`x = [c]${end}`);
  });
});

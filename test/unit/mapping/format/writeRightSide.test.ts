import { describe, expect, it } from 'vitest';
import { formatMapping } from '../../../../src/core/mapping/format/formatMapping';
import { parseMapping } from '../../../../src/core/mapping/syntax/parseMapping';
import { applyEdits } from '../../../../src/core/text/textEdit';

const format = (text: string) => applyEdits(text, formatMapping(parseMapping(text)));
/** What formatting gives; the same when it is done again. */
function formatted(text: string): string {
  const once = format(text);
  expect(format(once)).toBe(once);
  return once;
}

describe('a Switch', () => {
  const words = ['Permanent', 'Temporary', 'Parental leave', 'Retired', 'Dismissed'];
  const pairs = words.map((word, index) => `"${word}", "${index < 3 ? 'True' : 'False'}"`);

  it('that makes its line longer than 100 characters has a line for each pair', () => {
    expect(formatted(`active = Switch([Kind], , ${pairs.join(', ')})\n`)).toBe(
      `active = Switch([Kind], ,\n    ${pairs.join(',\n    ')})\n`,
    );
  });

  it('of up to 100 characters stays on its line', () => {
    const filled = (length: number) => {
      const empty = 'active = Switch([Kind], , "In", "True", "", "False")';
      return `${empty.replace('""', `"${'x'.repeat(length - empty.length)}"`)}\n`;
    };
    expect(formatted(filled(100))).toBe(filled(100));
    expect(formatted(filled(101)).split('\n')).toHaveLength(4);
  });

  it('is broken in a block, in another call and with comments', () => {
    const inner = `Switch([Kind], "other", ${words.map((word) => `"${word}", "${word.slice(0, 3)}"`).join(', ')})`;
    const text = `name {\n  honorificPrefix = ToUpper(${inner})  # by contract\n}\n`;
    expect(formatted(text)).toBe(
      [
        'name {',
        '  honorificPrefix = ToUpper(Switch([Kind], "other",',
        ...words.map(
          (word, index) =>
            `        "${word}", "${word.slice(0, 3)}"${index < words.length - 1 ? ',' : '))  # by contract'}`,
        ),
        '}',
        '',
      ].join('\n'),
    );
  });

  it('has its own line breaks kept where no line is too long', () => {
    const text = 'active = Switch([Kind], , "In", "True",\n    "Out", "False")\n';
    expect(formatted(text)).toBe(text);
  });
});

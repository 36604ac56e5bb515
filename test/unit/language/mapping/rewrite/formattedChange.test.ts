import { describe, expect, it } from 'vitest';
import { span } from '../../../../../src/core/text/span';
import { applyEdits } from '../../../../../src/core/text/textEdit';
import { formattedChange } from '../../../../../src/language/mapping/rewrite/formattedChange';

/** The text when `from` has been replaced, once, with what is formatted around it. */
function change(text: string, from: string, newText: string) {
  const start = text.indexOf(from);
  return applyEdits(text, formattedChange(text, [{ span: span(start, start + from.length), newText }]));
}

describe('formattedChange', () => {
  it('formats the paragraph that it touches, and leaves the others', () => {
    const text = 'title=[T]\n\nuserName = [U]\nactive   = [A]\n\nnickName=[N]\n';
    expect(change(text, 'userName', 'externalId')).toBe(
      'title=[T]\n\nexternalId = [U]\nactive     = [A]\n\nnickName=[N]\n',
    );
  });

  it('leaves one empty line where a paragraph was', () => {
    expect(change('title = [T]\n\nuserName = [U]\n\nactive = [A]\n', 'userName = [U]\n', '')).toBe(
      'title = [T]\n\nactive = [A]\n',
    );
  });

  it('finds its way in a block that is too long to be formatted whole', () => {
    const paragraph = (number: number) => `  a${number} = [A]\n  b${number}  =  [B]  # ${'x'.repeat(40)}\n\n`;
    const block = (middle: string) =>
      `schema urn:a:b:c {\n${Array.from({ length: 60 }, (_, number) => (number === 30 ? middle : paragraph(number))).join('')}}\n`;
    const text = block('  here = [A]\n  b = [B]\n\n');
    expect(change(text, 'here', 'longer')).toBe(block('  longer = [A]\n  b      = [B]\n\n'));
  });

  it('gives no edit where nothing changes', () => {
    expect(formattedChange('title = [T]\n', [{ span: span(0, 5), newText: 'title' }])).toEqual([]);
  });
});

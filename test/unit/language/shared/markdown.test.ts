import { describe, expect, it } from 'vitest';
import { code, quotedCode, table, visible } from '../../../../src/language/shared/markdown';

describe('visible', () => {
  it.each([
    ['a\tb\r\nc', 'a\\tb\\r\\nc'],
    ['a\u202eb\ufeff', 'a\\u{202e}b\\u{feff}'],
    ['Zoë 😀', 'Zoë 😀'],
    ['123456789', '12345678…'],
    ['1234567😀', '1234567…'],
  ])('%j', (text, shown) => {
    expect(visible(text, 8)).toBe(shown);
  });
});

describe('code', () => {
  it.each([
    ['a', '`a`'],
    ['', '`  `'],
    [' a', '`  a `'],
    ['`', '`` ` ``'],
    ['a``b`c', '```a``b`c```'],
  ])('%j', (text, markdown) => {
    expect(code(text)).toBe(markdown);
  });

  it('cuts a quoted value inside its quotes', () => {
    expect(quotedCode('123456', 3)).toBe('`"123…"`');
  });
});

describe('table', () => {
  it('keeps bars inside their cells', () => {
    expect(table(['a|b'], [[code('c|d')]])).toBe('| a\\|b |\n| --- |\n| `c\\|d` |');
  });
});

import { describe, expect, it } from 'vitest';
import type { Markdown } from '../../../../src/language/shared/markdown';
import {
  bulletList,
  code,
  codeBlock,
  link,
  paragraphs,
  prose,
  quotedCode,
  table,
  words,
} from '../../../../src/language/shared/markdown';
import { dangersOfMarkdown, shapeOfMarkdown } from '../../../support/dangers';
import { HOSTILE_TEXTS } from '../../../support/hostileTexts';

describe('code', () => {
  it.each([
    ['a', '`a`'],
    ['', '`  `'],
    [' a', '`  a `'],
    ['`', '`` ` ``'],
    ['a``b`c', '```a``b`c```'],
    ['a|b', '`a`&#124;`b`'],
    ['\\|', '`\\`&#124;'],
  ])('%j', (text, markdown) => {
    expect(code(text)).toBe(markdown);
  });

  it('cuts a quoted value inside its quotes', () => {
    expect(quotedCode('123456', 3)).toBe('`"123…"`');
  });
});

describe('prose', () => {
  it.each([
    ['The line is 7.', 'The line is 7&#46;'],
    ['a_b *c*', 'a&#95;b &#42;c&#42;'],
    ['see https://a.b/c now', 'see `https://a.b/c` now'],
    ['ask who@a.b', 'ask `who@a.b`'],
    ['ask "who@a.b".', 'ask `"who@a.b".`'],
    ['before the "@".', 'before the "&#64;"&#46;'],
    ['  # a  b', '&#35; a b'],
    ['a\nb', 'a&#92;nb'],
  ])('%j', (text, markdown) => {
    expect(prose(text)).toBe(markdown);
  });
});

it('writes counts as people read them, and only Markdown of ours between words', () => {
  expect(words`${1_234} of ${code('x')}`).toBe('1,234 of `x`');
});

it('encodes what would end the address of a link', () => {
  expect(link(words`line 1`, 'command:a?%5B(1)|" x')).toBe('[line 1](command:a?%5B%281%29%7c"%20x)');
});

it('keeps a fence that its text cannot close', () => {
  expect(shapeOfMarkdown(codeBlock('```\n![p](https://a.b/)\n```\u202e'))).toBe('code');
});

/** Everything that a text can be put into, and places to put it at. */
const PLACES: Readonly<Record<string, (text: string) => Markdown>> = {
  'code at the start of a line': (text) => code(text),
  'code, uncut': (text) => code(text, Infinity),
  'code in a template': (text) => words`The value ${quotedCode(text, 200)} of ${code(text)} is **${code(text)}** here.`,
  'a heading': (text) => words`## ${code(text)}: created`,
  'prose at the start of a line': (text) => prose(text),
  'prose in a template': (text) => words`**Why** ${prose(text)}`,
  paragraphs: (text) => paragraphs(prose(text), code(text), prose(text)),
  'a list': (text) => bulletList([code(text), words`${code(text)}: ${prose(text)}`]),
  'a table': (text) =>
    table(
      [code(text, 40), words`records`],
      [
        [quotedCode(text), words`7`],
        [words`*error:* ${code(text, 200)} ${quotedCode(text)}`, prose(text)],
      ],
    ),
};

describe.each(Object.entries(PLACES))('in %s', (_, put) => {
  it('every hostile text is text, and leaves what is around it as it is', () => {
    const shape = shapeOfMarkdown(put('x'));
    for (const text of HOSTILE_TEXTS) {
      const markdown = put(text);
      expect(dangersOfMarkdown(markdown), text.slice(0, 100)).toEqual([]);
      expect(shapeOfMarkdown(markdown), text.slice(0, 100)).toBe(shape);
    }
  });
});

import { describe, expect, it } from 'vitest';
import { importPsd1 } from '../../../src/core/import/importPsd1';
import { loadMapping } from '../../../src/core/mapping/loadMapping';
import { checkPayloadText } from '../../../src/core/payload/checkPayloadText';

const LONG = 100_000;
const long = (character: string) => character.repeat(LONG);

describe('a message quotes a piece of a long text', () => {
  it.each([
    ['NUL', long('\0')],
    ['a name', long('x')],
    ['a quote', `title = "${long('"')}`],
    ['a column', `title = [${long('x')}`],
    ['a function', `title = ${long('x')}([A])`],
    ['a setting', `source csv { ${long('x')} = 1 }`],
    ['a value of a setting', `source csv { empty = ${long('x')} }`],
    ['a kind of source', `source ${long('x')} { }`],
    ['an attribute', `${long('x')} = [A]`],
    ['a decorator', `title = [A] @${long('x')}`],
    ['a schema', `schema ${long('x')} { a = [A] }`],
    ['a filter', `emails[${'type eq "x" and '.repeat(9000)}type eq "x"].value = [A]\n`.repeat(2)],
    ['a comment that silences', `title = [A] # ignore ${long('x')}`],
  ])('%s of a mapping', (_, text) => {
    const { problems } = loadMapping(text, { columns: ['A'] });
    expect(problems).not.toEqual([]);
    for (const { message } of problems) expect(message.length).toBeLessThan(1100);
  });

  it.each([
    ['a member', `{"${long('x')}":1}`],
    ['a member twice', `{"${long('x')}":1,"${long('x')}":1}`],
    ['a word', `{"a":${long('x')}}`],
    ['a schema', `{"schemas":["urn:${long('x')}"]}`],
  ])('%s of a payload', (_, text) => {
    for (const { message } of checkPayloadText(text).problems) expect(message.length).toBeLessThan(1100);
  });

  it('keeps what the message says around it', () => {
    const [problem] = loadMapping(long('\0')).problems.filter(({ code }) => code === 'mapping.syntax');
    expect(problem?.message).toMatch(/…/);
    expect(problem?.message.length).toBeLessThan(200);
  });

  it('a key of CSV2SCIM', () => {
    const { problems } = importPsd1(`@{ ${long('x')} = 'a' }`);
    expect(problems).not.toEqual([]);
    for (const { message } of problems) expect(message.length).toBeLessThan(1100);
  });
});

import { afterAll, describe, expect, it } from 'vitest';
import { objectWith, textLike } from '../support/matchers';
import { jsonLines, Workplace } from './support/runCli';

const place = new Workplace();
afterAll(() => place.remove());

describe('evaluate', () => {
  it.each([
    ['Join("-", [a], "b")', '{"a":"x"}', 0, '{"value":"x-b"}'],
    ['ToLower([a])', '{}', 0, '{"value":null}'],
    ['IIF([a] = "1", [b], IgnoreAttributeFlow)', '{"a":"2"}', 0, '{"directive":"IgnoreAttributeFlow"}'],
  ])('%s of %s', async (expression, record, code, out) => {
    expect(await place.run(['evaluate', expression, '--record', record])).toEqual({ code, out: `${out}\n`, err: '' });
  });

  it.each([
    ['ToLower([a]', 'E_PARSE', 7],
    ['  Tolwer([a])', 'E_UNKNOWN_FUNCTION', 2],
    ['ToLower()', 'E_ARITY', 0],
    ['FormatDateTime([a], , "yyyy", "yyyy")', 'E_DATE', 0],
  ])('%s is the error %s at %d, and exit code 1', async (expression, code, offset) => {
    const ended = await place.run(['evaluate', expression, '--record', '{"a":"x"}']);
    expect(ended).toMatchObject({ code: 1, err: '' });
    expect(jsonLines(ended.out)).toEqual([{ error: { code, message: textLike(/.+/), offset } }]);
  });
});

describe('evaluate --stdin', () => {
  it('refuses a line that may never end', async () => {
    const { code, err } = await place.run(['evaluate', '--stdin'], '\0'.repeat(11 * 1024 * 1024));
    expect(code).toBe(2);
    expect(err).toContain('A line of standard input is longer than 10 MiB.');
  });

  const ask = (expression: string, source: object) => `${JSON.stringify({ expression, source, context: {} })}\n`;

  it('answers one line each, in order, even if one of them fails', async () => {
    const asked = Array.from({ length: 300 }, (_, index) =>
      index % 3 === 0 ? ask('Nothing(', {}) : ask('Join("", [n], "!")', { n: String(index) }),
    );
    const { code, out, err } = await place.run(['evaluate', '--stdin'], asked.join(''));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const answers = jsonLines(out);
    expect(answers).toHaveLength(300);
    for (const [index, answer] of answers.entries())
      expect(answer).toEqual(index % 3 === 0 ? { error: objectWith({ code: 'E_PARSE' }) } : { value: `${index}!` });
  });

  it('answers the lines after one that would make too much', async () => {
    const nested = Array.from({ length: 9 }).reduce<string>(
      (inner) => `Replace(${inner}, "x", , , "xxxxxxxxxxxx", , )`,
      '[n]',
    );
    const { code, out } = await place.run(
      ['evaluate', '--stdin'],
      ask(nested, { n: 'xxx' }) + ask(nested, { n: 'y' }) + ask('ToUpper([n])', { n: 'z' }),
    );
    expect(code).toBe(0);
    expect(jsonLines(out)).toEqual([{ error: objectWith({ code: 'E_SIZE' }) }, { value: 'y' }, { value: 'Z' }]);
  });

  it('takes CR LF, a last line without an end, and characters that only look like line ends', async () => {
    const input =
      ask('ToLower([a])', { a: 'A\u2028B\u0085C' }).replace('\n', '\r\n') + ask('ToLower("Z")', {}).trimEnd();
    const { out } = await place.run(['evaluate', '--stdin'], input);
    expect(jsonLines(out)).toEqual([{ value: 'a\u2028b\u0085c' }, { value: 'z' }]);
  });

  it('reports a usage error for a line that is not a question', async () => {
    const { code, out, err } = await place.run(['evaluate', '--stdin'], `${ask('ToLower("A")', {})}[]\n`);
    expect(code).toBe(2);
    expect(jsonLines(out)).toEqual([{ value: 'a' }]);
    expect(err).toContain('Every line of standard input must be an object');
  });
});

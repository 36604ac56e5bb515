import { describe, expect, it } from 'vitest';
import { ProblemPrinter } from '../../../../src/cli/terminal/problemPrinter';
import { MAX_LISTED } from '../../../../src/core/problems/listed';
import type { RecordProblem } from '../../../../src/core/problems/problem';
import { codeOf } from '../../../support/codeOf';
import { silentTerminal } from '../../../support/silentTerminal';

function problem(severity: RecordProblem['severity'], line = 2): RecordProblem {
  return { code: codeOf('x'), severity, message: 'So it is.', line };
}

/** The lines on standard error after so many refused rows and then, perhaps, something fatal. */
async function linesAfter(count: number, json: boolean, fatal = false): Promise<readonly string[]> {
  const lines: string[] = [];
  const terminal = silentTerminal({
    out: () => Promise.reject(new Error('problems are not results')),
    data: () => Promise.reject(new Error('problems are not results')),
    err: async (text) => void lines.push(text),
  });
  const printer = new ProblemPrinter(terminal, { extract: 'a.csv', showValues: false }, json);
  for (let line = 1; line <= count; line++) await printer.print(problem(line % 2 === 0 ? 'row' : 'warning', line));
  if (fatal) await printer.print(problem('fatal', count + 1));
  await printer.finish();
  return lines;
}

describe('ProblemPrinter', () => {
  it.each([
    [0, 0, undefined],
    [1, 1, undefined],
    [MAX_LISTED, MAX_LISTED, undefined],
    [MAX_LISTED + 1, MAX_LISTED, 'and 1 more\n'],
    [MAX_LISTED + 12_345, MAX_LISTED, 'and 12,345 more\n'],
  ])('of %i problems lists %i, then says %j', async (count, listed, last) => {
    const lines = await linesAfter(count, false);
    expect(lines).toHaveLength(listed + (last === undefined ? 0 : 1));
    expect(lines.slice(0, listed).every((line) => line.endsWith(' So it is. [x]\n'))).toBe(true);
    if (last !== undefined) expect(lines.at(-1)).toBe(last);
  });

  it('writes an object a line as JSON', async () => {
    const lines = await linesAfter(MAX_LISTED + 2, true);
    expect(lines[0]).toBe('{"code":"x","severity":"warning","line":1,"message":"So it is."}\n');
    expect(lines.at(-1)).toBe('{"more":2}\n');
  });

  it('always prints what is fatal, and does not count it among the others', async () => {
    expect((await linesAfter(MAX_LISTED + 2, false, true)).slice(MAX_LISTED)).toEqual([
      `a.csv:${MAX_LISTED + 3}: fatal: So it is. [x]\n`,
      'and 2 more\n',
    ]);
  });
});

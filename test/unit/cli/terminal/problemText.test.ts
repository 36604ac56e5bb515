import { describe, expect, it } from 'vitest';
import { printable } from '../../../../src/core/text/printable';
import { problemObject, problemText } from '../../../../src/cli/terminal/problemText';
import { loadMapping } from '../../../../src/core/mapping/loadMapping';
import type { RecordProblem } from '../../../../src/core/problems/problem';
import { codeOf } from '../../../support/codeOf';

const TEXT = 'externalId = [Id]\n  active = [Active]\n';
const PROBLEM: RecordProblem = {
  code: codeOf('value.bool.unknown'),
  severity: 'row',
  message: 'active: neither.',
  line: 7,
  record: 6,
  column: 'Active',
  path: 'active',
  value: 'Sabbatical',
  rule: { start: TEXT.indexOf('active'), end: TEXT.length },
};
const mapping = { path: 'm.scimmap', loaded: loadMapping(TEXT) };

describe('visible', () => {
  it.each([
    ['plain, with ümlauts and 😀', 'plain, with ümlauts and 😀'],
    ['\u001b[31mred', '\\u001b[31mred'],
    ['a\nb\r\tc', 'a\\u000ab\\u000d\\u0009c'],
    ['\u0000\u007f\u009b', '\\u0000\\u007f\\u009b'],
    ['user\u202efdp.exe', 'user\\u202efdp.exe'],
    ['\u2066x\u2069', '\\u2066x\\u2069'],
    ['', ''],
  ])('%j', (text, shown) => {
    expect(printable(text)).toBe(shown);
  });
});

describe('problemText', () => {
  it('says what, where, and which rule', () => {
    expect(problemText(PROBLEM, { extract: 'a.csv', mapping, showValues: false })).toBe(
      'a.csv:7: row: active: neither. (column Active, rule m.scimmap:2:3) [value.bool.unknown]',
    );
  });

  it("shows people's values only when asked", () => {
    expect(problemText(PROBLEM, { extract: 'a.csv', mapping, showValues: true })).toContain(', value "Sabbatical")');
    const quiet = { extract: 'a.csv', mapping, showValues: false };
    expect(problemText(PROBLEM, quiet) + JSON.stringify(problemObject(PROBLEM, quiet))).not.toContain('Sabbatical');
  });

  it('leaves out what is not known', () => {
    const problem: RecordProblem = { code: codeOf('csv.empty'), severity: 'fatal', message: 'Nothing.' };
    expect(problemText(problem, { extract: '-', showValues: true })).toBe('-: fatal: Nothing. [csv.empty]');
    expect(JSON.stringify(problemObject(problem, { extract: '-', showValues: false }))).toBe(
      '{"code":"csv.empty","severity":"fatal","message":"Nothing."}',
    );
  });

  it('lets nothing of the extract be obeyed by a terminal', () => {
    const problem = { ...PROBLEM, message: '\u001b]0;x\u0007', column: 'a\u001bb', value: '\u001b[2J' };
    // JSON escapes what is below the blank; what is above must be escaped too
    expect(problemText({ ...problem, value: '\u009b2J' }, { extract: 'a.csv', mapping, showValues: true })).not.toMatch(
      /\p{Cc}/u,
    );
    expect(problemText(problem, { extract: 'a.csv', mapping, showValues: true })).not.toMatch(/\p{Cc}/u);
  });
});

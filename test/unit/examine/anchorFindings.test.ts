import { describe, expect, it } from 'vitest';
import { anchorFindings } from '../../../src/core/examine/anchorFindings';
import { loadMapping } from '../../../src/core/mapping/loadMapping';
import type { ValueFinding } from '../../../src/core/examine/valueFinding';
import { codeOf } from '../../support/codeOf';

function finding(ruleText: string, part: string, occurrence = 0): ValueFinding {
  const start = ruleText.indexOf(part);
  const span = { start, end: start + part.length };
  return {
    code: codeOf('value.date.invalid'),
    severity: 'error',
    message: 'Hm.',
    ruleText,
    occurrence,
    span,
    count: 3,
  };
}

/** `offset text` of each place. */
function placesOf(text: string, findings: readonly ValueFinding[]): readonly string[] {
  return anchorFindings(loadMapping(text), findings).map(
    ({ span, code }) => `${span.start} ${text.slice(span.start, span.end)} ${code}`,
  );
}

describe('anchorFindings', () => {
  it.each([
    ['at a rule', 'title = [T]', [finding('title = [T]', '[T]')], ['8 [T] value.date.invalid']],
    [
      'at a rule that has moved',
      '# new\n\ntitle = [T]',
      [finding('title = [T]', '[T]')],
      ['15 [T] value.date.invalid'],
    ],
    ['in a group', 'name {\n  givenName = [G]\n}', [finding('givenName = [G]', '[G]')], ['21 [G] value.date.invalid']],
    ['at a condition', 'where [A] <> "x"', [finding('where [A] <> "x"', '[A]')], ['6 [A] value.date.invalid']],
    ['at the first line', 'title = [T]\nnickName = [N]', [finding('', '')], ['0 title = [T] value.date.invalid']],
    ['nowhere when the rule has been rewritten', 'title = [U]', [finding('title = [T]', '[T]')], []],
    ['nowhere when the rule has gone', '', [finding('title = [T]', '[T]')], []],
  ])('%s', (_, text, findings, expected) => {
    expect(placesOf(text, findings)).toEqual(expected);
  });

  it('tells rules with the same text apart', () => {
    const text = 'emails[type eq "work"] { value = [V] }\nphoneNumbers[type eq "work"] { value = [V] }\ntitle = [T]';
    const places = [0, 1, 2].map((occurrence) => placesOf(text, [finding('value = [V]', '[V]', occurrence)]));
    expect(places).toEqual([['33 [V] value.date.invalid'], ['78 [V] value.date.invalid'], []]);
  });

  it('keeps message, severity and data', () => {
    const [found] = anchorFindings(loadMapping('title = [T]'), [
      { ...finding('title = [T]', '[T]'), severity: 'warning', data: { example: 'x' } },
    ]);
    expect(found).toEqual({
      code: 'value.date.invalid',
      severity: 'warning',
      message: 'Hm.',
      span: { start: 8, end: 11 },
      data: { example: 'x' },
    });
  });
});

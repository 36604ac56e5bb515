import { describe, expect, it } from 'vitest';
import { problemKinds } from '../../../src/core/catalogue/problemKinds';
import type { Problem } from '../../../src/core/problems/problem';
import { isBlocking } from '../../../src/core/problems/problemKind';
import type { ProblemLevels } from '../../../src/core/problems/problemLevels';
import { review } from '../../../src/core/problems/review';
import { codeOf } from '../../support/codeOf';

function problem(code: string, severity: Problem['severity']): Problem {
  return { code: codeOf(code), severity, message: '', span: { start: 0, end: 0 } };
}

const reviewed = (code: string, severity: Problem['severity'], levels: ProblemLevels) =>
  review([problem(code, severity)], levels).map((one) => one.severity);

describe('review', () => {
  it.each([
    ['payload.null-value', 'information', 'error'],
    ['job.anchor', 'error', 'warning'],
    ['mapping.element-not-work', 'warning', 'information'],
    ['value.missing', 'error', 'off'],
  ] as const)('gives %s, %s as found, the level %s', (code, severity, level) => {
    expect(reviewed(code, severity, { [code]: level })).toEqual(level === 'off' ? [] : [level]);
    expect(reviewed(code, severity, {})).toEqual([severity]);
  });

  it.each(problemKinds.filter(({ blocking }) => blocking === true).map(({ code }) => code))(
    'keeps an error of %s, and takes away what is found of it as less',
    (code) => {
      expect(reviewed(code, 'error', { [code]: 'off' })).toEqual(['error']);
      expect(reviewed(code, 'error', { [code]: 'warning' })).toEqual(['error']);
      expect(reviewed(code, 'warning', { [code]: 'off' })).toEqual([]);
    },
  );

  it('knows of each kind whether a text can be used with it', () => {
    const blocking = problemKinds.filter(({ code }) => isBlocking({ code, severity: 'error' }));
    expect(blocking).toEqual(problemKinds.filter((kind) => kind.blocking === true));
    expect(blocking.length).toBeGreaterThan(30);
    expect(blocking.length).toBeLessThan(problemKinds.length);
  });

  it.each([
    ['warning', 'error', 'error'],
    ['warning', 'information', 'warning'],
    ['warning', 'off', 'warning'],
    ['information', 'information', 'information'],
    ['information', 'warning', 'warning'],
  ] as const)('raises what was found as %s to at least %s', (severity, atLeast, level) => {
    expect(reviewed('mapping.unused-column', severity, { 'mapping.unused-column': { atLeast } })).toEqual([level]);
  });

  it('does not read what every object has as a level', () => {
    const odd = problem('constructor', 'warning');
    expect(review([odd], {})).toEqual([odd]);
  });
});

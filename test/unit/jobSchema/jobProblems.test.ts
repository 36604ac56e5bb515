import { describe, expect, it } from 'vitest';
import { jobProblemKinds } from '../../../src/core/jobSchema/jobProblemKinds';
import { loadJobSchema } from '../../../src/core/jobSchema/loadJobSchema';
import { readJsonText } from '../../../src/core/json/readJsonText';
import { expressionProblemKinds } from '../../../src/core/expression/problemKinds';
import { jobProblemCases } from './jobProblemCases';
import { changedJob } from './smallJob';

const problemsOf = (text: string) => loadJobSchema(readJsonText(text)).problems;

const cases = Object.entries(jobProblemCases).flatMap(([code, { fires, silent }]) => [
  ...Object.entries(fires).map(([what, change]) => ({ code, what, change, found: true })),
  ...Object.entries(silent).map(([what, change]) => ({ code, what, change, found: false })),
]);

describe('each kind of problem of job schemas', () => {
  it.each(cases)('$code: $what: $found', ({ code, change, found }) => {
    const text = changedJob(change);
    const problems = problemsOf(text);
    const codes = problems.map((problem): string => problem.code);
    expect(codes.includes(code), codes.join(', ')).toBe(found);
    for (const { span, severity, ...problem } of problems) {
      expect(0 <= span.start && span.start < span.end && span.end <= text.length).toBe(true);
      const kind = [...jobProblemKinds, ...expressionProblemKinds].find((one) => one.code === problem.code);
      expect(severity).toBe(kind?.severity);
    }
  });

  it('has a case that fires and one that stays silent', () => {
    const lacking = jobProblemKinds
      .map(({ code }) => code)
      .filter((code) => {
        const own = jobProblemCases[code];
        return Object.keys(own?.fires ?? {}).length === 0 || Object.keys(own?.silent ?? {}).length === 0;
      });
    expect(lacking).toEqual([]);
    expect(Object.keys(jobProblemCases).sort()).toEqual(jobProblemKinds.map(({ code }) => code));
  });

  it.each(jobProblemKinds)(
    'says what, why and what to do of $code',
    ({ code, title, explanation, remedy, example }) => {
      expect(code).toMatch(/^job(\.[a-z-]+)+$/);
      expect(title).toMatch(/^[A-Z].*[^.]$/);
      expect(explanation).toMatch(/\.$/);
      expect(remedy).toMatch(/\.$/);
      expect(JSON.parse(`{${example.wrong}}`)).not.toEqual(JSON.parse(`{${example.right}}`));
    },
  );
});

describe('the small schema of these tests', () => {
  it('has nothing wrong with it', () => {
    expect(problemsOf(changedJob(() => undefined))).toEqual([]);
  });
});

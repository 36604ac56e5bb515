import { describe, expect, it } from 'vitest';
import { problemKindOf } from '../../../../src/core/catalogue/problemKinds';
import { checkPayloadText } from '../../../../src/core/payload/checkPayloadText';
import { payloadCheckKinds } from '../../../../src/core/payload/payloadProblemKinds';
import type { Problem } from '../../../../src/core/problems/problem';
import { KNOWLEDGE, operations, payloadCases, requestText } from '../payloadCases';

function problemsIn(text: string): readonly Problem[] {
  return checkPayloadText(text, KNOWLEDGE).problems;
}

const codesIn = (text: string): readonly string[] => problemsIn(text).map(({ code }) => code);

const cases = Object.entries(payloadCases).flatMap(([code, { of, fires, silent }]) => [
  ...fires.map((members) => ({ code, of, members, found: true })),
  ...silent.map((members) => ({ code, of, members, found: false })),
]);

describe('each kind of problem', () => {
  it.each(cases)('$code in $members of a $of: $found', ({ code, of, members, found }) => {
    const codes = codesIn(requestText(of, members));
    expect(codes.includes(code), codes.join(', ')).toBe(found);
  });

  it.each(cases)('is as grave as it says, or less, and has its place: $members', ({ of, members }) => {
    const ranks = ['information', 'warning', 'error'];
    const text = requestText(of, members);
    for (const { code, severity, span, message } of problemsIn(text)) {
      expect(ranks.indexOf(severity), code).toBeLessThanOrEqual(ranks.indexOf(problemKindOf(code)?.severity ?? ''));
      expect(span.start, code).toBeLessThan(span.end);
      expect(span.end, code).toBeLessThanOrEqual(text.length);
      expect(message).toMatch(/[.?]$/);
    }
  });

  it('has a case that fires and one that stays silent', () => {
    const lacking = payloadCheckKinds
      .map(({ code }) => code)
      .filter((code) => !((payloadCases[code]?.fires.length ?? 0) > 0 && (payloadCases[code]?.silent.length ?? 0) > 0));
    expect(lacking).toEqual([]);
    expect(Object.keys(payloadCases).filter((code) => problemKindOf(code) === undefined)).toEqual([]);
  });

  it.each([
    ['{"name": "John Doe"}', ['payload.unrecognised']],
    ['[]', ['payload.unrecognised']],
    ['{"name": "John Doe"', ['json.syntax']],
    ['', ['json.syntax']],
    // What is lacking is said once the brackets nest
    ['{"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"]', ['json.syntax']],
  ])('says of a document that is none what it is: %s', (text, codes) => {
    expect(codesIn(text)).toEqual(expect.arrayContaining(codes));
    expect(codesIn(text).includes('payload.unrecognised')).toBe(codes.includes('payload.unrecognised'));
  });

  it('finds nothing in a request that is right', () => {
    expect(checkPayloadText(requestText('request', operations(50)), KNOWLEDGE)).toEqual({
      kind: 'bulkRequest',
      problems: [],
    });
  });
});

const count = (text: string, code: string): number => codesIn(text).filter((own) => own === code).length;

/** The text with what a problem's data offers for its place. */
function repaired(text: string, { span: { start, end }, data }: Problem): string | undefined {
  const { replacement, wrap } = data ?? {};
  if (typeof replacement === 'string') return text.slice(0, start) + replacement + text.slice(end);
  const around = wrap as { before: string; after: string } | undefined;
  return around && text.slice(0, start) + around.before + text.slice(start, end) + around.after + text.slice(end);
}

describe('what a problem offers', () => {
  const offers = cases
    .filter(({ found }) => found)
    .flatMap(({ of, members }) => {
      const text = requestText(of, members);
      return problemsIn(text).flatMap((problem) => {
        const after = repaired(text, problem);
        return after === undefined ? [] : [{ ...problem, members, text, after }];
      });
    });

  it.each(offers)('takes the problem away and is JSON: $code in $members', ({ code, text, after }) => {
    expect(count(after, code)).toBe(count(text, code) - 1);
    expect(checkPayloadText(after).problems.map((problem) => problem.code)).not.toContain('json.syntax');
  });

  it.each([
    ['"active": "TRUE"', { replacement: 'true' }],
    ['"active": "yes"', {}],
    ['"active": 1', {}],
    ['"externalId": 701984', { replacement: '"701984"' }],
    ['"externalId": 007', {}],
    ['"externalId": 12345678901234567890', {}],
    ['"externalId": 1e3', {}],
    ['"externalId": true', { replacement: '"true"' }],
    ['"emails": "a@b.example"', { wrap: { before: '[{ "type": "work", "value": ', after: ' }]' } }],
    ['"emails": ["a@b.example"]', { wrap: { before: '{ "type": "work", "value": ', after: ' }' } }],
    ['"name": "Ana Ruiz"', {}],
  ])('is what was clearly meant, and else nothing: %s', (members, data) => {
    const wrong = problemsIn(requestText('resource', members)).find(({ code }) => code === 'payload.wrong-type');
    const { replacement, wrap } = wrong?.data ?? {};
    expect(JSON.parse(JSON.stringify({ replacement, wrap }))).toEqual(data);
  });
});

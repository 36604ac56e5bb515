import { describe, expect, it } from 'vitest';
import { NOBODY } from '../../../src/core/baseline/survey';
import type { GuardFinding } from '../../../src/core/guards/guard';
import type { GuardFacts } from '../../../src/core/guards/guardFacts';
import type { AskedPlan } from '../../../src/host/sending/questions/planQuestion';
import { isTyped, planQuestion } from '../../../src/host/sending/questions/planQuestion';
import { resumeQuestion } from '../../../src/host/sending/questions/resumeQuestion';
import { dangersOfLines } from '../../support/dangers';
import { HOSTILE_TEXTS } from '../../support/hostileTexts';
import { planOf } from '../../support/planText';
import { people, planned, QUIET, SANDBOX } from '../guards/quietFacts';

const FINDING: GuardFinding = { id: 'G2', decision: 'type', message: 'Too many.', typed: '12', records: people(12) };

function asked(findings: readonly GuardFinding[] = [], patch: Partial<GuardFacts> = {}): AskedPlan {
  const plan = planOf(Array.from({ length: 12 }, () => 'sent' as const));
  return { plan, facts: { ...QUIET, ...patch }, findings, ms: 5_000 };
}

const linesOf = (plan: AskedPlan): readonly string[] => planQuestion(plan).detail.split('\n');

describe('the question before a plan is sent', () => {
  it('says first whether the tenant is real, and how many operations there are', () => {
    expect(planQuestion(asked())).toMatchObject({
      message: 'Send 1,000 operations to REAL tenant "Contoso"?',
      send: 'Send 1,000 Operations',
    });
    const sandbox = planned({ target: SANDBOX, connection: { name: 'Sandbox Tenant' } });
    expect(planQuestion(asked([], sandbox)).message).toBe('Send 1,000 operations to SANDBOX "Sandbox Tenant"?');
  });

  it('says of a search that halves are sent, and how many requests that takes', () => {
    const search = planned({ selection: { kind: 'search', run: 'r' } });
    expect(planQuestion(asked([], search))).toMatchObject({
      message: 'Send 1,000 operations of a refused request in halves to REAL tenant "Contoso"?',
      send: 'Send 1,000 Operations',
    });
    expect(linesOf(asked([], search))[1]).toMatch(
      /^1,000 people of a refused request, in halves: at most 20 requests where one record is at fault, .* Where all are, [\d,]+\.$/,
    );
  });

  it('names a pilot on its button', () => {
    expect(planQuestion(asked([], planned({ pilot: 5 }))).send).toBe('Send the First 5');
  });

  it('says in numbers what is sent, then names the people whom a guard wants to be checked', () => {
    const found = linesOf(asked([FINDING]));
    expect(found[1]).toContain('1,000 people in 20 requests');
    expect(found).toContain('Wants "12" typed (G2): Too many.');
    const from = found.indexOf('Review these people:');
    expect(found.slice(from + 1, from + 3)).toEqual(['• Person 1, p1 (line 2)', '• Person 2, p2 (line 3)']);
    expect(found.slice(-3)).toEqual(['and 2 more', '', 'Plan abababababab']);
  });

  it('names nobody whom no guard is about', () => {
    expect(linesOf(asked([{ ...FINDING, decision: 'ask' }]))).not.toContain('Review these people:');
    expect(linesOf(asked([{ ...FINDING, records: NOBODY }]))).not.toContain('Review these people:');
  });

  it('has no way to send what a guard stops', () => {
    const question = planQuestion(asked([{ ...FINDING, decision: 'stop' }]));
    expect(question.send).toBeUndefined();
    expect(question.message).toBe('These 1,000 operations cannot be sent to REAL tenant "Contoso".');
  });

  it('fits on a screen, however much there is to say', () => {
    const findings = Array.from({ length: 17 }, (_, index) => ({ ...FINDING, id: `G${index + 1}` }));
    expect(linesOf(asked(findings)).length).toBeLessThan(30);
  });

  it('draws nothing of the texts of others', () => {
    for (const text of HOSTILE_TEXTS) {
      const names = planned({ connection: { name: text }, source: { ...QUIET.plan.source, name: text } });
      const { message, detail } = planQuestion(asked([{ ...FINDING, message: text }], { ...names, tenantName: text }));
      expect([...dangersOfLines(message), ...dangersOfLines(detail)], text.slice(0, 80)).toEqual([]);
    }
  });
});

describe('the question before a run goes on', () => {
  const batches = (['accepted', 'accepted', 'unknown', 'planned', 'not-sent', 'rejected'] as const).map((state) => ({
    operations: 50,
    state,
    isLeft: state !== 'accepted' && state !== 'rejected',
  }));

  it('says what was accepted, what nobody knows and what is left', () => {
    const question = resumeQuestion({ ...asked(), batches, superseded: people(3), isOld: false });
    expect(question).toMatchObject({
      message: 'Resume sending people.csv to REAL tenant "Contoso"?',
      send: 'Send 3 Requests',
    });
    expect(question.detail.split('\n').slice(1)).toEqual([
      'Accepted, and not sent again: 2 requests of 100 people',
      'Outcome unknown; the same bytes are sent again: 1 request of 50 people',
      'Not sent yet: 2 requests of 100 people',
      'Refused for their contents, and not sent again: 1 request of 50 people',
      'Left out: 3 people whom a newer run has sent since',
    ]);
  });

  it('counts the people of a search, not the requests, which are not known yet', () => {
    const search = asked([], planned({ selection: { kind: 'search', run: 'r' } }));
    const singles = [
      { operations: 1, state: 'accepted', isLeft: false },
      { operations: 1, state: 'not-sent', isLeft: true },
      { operations: 1, state: 'not-sent', isLeft: true },
    ] as const;
    const question = resumeQuestion({ ...search, batches: singles, superseded: NOBODY, isOld: false });
    expect(question.send).toBe('Send 2 Operations');
    expect(question.detail.split('\n').slice(1)).toEqual([
      'Accepted, and not sent again: 1 person',
      'Not sent yet: 2 people',
    ]);
  });

  it('shows the plan and its guards again where it is old, and what they stop is not sent', () => {
    const old = resumeQuestion({ ...asked([FINDING]), batches, superseded: NOBODY, isOld: true });
    expect(old.detail).toContain('Wants "12" typed (G2): Too many.');
    const stopped = { ...asked([{ ...FINDING, decision: 'stop' }]), batches, superseded: NOBODY, isOld: true };
    expect(resumeQuestion(stopped).send).toBeUndefined();
  });

  it('draws nothing of the texts of others', () => {
    for (const text of HOSTILE_TEXTS) {
      const names = planned({ connection: { name: text }, source: { ...QUIET.plan.source, name: text } });
      const plan = asked([{ ...FINDING, message: text }], { ...names, tenantName: text });
      const { message, detail } = resumeQuestion({ ...plan, batches, superseded: NOBODY, isOld: true });
      expect([...dangersOfLines(message), ...dangersOfLines(detail)], text.slice(0, 80)).toEqual([]);
    }
  });
});

it('a number may be typed as people write it, and a name only as it is', () => {
  expect(isTyped('1234', ' 1,234 ')).toBe(true);
  expect(isTyped('1234', '1234')).toBe(true);
  expect(isTyped('1234', '123')).toBe(false);
  expect(isTyped('1234', '1,23')).toBe(false);
  expect(isTyped('1234', '')).toBe(false);
  expect(isTyped('Contoso', 'Contoso ')).toBe(true);
  expect(isTyped('Contoso', 'contoso')).toBe(false);
});

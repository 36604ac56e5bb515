import { describe, expect, it } from 'vitest';
import { backOff } from '../../../../src/tenant/backOff';
import type { FailureFacts } from '../../../../src/tenant/errors';
import {
  ChangedSourceError,
  InterceptedError,
  NotSentError,
  RejectedError,
  ThrottledError,
  UnknownOutcomeError,
} from '../../../../src/tenant/errors';
import { Breaker } from '../../../../src/tenant/sending/breaker';
import type { NextStep, StepFacts } from '../../../../src/tenant/sending/nextStep';
import { nextStep, resendBudget } from '../../../../src/tenant/sending/nextStep';

const FACTS: StepFacts = {
  spent: 1,
  isUnknown: false,
  throttledInRow: 1,
  isTokenFresh: false,
  resendsLeft: 20,
  random: () => 0.5,
};
const KINDS = {
  changed: ChangedSourceError,
  intercepted: InterceptedError,
  notSent: NotSentError,
  rejected: RejectedError,
  throttled: ThrottledError,
  unknown: UnknownOutcomeError,
};
const step = (kind: keyof typeof KINDS, facts: Partial<FailureFacts> = {}, more: Partial<StepFacts> = {}): NextStep =>
  nextStep(new KINDS[kind]('x', { remedy: 'x', ...facts }), { ...FACTS, ...more });

const STOP = { kind: 'stop', why: 'refused' };
const again = (reason: string, ms: number, holdsAll = false) => ({ kind: 'again', reason, ms, holdsAll });

describe('the next step', () => {
  it.each<readonly [keyof typeof KINDS, Partial<FailureFacts>, Partial<StepFacts>, object]>([
    ['changed', {}, {}, { kind: 'stop', why: 'source' }],
    ['intercepted', {}, {}, STOP],
    ['intercepted', { mayPass: true }, {}, STOP],
    ['rejected', { status: 400 }, {}, STOP],
    ['rejected', { status: 403 }, {}, STOP],
    ['rejected', { status: 401 }, {}, again('token-renewed', 0)],
    ['rejected', { status: 401 }, { isTokenFresh: true }, STOP],
    ['notSent', {}, {}, STOP],
    ['notSent', { mayPass: true }, {}, again('not-sent', 1000)],
    ['unknown', {}, {}, again('unknown', 1000)],
    ['unknown', { status: 199 }, {}, again('unknown', 1000)],
    ['unknown', { status: 200 }, {}, STOP],
    ['unknown', { status: 299 }, {}, STOP],
    ['unknown', { status: 300 }, {}, again('unknown', 1000)],
    ['unknown', { status: 500 }, { spent: 2 }, again('unknown', 2000)],
    ['unknown', { status: 500 }, { spent: 4 }, again('unknown', 8000)],
    ['unknown', { status: 500 }, { spent: 5 }, { kind: 'exhausted', what: 'batch' }],
    ['unknown', { status: 500 }, { spent: 5, isUnknown: true }, { kind: 'give-up' }],
    ['unknown', { status: 500 }, { spent: 6, isUnknown: true }, { kind: 'give-up' }],
    ['unknown', {}, { resendsLeft: 1 }, again('unknown', 1000)],
    ['unknown', {}, { resendsLeft: 0 }, { kind: 'exhausted', what: 'upload' }],
    ['unknown', {}, { resendsLeft: -1 }, { kind: 'exhausted', what: 'upload' }],
    ['unknown', { status: 503, retryAfterMs: 7000 }, {}, again('unknown', 7350, true)],
    ['unknown', { status: 503, retryAfterMs: 0 }, {}, again('unknown', 0)],
    ['unknown', { status: 503, retryAfterMs: 600_000 }, {}, again('unknown', 600_000, true)],
    ['unknown', { status: 503, retryAfterMs: 600_001 }, {}, { kind: 'later', ms: 600_001, isThrottled: false }],
    ['throttled', {}, {}, again('throttled', 2500, true)],
    ['throttled', {}, { spent: 9, resendsLeft: 0 }, again('throttled', 2500, true)],
    ['throttled', {}, { throttledInRow: 2 }, again('throttled', 5000, true)],
    ['throttled', {}, { throttledInRow: 3 }, again('daily-limit-likely', 10_000, true)],
    ['throttled', { retryAfterMs: 300_000 }, {}, again('throttled', 315_000, true)],
    ['throttled', { retryAfterMs: 300_001 }, {}, again('daily-limit-likely', 315_002, true)],
    ['throttled', { retryAfterMs: 600_001 }, {}, { kind: 'later', ms: 600_001, isThrottled: true }],
  ])('after %s %j %j is %j', (kind, facts, more, expected) => {
    expect(step(kind, facts, more)).toEqual(expected);
  });
});

describe('how long to wait', () => {
  const low = () => 0;
  const high = () => 0.999_999;

  it('is what the service asks for and up to a tenth more, but never more than ten minutes unless it asks for that', () => {
    expect([backOff(1, 7000, low), backOff(4, 7000, high)]).toEqual([7000, 7700]);
    expect([backOff(1, 599_999, high), backOff(1, 600_000, high), backOff(1, 700_000, high)]).toEqual([
      600_000, 600_000, 700_000,
    ]);
  });

  it('is nothing where the service asks for none once, and doubles where it goes on', () => {
    expect([backOff(1, 0, high), backOff(2, 0, high)]).toEqual([0, 10_000]);
  });

  it('doubles without a demand, anywhere up to the longest', () => {
    expect([1, 2, 3, 6, 7, 20].map((count) => backOff(count, undefined, high))).toEqual([
      5000, 10_000, 20_000, 160_000, 300_000, 300_000,
    ]);
    expect(backOff(3, undefined, low)).toBe(0);
    expect([1, 5, 6].map((count) => backOff(count, undefined, high, { first: 2000, longest: 60_000 }))).toEqual([
      2000, 32_000, 60_000,
    ]);
  });
});

it('a tenth of the requests of an upload may be made again, and twenty of any', () => {
  expect([0, 1, 209, 210, 2000].map(resendBudget)).toEqual([20, 20, 20, 21, 200]);
});

describe('the breaker', () => {
  it('opens at the fifth failure in a row, once, for a probe a minute later', () => {
    const breaker = new Breaker();
    expect([breaker.isOpen, breaker.probeAt]).toEqual([false, Infinity]);
    expect([1, 2, 3, 4].map((now) => breaker.noteFailure(now))).toEqual([false, false, false, false]);
    expect([breaker.isOpen, breaker.noteFailure(1000), breaker.isOpen, breaker.probeAt]).toEqual([
      false,
      true,
      true,
      61_000,
    ]);
    expect([breaker.noteFailure(2000), breaker.probeAt]).toEqual([false, 61_000]);
    breaker.noteAccepted();
    expect([breaker.isOpen, breaker.probeAt]).toEqual([false, Infinity]);
    expect([1, 2, 3, 4, 5].map((now) => breaker.noteFailure(now))).toEqual([false, false, false, false, true]);
  });

  it('counts from zero after a request that was accepted', () => {
    const breaker = new Breaker();
    for (const now of [1, 2, 3, 4]) breaker.noteFailure(now);
    breaker.noteAccepted();
    expect([5, 6, 7, 8].map((now) => breaker.noteFailure(now))).toEqual([false, false, false, false]);
  });
});

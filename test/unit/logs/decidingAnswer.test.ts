import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/core/logs/answer';
import { answerOf } from '../../../src/core/logs/answer';
import { decidingAnswer, inOrderOfTime, otherSuccesses } from '../../../src/core/logs/decidingAnswer';
import type { Outcome } from '../../../src/core/logs/outcome';
import { logEntry } from '../../support/logEntries';

/** `failed`, or `updated/manager` for one that only sets a reference. */
function answer(text: string, index: number): Answer {
  const [outcome = '', reference] = text.split('/');
  return {
    entry: String(index),
    at: '',
    outcome: outcome as Outcome,
    ...(reference !== undefined && { isReference: true }),
  };
}

describe('decidingAnswer', () => {
  it.each([
    [['created'], 0],
    [['failed', 'failed'], 1],
    [['failed', 'created'], 1],
    [['failed', 'unchanged'], 1],
    // Nothing of this is a success of what has failed
    [['failed', 'skipped'], 0],
    [['failed', 'other'], 0],
    [['failed', 'updated/manager'], 0],
    [['failed', 'updated/manager', 'updated'], 2],
    [['updated/manager', 'failed'], 1],
    [['created', 'failed'], 1],
    [['created', 'updated', 'unchanged'], 0],
    [['updated', 'unchanged'], 0],
    [['unchanged', 'updated'], 1],
    [['held', 'disabled'], 1],
    [['held', 'updated/manager'], 0],
    [['skipped', 'updated/manager'], 0],
    // The manager is a change of its own, and somebody has to look at it
    [['created', 'failed/manager'], 1],
    [['created', 'failed/manager', 'updated/manager'], 0],
    [['unchanged', 'updated/manager'], 1],
    [['updated/manager'], 0],
  ] as const)('of %j is number %i', (texts, expected) => {
    expect(decidingAnswer(texts.map(answer))?.entry).toBe(String(expected));
  });

  it('is none of none', () => {
    expect(decidingAnswer([])).toBeUndefined();
  });

  it('has its entry where that was read', () => {
    const entry = logEntry('1', 'p1');
    expect(decidingAnswer([answerOf(entry)])?.log).toBe(entry);
    expect(decidingAnswer([answer('created', 0)])?.log).toBeUndefined();
  });
});

it('answers are in the order of time at any precision; one without a time never decides', () => {
  const at = (entry: string, time: string): Answer => ({ entry, at: time, outcome: 'updated' });
  const answers = [
    at('fourth', '2026-11-30T10:00:00+01:00'),
    at('third', '2026-11-30T08:00:00.0000002Z'),
    at('timeless', ''),
    at('second', '2026-11-30T08:00:00.0000001Z'),
  ];
  expect(inOrderOfTime(answers).map(({ entry }) => entry)).toEqual(['timeless', 'second', 'third', 'fourth']);
});

it.each([[['failed', 'created']], [['created', 'failed']]] as const)(
  'of %j at the same time the failure decides, and the success is said beside it',
  (outcomes) => {
    const answers = outcomes.map((outcome): Answer => ({ entry: outcome, at: '2026-11-30T08:00:00Z', outcome }));
    const inOrder = inOrderOfTime(answers);
    expect(decidingAnswer(inOrder)?.outcome).toBe('failed');
    expect(otherSuccesses(inOrder).map(({ outcome }) => outcome)).toEqual(['created']);
  },
);

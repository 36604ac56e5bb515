import { expect, it } from 'vitest';
import { describeGuards, guardObject } from '../../../../src/cli/sending/describeGuards';
import type { GuardFinding } from '../../../../src/core/guards/guard';

const records = (count: number, lines: readonly number[]) => ({
  count,
  first: lines.map((line) => ({ record: line - 1, line })),
});

const findings: readonly GuardFinding[] = [
  { id: 'G1', decision: 'pass', message: 'This is a sandbox.' },
  {
    id: 'G2',
    decision: 'type',
    message: '21 people would be disabled, and the limit is 20. Check that they have left before you confirm it.',
    value: 21,
    limit: 20,
    typed: '21',
    records: records(21, [4, 9, 12]),
  },
  { id: 'G8', decision: 'stop', message: 'An id repeats.', records: records(1, [7]) },
  { id: 'G9', decision: 'ask', message: 'One record is refused.' },
  { id: 'G10', decision: 'pass', message: 'Nobody is uncertain.' },
];

it('lists the strictest first, in lines that fit a terminal, and counts those that pass', () => {
  const lines = describeGuards(findings);
  expect(lines).toEqual([
    '  stop G8  An id repeats. Line 7.',
    '  type G2  21 people would be disabled, and the limit is 20. Check that they',
    '           have left before you confirm it. Lines 4, 9, 12 and 18 more.',
    '  ask  G9  One record is refused.',
    '  2 other guards pass.',
  ]);
  expect(describeGuards(findings.slice(0, 1))).toEqual(['  1 guard passes.']);
});

it('has every member of every guard as JSON, whether it strikes or not', () => {
  expect(findings.slice(0, 2).map(guardObject)).toEqual([
    { id: 'G1', decision: 'pass', message: 'This is a sandbox.', value: null, limit: null },
    {
      ...{ id: 'G2', decision: 'type', message: findings[1]?.message, value: 21, limit: 20 },
      records: records(21, [4, 9, 12]),
    },
  ]);
});

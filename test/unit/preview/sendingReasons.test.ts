import { describe, expect, it } from 'vitest';
import type { GuardFinding } from '../../../src/core/guards/guard';
import { guards } from '../../../src/core/guards/checks/table';
import { isBlocked } from '../../../src/preview/readiness';
import { sendingReasons } from '../../../src/preview/sendingReasons';

const first = [{ record: 4, line: 6 }];
const found = (id: string, decision: GuardFinding['decision'], more: Partial<GuardFinding> = {}): GuardFinding => ({
  id,
  decision,
  message: `${id} says it.`,
  ...more,
});

describe('why sending asks or stops', () => {
  it('comes with the gravest first, and without what passes', () => {
    const reasons = sendingReasons([
      found('G9', 'ask'),
      found('G1', 'pass'),
      found('G2', 'type', { typed: '37' }),
      found('G8', 'stop'),
    ]);
    expect(reasons.map(({ decision, text, typed }) => [decision, text, typed])).toEqual([
      ['stop', 'G8 says it.', undefined],
      ['type', 'G2 says it.', '37'],
      ['ask', 'G9 says it.', undefined],
    ]);
    const readiness = (of: readonly GuardFinding[]) =>
      ({ kind: 'checked', isWhole: true, reasons: sendingReasons(of) }) as const;
    expect(isBlocked(readiness([found('G8', 'stop')]))).toBe(true);
    expect(isBlocked(readiness([found('G2', 'type', { typed: '37' })]))).toBe(false);
    expect(isBlocked({ kind: 'checking' })).toBe(false);
    expect(isBlocked(undefined)).toBe(false);
  });

  it('leads to what mends it', () => {
    const links = (finding: GuardFinding) => sendingReasons([finding]).flatMap((reason) => reason.links);
    expect(links(found('G8', 'stop'))).toEqual([{ kind: 'problem', code: 'value.id.duplicate' }]);
    expect(links(found('G8', 'ask'))).toEqual([{ kind: 'problem', code: 'value.id.near-duplicate' }]);
    expect(links(found('G9', 'stop', { limit: 5, records: { count: 6, first } }))).toEqual([
      { kind: 'state', state: 'refused' },
      { kind: 'limits' },
    ]);
    expect(links(found('G16', 'stop', { limit: 0, records: { count: 1, first } }))).toEqual([
      { kind: 'line', line: 6 },
    ]);
    expect(links(found('G18', 'ask'))).toEqual([{ kind: 'statuses' }]);
    expect(links(found('G13', 'ask'))).toEqual([{ kind: 'runs' }]);
    expect(links(found('G13', 'ask', { run: 'r1' }))).toEqual([{ kind: 'run', run: 'r1' }]);
    expect(links(found('G11', 'ask'))).toEqual([{ kind: 'connection' }]);
    expect(links(found('G4', 'stop', { limit: 30 }))).toEqual([{ kind: 'limits' }]);
  });

  it('has somewhere to go for every guard and decision', () => {
    for (const { id } of guards)
      for (const decision of ['ask', 'type', 'stop'] as const)
        expect(sendingReasons([found(id, decision)])[0]?.links.length, id).toBeGreaterThan(0);
  });
});

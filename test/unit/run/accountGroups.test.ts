import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LogEntry } from '../../../src/core/logs/logEntry';
import { AccountGroups } from '../../../src/core/run/account/accountGroups';
import { stateOfOutcome } from '../../../src/core/run/account/outcomeKey';
import type { BatchState } from '../../../src/core/run/recordState';
import { RECORD_STATES } from '../../../src/core/run/recordState';
import { Run } from '../../../src/core/run/run';
import type { EntryFacts } from '../../support/logEntries';
import { logEntry } from '../../support/logEntries';
import type { RowKind } from '../../support/planText';
import { planOf } from '../../support/planText';

const KINDS: readonly RowKind[] = ['sent', 'sent', 'sent', 'excluded', 'refused', 'unreadable'];
const BATCHES: readonly BatchState[] = [
  'planned',
  'sending',
  'accepted',
  'accepted',
  'rejected',
  'not-sent',
  'unknown',
  'given-up',
  'cancelled',
];
const FACTS: readonly EntryFacts[] = [
  {},
  { action: 'update', changed: ['title'] },
  { action: 'disable' },
  { action: 'stagedDelete' },
  { status: 'failure', error: ['InvalidDomain', 'No such domain.'] },
  { status: 'failure', error: ['Unheard', 'The stars are wrong.'] },
  { status: 'failure', error: ['', 'No code at all.'] },
  { status: 'skipped', error: ['ImportSkipped', 'No id.'] },
];

/** Requests of three, each in a state, and entries about some people. */
const accounts = fc
  .record({
    kinds: fc.array(fc.constantFrom(...KINDS), { minLength: 1, maxLength: 40 }),
    states: fc.array(fc.constantFrom(...BATCHES), { minLength: 14, maxLength: 14 }),
    entries: fc.array(fc.record({ who: fc.integer({ min: 1, max: 40 }), facts: fc.constantFrom(...FACTS) })),
  })
  .map(({ kinds, states, entries }) => {
    const run = new Run(planOf(kinds, 3), '2026-11-30T08:00:00Z');
    for (const [index, { number }] of run.plan.batches.entries())
      run.noteBatch(
        number,
        states[index] ?? 'accepted',
        states[index] === 'rejected' ? `Refused ${number}.` : undefined,
      );
    const log = entries.map(({ who, facts }, index): LogEntry => logEntry(`e${index}`, `p${who}`, facts));
    run.noteEntries(log);
    return run.account;
  });

describe('the groups of an account', () => {
  it('hold as many people as the account counts, each where they belong', () => {
    fc.assert(
      fc.property(accounts, (account) => {
        const groups = new AccountGroups(account);
        const counted = Object.fromEntries(RECORD_STATES.map((state) => [state, 0]));
        for (const { key, count } of groups.outcomes) {
          counted[stateOfOutcome(key)] = (counted[stateOfOutcome(key)] ?? 0) + count;
          const people = groups.people({ outcome: key }, Infinity);
          expect([people.length, groups.size({ outcome: key })]).toEqual([count, count]);
          for (const { state } of people) expect(state).toBe(stateOfOutcome(key));
        }
        expect(counted).toEqual(account.counts);
      }),
    );
  });

  it('are divided by cause without anybody left over or shown twice', () => {
    fc.assert(
      fc.property(accounts, (account) => {
        const groups = new AccountGroups(account);
        for (const { key } of groups.outcomes) {
          const causes = groups.causes(key);
          const people = causes.flatMap(({ key: cause }) => groups.people({ outcome: key, cause }, Infinity));
          const inAll = groups.people({ outcome: key }, Infinity).map(({ record }) => record);
          expect(people.map(({ record }) => record).sort((a, b) => a - b)).toEqual(inAll);
          expect(causes.map(({ count }) => count)).toEqual(causes.map(({ count }) => count).sort((a, b) => b - a));
        }
      }),
    );
  });

  it('hold those alone who are found, where somebody searches', () => {
    fc.assert(
      fc.property(accounts, fc.func(fc.boolean()), (account, isFound) => {
        const all = [...account.records].map(({ record }) => record - 1);
        const found = all.filter((index) => isFound(index));
        const groups = new AccountGroups(account, found);
        const people = groups.outcomes.flatMap(({ key, count }) => {
          const own = groups.people({ outcome: key }, Infinity);
          expect(own).toHaveLength(count);
          return own.map(({ record }) => record - 1);
        });
        expect(people.sort((a, b) => a - b)).toEqual(found);
      }),
    );
  });
});

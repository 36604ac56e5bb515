import { describe, expect, it } from 'vitest';
import { NOBODY } from '../../../src/core/baseline/survey';
import { checkGuards } from '../../../src/core/guards/checkGuards';
import type { GuardFacts } from '../../../src/core/guards/guardFacts';
import { guardLimits } from '../../../src/core/guards/limitTable';
import { planLines } from '../../../src/sending/summary/planLines';
import { planPage } from '../../../src/sending/summary/planPage';
import type { PlanSummary } from '../../../src/sending/summary/planSummary';
import { describeLines } from '../../../src/sending/summary/planSummary';
import {
  attribute,
  compared,
  counted,
  FIRST,
  predicted,
  job,
  people,
  planned,
  QUIET,
  SANDBOX,
  SAME,
  surveyed,
} from '../guards/quietFacts';

const summary = (patch: Partial<GuardFacts> = {}): PlanSummary => {
  const facts = { ...QUIET, ...patch };
  return { facts, findings: checkGuards(facts, guardLimits()), ms: 5000 };
};
const lines = (patch?: Partial<GuardFacts>) => planLines(summary(patch));
const page = (patch?: Partial<GuardFacts>) => planPage(summary(patch));
const HASH = 'ab'.repeat(32);

describe('a plan in lines', () => {
  it('is four of them where nothing is wrong', () => {
    expect(lines()).toEqual([
      'people.csv to the REAL tenant Contoso, cloud Global, job API2AAD.7.1.',
      '1,000 people in 20 requests: about 5 seconds, 1.0 % of the 2,000 requests that the tenant accepts in 24 hours.',
      'Of these: 1,000 unchanged.',
      'Plan abababababab',
    ]);
  });

  it('names a sandbox in capitals, and what is known of a first upload', () => {
    const facts = { ...FIRST, ...planned({ target: SANDBOX }), ...surveyed({ enabled: 998, disabled: people(2) }) };
    expect(lines(facts).slice(0, 3)).toEqual([
      'people.csv to a SANDBOX on this machine, job API2AAD.',
      '1,000 people in 20 requests: about 5 seconds, 1.0 % of the 2,000 requests that the tenant accepts in 24 hours.',
      'Of these: 998 sent as active; 2 sent as inactive (lines 2 and 3).',
    ]);
  });

  it('counts by the accounts where they were read', () => {
    const facts = predicted({ created: people(12), disabled: people(3), failed: people(1) });
    expect(lines(facts)[2]).toBe(
      'Of these: 12 would be created (lines 2, 3, 4, 5, 6 and 7 more); 3 would be disabled (lines 2, 3 and 4); 1 would fail (line 2); 984 would be updated or left unchanged.',
    );
  });

  it('says by what was sent last who differs, and in what', () => {
    const facts = compared({
      joiners: people(1),
      changed: 40,
      leavers: people(2),
      returners: 3,
      unchanged: 954,
      attributes: [
        attribute('title', { changed: 3 }),
        attribute('department', { changed: 30, emptied: 4 }),
        attribute('locale', {}),
        attribute('name.givenName', { emptied: 2 }),
        attribute('nickName', { changed: 1 }),
      ],
    });
    expect(lines(facts).slice(2, 4)).toEqual([
      'Of these: 1 new (line 2); 40 changed; 2 would be disabled (lines 2 and 3); 3 active again; 954 unchanged.',
      'Changed attributes: department, title, name.givenName and 1 more.',
    ]);
  });

  it('says who is left out, and why', () => {
    // As a plan counts them: whom it leaves out is among the excluded
    const left = { records: 1000, operations: 20, refused: 3, excluded: 977 };
    const because = (selection: GuardFacts['plan']['selection'], counts = counted({ ...left, unselected: 970 })) =>
      lines({ ...counts, ...planned({ selection }) }).find((line) => line.startsWith('Left out'));
    expect(because({ kind: 'changes' }, counted({ ...left, unchanged: 970 }))).toBe(
      'Left out: 3 because of problems; 7 by the filter of the mapping; 970 unchanged since they were last sent.',
    );
    expect(because({ kind: 'failures', run: 'r' })).toMatch(/970 without a failure in the run\.$/);
    expect(because({ kind: 'rest', run: 'r' })).toMatch(/970 already sent by the earlier run\.$/);
    expect(because({ kind: 'all' })).toMatch(/970 not part of this plan\.$/);
  });

  it('says first what stops, and no more than twelve lines in all', () => {
    const facts = {
      ...compared({
        leavers: people(25),
        joiners: people(200),
        changed: 600,
        attributes: [attribute('title', { changed: 600, emptied: 100 })],
        isSameMapping: false,
      }),
      ...surveyed({ uncertain: people(1) }),
      ...counted({ refused: 3, excluded: 4 }),
      ...job({ state: 'quarantined' }),
      unstableIdentity: ['userName'],
      sameBodiesAt: { known: '2026-11-27T03:04:05Z' },
    };
    const all = lines(facts);
    expect(all).toHaveLength(11);
    expect(all.slice(5)).toEqual([
      'Stops (G10): 1 operation does not say true or false for active, which may disable the account. Give active a value for everybody.',
      'Wants "25" typed (G2): 25 of 1,000 active people would be disabled, and the limit is 20. Check that all of them have left.',
      expect.stringMatching(/^Wants "25" typed \(G3\): /),
      expect.stringMatching(/^Wants "200" typed \(G5\): /),
      'Also: G6, G7, G11 and 4 more.',
      'Plan abababababab',
    ]);
  });

  it('is short where there is nothing to send', () => {
    const facts = {
      ...counted({ records: 0, operations: 0 }),
      ...surveyed({ operations: 0, enabled: 0 }),
      ...compared({ unchanged: 0 }),
      requests: 0,
    };
    expect(lines(facts)).toEqual([
      'people.csv to the REAL tenant Contoso, cloud Global, job API2AAD.7.1.',
      '0 people in 0 requests.',
      'Stops (G4): people.csv has no records. Export it again.',
      'Plan abababababab',
    ]);
  });

  it('gives small shares and clouds without a title as they are', () => {
    const facts = { ...planned({ target: { ...QUIET.plan.target, cloud: 'usgov' } }), requests: 1, callsPerDay: 6000 };
    expect(lines(facts)[0]).toContain('cloud US Government L4 (GCC High),');
    expect(lines(facts)[1]).toContain('in 1 request: about 5 seconds, less than 0.1 % of the 6,000 requests');
    expect(lines(planned({ target: { ...QUIET.plan.target, cloud: 'moon' } }))[0]).toContain('cloud moon,');
    expect(lines({ callsPerDay: 0 })[1]).toContain('2000.0 % of the 0 requests');
  });

  it('holds each name on its line', () => {
    const source = { ...QUIET.plan.source, name: 'a\nb.csv' };
    const all = lines({ tenantName: 'Con\u202etoso\r\n', ...planned({ source }) });
    expect(all[0]).toBe('a\\nb.csv to the REAL tenant Con\\u{202e}toso\\r\\n, cloud Global, job API2AAD.7.1.');
    expect(all.filter((line) => /[\n\r\u202e]/.test(line))).toEqual([]);
  });
});

describe('the lines of records', () => {
  it.each([
    [NOBODY, 5, ''],
    [people(1), 5, 'line 2'],
    [people(2), 5, 'lines 2 and 3'],
    [people(3), 2, 'lines 2, 3 and 1 more'],
    [people(2000), 1, 'lines 2 and 1,999 more'],
    [{ count: 7, first: [] }, 5, ''],
  ])('%o: %i at most', (records, most, expected) => {
    expect(describeLines(records, most)).toBe(expected);
  });
});

describe('the page of a plan', () => {
  it('says where it goes, what it does, and what every guard says', () => {
    const text = page(compared({ leavers: people(25), changed: 25, attributes: [attribute('title', { changed: 5 })] }));
    for (const part of [
      '# REAL tenant: plan for `people.csv`',
      '**This plan needs a confirmation that you type.**',
      '## What to type\n\n- `25`: 25 of 1,000 active people',
      '- The **REAL** tenant `Contoso`, `11111111-1111-4111-8111-111111111111`',
      '- Cloud Global',
      '- Connection `Contoso`',
      '- Job `API2AAD.7.1` of application `22222222-2222-4222-8222-222222222222`',
      '- File `people.csv`, written on 2026&#45;11&#45;28 03&#58;00 UTC',
      '- 25 would be disabled: lines 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 15 more',
      '| `title` | 5 | 0 | 1,000 |',
      `Plan \`${HASH}\`. This page names no person.`,
    ])
      expect(text).toContain(part);
    expect(text.match(/^\| `G\d+` /gm)).toHaveLength(22);
    const decisions = [...text.matchAll(/^\| `(G\d+)` .*? \| (\S+?)\u00a0/gm)].map((row) => `${row[1]} ${row[2]}`);
    expect(decisions.slice(0, 3)).toEqual(['G2 ⌨', 'G3 ⌨', 'G1 ✓']);
  });

  it.each([
    [{}, 'This plan needs no confirmation.'],
    [counted({ refused: 1 }), 'This plan needs your confirmation.'],
    [surveyed({ uncertain: people(1) }), 'This plan cannot be sent as it is.'],
  ])('begins with what follows: %#', (facts, expected) => {
    expect(page(facts)).toContain(`\n\n**${expected}**\n\n`);
    expect(page(facts)).not.toContain('What to type');
  });

  it('does not ask to type what would be stopped all the same', () => {
    expect(page({ ...FIRST, ...surveyed({ uncertain: people(1) }) })).not.toContain('What to type');
  });

  it('says of a sandbox that it is one', () => {
    const text = page(planned({ target: SANDBOX, pilot: 5 }));
    expect(text).toMatch(/^# SANDBOX: plan for /);
    expect(text).toContain('- A **SANDBOX** on this machine: nobody real is changed');
    expect(text).not.toContain('**REAL**');
    expect(text).toContain('The first request is a pilot of 5:');
  });

  it('leaves out what there is none of', () => {
    const text = page({ ...planned({ source: { kind: 'payload', name: 'p.json', sha256: '', size: 1 } }) });
    expect(text).not.toMatch(/Left out|Changed attributes|pilot of|written on/);
    expect(page(counted({ refused: 2 }))).toContain('## Left out\n\n- 2 because of problems\n\n## Guards');
  });

  it('lists fifty attributes, and counts the others', () => {
    const attributes = Array.from({ length: 53 }, (_, index) => attribute(`a${index}`, { emptied: 1 }));
    const text = page({ comparison: { known: { ...SAME, attributes } } });
    expect(text.match(/^\| `a\d+` \| 0 \| 1 \| 1,000 \|$/gm)).toHaveLength(50);
    expect(text).toContain('\n\nAnd 3 more.\n\n');
  });

  it('shows names from outside as text', () => {
    const evil = '[x](command:evil) <img src=x> `a`|b\n# c';
    const text = page({
      ...FIRST,
      ...planned({ source: { ...QUIET.plan.source, name: evil }, connection: { name: evil } }),
      tenantName: evil,
      comparison: { unknown: evil },
    });
    const outside = text.replaceAll(/(`+).*?\1/g, '');
    expect(outside).not.toMatch(/\]\(|<img|^# c|command:/m);
  });
});

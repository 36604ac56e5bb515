import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Comparison } from '../../../src/core/baseline/comparison';
import { reasonForAll } from '../../../src/core/baseline/reasonForAll';
import { plannedRecords } from '../../../src/core/run/plan';
import { readHeadOf } from '../../../src/runs/baseline/openBaseline';
import type { PlannedSource } from '../../../src/sending/planner';
import {
  accept,
  acceptAll,
  keptFolder,
  plannedBy,
  planningIn,
  RIG_KEY,
  RIG_TIME,
  textPlanner,
} from '../../support/plannerRig';

const MAPPING = `where [Kind] <> "excluded"
externalId = [Id]
userName = [Login]
displayName = [Name]
active = [Active]
title = [Title]
emails[type eq "work"].value = [Mail]
`;
const AT = RIG_TIME;

function sendAll(folder: string, extract: string): Promise<void> {
  return acceptAll(folder, extract, MAPPING);
}

interface Person {
  readonly id: number;
  readonly login: string;
  readonly name: string;
  readonly active: 'true' | 'false';
  readonly kind: 'sent' | 'excluded';
  readonly title: string;
  readonly mail: string;
}

const people = fc.uniqueArray(
  fc.record<Person>({
    id: fc.integer({ min: 1, max: 40 }),
    login: fc.constantFrom('ann', 'bob', 'cleo', 'dan', 'eve'),
    name: fc.constantFrom('Ann', 'Bob', 'Čleo "C"'),
    active: fc.constantFrom('true', 'true', 'false'),
    kind: fc.constantFrom('sent', 'sent', 'sent', 'excluded'),
    title: fc.constantFrom('', 'Clerk', 'Head'),
    mail: fc.constantFrom('', 'a@contoso.com', 'b@contoso.com'),
  }),
  { selector: ({ id }) => id, maxLength: 40 },
);

function extractOf(all: readonly Person[]): string {
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const rows = all.map(({ id, login, name, active, kind, title, mail }) =>
    [`p${String(id)}`, `${login}${String(id % 7)}`, name, active, kind, title, mail].map(cell).join(','),
  );
  return `Id,Login,Name,Active,Kind,Title,Mail\n${rows.map((row) => `${row}\n`).join('')}`;
}

function known(planned: PlannedSource): Comparison {
  if (!('known' in planned.comparison) || planned.comparison.known === undefined) throw new Error('nothing to compare');
  return planned.comparison.known;
}

const userName = ({ login, id }: Person) => `${login}${String(id % 7)}`;

/** What a comparison is, the obvious way. */
function obviousComparison(before: readonly Person[], now: readonly Person[]) {
  const sentBefore = new Map(before.filter(({ kind }) => kind === 'sent').map((person) => [person.id, person]));
  const sentNow = now.filter(({ kind }) => kind === 'sent');
  const pairs = sentNow.flatMap((person) => {
    const last = sentBefore.get(person.id);
    return last === undefined ? [] : [[last, person] as const];
  });
  const isSame = ([last, person]: readonly [Person, Person]) =>
    userName(last) === userName(person) &&
    (['name', 'active', 'title', 'mail'] as const).every((name) => last[name] === person[name]);
  const joiners = sentNow.filter(({ id }) => !sentBefore.has(id));
  const names = new Set(joiners.map(userName));
  const ids = new Set(sentNow.map(({ id }) => id));
  const missing = [...sentBefore.values()].filter(({ id, active }) => active === 'true' && !ids.has(id));
  const hidden = new Set(now.filter(({ kind }) => kind === 'excluded').map(({ id }) => id));
  const attribute = (path: string, of: (person: Person) => string) => ({
    path,
    had: pairs.filter(([last]) => of(last) !== '').length,
    changed: pairs.filter(([last, person]) => of(last) !== '' && of(person) !== '' && of(last) !== of(person)).length,
    emptied: pairs.filter(([last, person]) => of(last) !== '' && of(person) === '').length,
    isGone: pairs.some(([last]) => of(last) !== '') && sentNow.every((person) => of(person) === ''),
  });
  const count = (all: readonly unknown[]) => all.length;
  return {
    people: sentBefore.size,
    active: count([...sentBefore.values()].filter(({ active }) => active === 'true')),
    lastRecords: before.length,
    matched: count(pairs),
    joiners: count(joiners),
    changed: count(pairs.filter((pair) => !isSame(pair))),
    unchanged: count(pairs.filter(isSame)),
    leavers: count(pairs.filter(([last, person]) => last.active === 'true' && person.active === 'false')),
    returners: count(pairs.filter(([last, person]) => last.active === 'false' && person.active === 'true')),
    unknownInactive: count(joiners.filter(({ active }) => active === 'false')),
    missing: count(missing),
    hidden: count(missing.filter(({ id }) => hidden.has(id))),
    signInNamesChanged: count(pairs.filter(([last, person]) => userName(last) !== userName(person))),
    idsChanged: count([...sentBefore.values()].filter((person) => names.has(userName(person)))),
    attributes: [
      attribute('displayName', ({ name }) => name),
      attribute('title', ({ title }) => title),
      attribute('emails[type eq "work"].value', ({ mail }) => mail),
    ],
  };
}

describe('a comparison with what a job was last sent', () => {
  it('is what comparing people one by one gives, and selects those who differ', async () => {
    await fc.assert(
      fc.asyncProperty(people, people, async (before, now) => {
        const folder = keptFolder();
        await sendAll(folder, extractOf(before));
        const planner = textPlanner(extractOf(now), MAPPING);
        const planned = await plannedBy(planner, planningIn(folder));
        const obvious = obviousComparison(before, now);
        const found = known(planned);
        expect({
          ...found,
          joiners: found.joiners.count,
          leavers: found.leavers.count,
          unknownInactive: found.unknownInactive.count,
          hidden: found.hidden.count,
        }).toEqual({ ...obvious, takenAt: AT, wholeAt: AT, isSameMapping: true, hasSameAttributes: true });
        const changes = await plannedBy(planner, planningIn(folder, { selection: { kind: 'changes' } }));
        expect(known(changes)).toEqual(found);
        expect(changes.plan.counts.operations).toBe(obvious.joiners + obvious.changed);
        expect(changes.plan.counts.unchanged ?? 0).toBe(obvious.unchanged);
        const unchanged = [...plannedRecords(changes.plan)].filter(
          ({ fate }) => fate.kind === 'excluded' && fate.reason === 'unchanged',
        );
        expect(unchanged).toHaveLength(obvious.unchanged);
      }),
      { numRuns: 25, endOnFailure: true },
    );
  });

  it('knows nothing where nothing was sent, and says why it does not know', async () => {
    const folder = keptFolder();
    const planner = textPlanner(extractOf([]), MAPPING);
    expect((await plannedBy(planner, planningIn(folder))).comparison).toEqual({ known: undefined });
    await sendAll(folder, extractOf([]));
    const path = join(folder, 'baseline');
    const bytes = readFileSync(path);
    for (const [what, damage] of [
      ['a bit turned', (copy: Buffer) => copy.writeUInt8((copy.at(-40) ?? 0) ^ 1, copy.length - 40) && copy],
      ['its end cut off', (copy: Buffer) => copy.subarray(0, -1)],
      ['nothing', (copy: Buffer) => copy.subarray(0, 0)],
    ] as const) {
      writeFileSync(path, damage(Buffer.from(bytes)) || bytes);
      const { comparison } = await plannedBy(planner, planningIn(folder));
      expect([what, comparison]).toEqual([what, { unknown: 'the file of what this job was last sent is damaged' }]);
    }
    writeFileSync(path, bytes);
    const other = planningIn(folder);
    const how = { ...other, keeping: { ...other.keeping, key: new Uint8Array(32) } };
    expect((await plannedBy(planner, how)).comparison).toEqual({
      unknown: 'what this job was last sent was written down with a key that this machine no longer has',
    });
  });

  it('gives the same plan at every call', async () => {
    const folder = keptFolder();
    await sendAll(folder, 'Id,Login,Name,Active,Kind,Title,Mail\n1,a,A,true,sent,T,m\n');
    const planner = textPlanner(
      'Id,Login,Name,Active,Kind,Title,Mail\n1,a,A,true,sent,,m\n2,b,B,true,sent,T,m\n',
      MAPPING,
    );
    const how = planningIn(folder, { selection: { kind: 'changes' }, pilot: { first: 1 } });
    const one = await plannedBy(planner, how);
    const digests = readFileSync(how.keeping.digests);
    expect(await plannedBy(planner, how)).toEqual(one);
    expect(readFileSync(how.keeping.digests).equals(digests)).toBe(true);
  });
});

describe('merging what was accepted', () => {
  it('keeps those who were not, and takes over those who were', async () => {
    const session = fc.record({
      all: people,
      taken: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
      isDelta: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(session, { minLength: 1, maxLength: 4 }), async (sessions) => {
        const folder = keptFolder();
        const expected = new Map<number, Person>();
        for (const { all, taken, isDelta } of sessions) {
          const planner = textPlanner(extractOf(all), MAPPING);
          // Several requests, though there are few people: the first of them alone
          const how = planningIn(folder, { selection: { kind: isDelta ? 'changes' : 'all' }, pilot: { first: 5 } });
          const planned = await plannedBy(planner, how);
          await accept(planner, planned, how, (batch) => taken[batch] === true);
          for (const { record, fate } of plannedRecords(planned.plan)) {
            const person = all[record - 1];
            if (fate.kind === 'operation' && taken[fate.batch] === true && person !== undefined)
              expected.set(person.id, person);
          }
          const probe = await plannedBy(
            textPlanner(extractOf([...expected.values()]), MAPPING),
            planningIn(folder, { selection: { kind: 'changes' } }),
          );
          const { people: size, unchanged, missing } = known(probe);
          expect({ size, unchanged, missing, operations: probe.plan.counts.operations }).toEqual({
            size: expected.size,
            unchanged: expected.size,
            missing: 0,
            operations: 0,
          });
        }
        expect(readdirSync(folder).sort()).toEqual(['baseline', 'digests']);
      }),
      { numRuns: 20, endOnFailure: true },
    );
  });

  it('says when everybody was sent, with which mapping, and which bodies', async () => {
    const folder = keptFolder();
    const [one, two] = [1, 2].map((id): Person => ({
      id,
      login: 'a',
      name: 'A',
      active: 'true',
      kind: 'sent',
      title: '',
      mail: '',
    }));
    if (one === undefined || two === undefined) throw new Error('nobody');
    await sendAll(folder, extractOf([one, two]));
    const planner = textPlanner(extractOf([one, two]), `${MAPPING}nickName = [Name]\n`);
    const how = planningIn(folder, { pilot: { first: 1 } });
    const planned = await plannedBy(planner, how);
    expect(known(planned)).toMatchObject({ isSameMapping: false, hasSameAttributes: false, unchanged: 0, changed: 2 });
    expect(reasonForAll(known(planned), Date.parse(AT))?.message).toContain('mapping');
    const firstHead = await readHeadOf(how.keeping.baseline, RIG_KEY);
    // Half of the people do not make the new mapping that of everybody
    await accept(planner, planned, how, (batch) => batch === 1);
    const halfway = await plannedBy(planner, how);
    expect(known(halfway)).toMatchObject({ isSameMapping: false, hasSameAttributes: true, changed: 1, unchanged: 1 });
    await accept(planner, halfway, how);
    const after = await plannedBy(planner, how);
    expect(known(after)).toMatchObject({ isSameMapping: true, unchanged: 2 });
    expect(reasonForAll(known(after), Date.parse(AT) + 30 * 86_400_000)).toBeUndefined();
    expect(reasonForAll(known(after), Date.parse(AT) + 30 * 86_400_000 + 1)?.message).toContain('30 days');
    const lastHead = await readHeadOf(how.keeping.baseline, RIG_KEY);
    expect(firstHead).toMatchObject({ known: { plans: [{ at: AT }], records: 2 } });
    expect(lastHead).toMatchObject({ known: { plans: [{ at: AT }, { at: AT }] } });
  });

  it('leaves the file as it was where it cannot be written, and says so', async () => {
    const folder = keptFolder();
    await sendAll(folder, extractOf([]));
    const before = readFileSync(join(folder, 'baseline'));
    const planner = textPlanner('Id,Login,Name,Active,Kind,Title,Mail\n1,a,A,true,sent,T,m\n', MAPPING);
    const how = planningIn(folder);
    const planned = await plannedBy(planner, how);
    writeFileSync(how.keeping.digests, readFileSync(how.keeping.digests).subarray(0, -3));
    await expect(accept(planner, planned, how)).rejects.toThrow('is damaged');
    expect(readFileSync(join(folder, 'baseline')).equals(before)).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(['baseline', 'digests']);
  });

  it('writes down nothing of anybody in the clear', async () => {
    const folder = keptFolder();
    const canary = 'CanaryOfAPerson';
    await sendAll(
      folder,
      `Id,Login,Name,Active,Kind,Title,Mail\n${canary}1,${canary}2,${canary}3,true,sent,${canary}4,${canary}5\n`,
    );
    for (const name of ['baseline', 'digests']) {
      expect(existsSync(join(folder, name))).toBe(true);
      expect(readFileSync(join(folder, name)).toString('latin1').toLowerCase()).not.toContain('canary');
    }
  });
});

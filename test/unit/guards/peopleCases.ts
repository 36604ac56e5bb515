import { visible } from '../../../src/core/text/visible';
import {
  FIRST,
  attribute,
  attributes,
  compared,
  counted,
  predicted,
  onlyAsked,
  people,
  planned,
  surveyed,
} from './quietFacts';
import { SANDBOX, TENANT } from './quietFacts';
import type { GuardCase } from './guardCase';
import { guardCase, LOST, steps } from './guardCase';

const leavers = (count: number) => compared({ leavers: people(count) });
const leaversOf = (active: number) => (count: number) => compared({ active, leavers: people(count) });
const WHERE = `This goes to the REAL tenant Contoso (${TENANT}), cloud global, application 22222222-2222-4222-8222-222222222222, job API2AAD.7.1.`;

/** Guards on what would happen to people, by id. */
export const peopleCases: Readonly<Record<string, readonly GuardCase[]>> = {
  G1: [
    guardCase('a job that was sent to before', {}, { decision: 'pass', message: WHERE }),
    guardCase('the first upload to a job', FIRST, {
      decision: 'type',
      typed: 'Contoso',
      message: `${WHERE} Nothing was sent to this job before. Type the tenant's name.`,
    }),
    guardCase(
      'blanks around a name are not typed',
      { ...FIRST, tenantName: ' Contoso Ltd. (EU) ' },
      { decision: 'type', typed: 'Contoso Ltd. (EU)' },
    ),
    ...['', 'Con\u200btoso', 'Con  toso', 'Con\ntoso'].map((tenantName) =>
      guardCase(
        `a name that nobody can type: ${JSON.stringify(tenantName)}`,
        { ...FIRST, tenantName },
        {
          decision: 'type',
          typed: TENANT,
          message: `${WHERE.replace('Contoso', visible(tenantName))} Nothing was sent to this job before. Type the tenant's id.`,
        },
      ),
    ),
    guardCase(
      'a first upload to a sandbox',
      { ...FIRST, ...planned({ target: SANDBOX }) },
      {
        decision: 'pass',
        message: 'This goes to a SANDBOX, job API2AAD.',
      },
    ),
    guardCase(
      'a baseline that is lost',
      { comparison: LOST },
      {
        decision: 'ask',
        isUncertain: true,
        message: `${WHERE} Whether this job was sent to before is unknown: the log cannot be read.`,
      },
    ),
  ],
  G2: [
    ...steps('by number', leaversOf(100_000), [
      [0, 'pass'],
      [1, 'pass', 20],
      [19, 'pass', 20],
      [20, 'pass', 20],
      [21, 'type', 20],
      [499, 'type', 20],
      [500, 'type', 20],
      [501, 'stop', 500],
    ]),
    ...steps('by share', leaversOf(200), [
      [3, 'pass', 4],
      [4, 'pass', 4],
      [5, 'type', 4],
      [19, 'type', 4],
      [20, 'type', 4],
      [21, 'stop', 20],
    ]),
    ...steps('of one person', leaversOf(1), [
      [0, 'pass'],
      [1, 'pass', 1],
    ]),
    ...steps('of two people', leaversOf(2), [
      [1, 'pass', 1],
      [2, 'stop', 1],
    ]),
    ...steps(
      'of nobody who was active: of the plan',
      (count) => compared({ active: 0, unknownInactive: people(count) }),
      [
        [19, 'pass', 20],
        [20, 'pass', 20],
        [21, 'type', 20],
        [100, 'type', 20],
        [101, 'stop', 100],
      ],
    ),
    ...steps('with no baseline', (count) => ({ ...FIRST, ...surveyed({ disabled: people(count) }) }), [
      [0, 'pass'],
      [1, 'pass', 20],
      [20, 'pass', 20],
      [21, 'type', 20],
      [101, 'stop', 100],
    ]),
    ...steps(
      'by the accounts, even where more is known',
      (count) => ({ ...predicted({ disabled: people(count) }), ...leavers(600) }),
      [
        [0, 'pass'],
        [20, 'pass', 20],
        [21, 'type', 20],
        [100, 'type', 20],
        [101, 'stop', 100],
      ],
    ),
    ...steps(
      'by the accounts of the plan alone: of those active last time',
      (count) => ({ ...compared({ active: 100, leavers: people(50) }), ...onlyAsked({ disabled: people(count) }) }),
      [
        [2, 'pass', 2],
        [3, 'type', 2],
      ],
    ),
    ...steps(
      'by the accounts of the plan alone, at the first upload',
      (count) => ({ ...FIRST, ...surveyed({ operations: 100 }), ...onlyAsked({ disabled: people(count) }) }),
      [
        [2, 'pass', 2],
        [3, 'type', 2],
        [11, 'stop', 10],
      ],
    ),
    ...steps('a limit of 0 people', leavers, [[1, 'type', 0]], { 'disable.type.count': 0 }),
    ...steps('a limit of 0 percent', leavers, [[1, 'stop', 0]], { 'disable.stop.percent': 0 }),
    ...steps('a raised limit', leavers, [[600, 'type', 20]], {
      'disable.stop.count': 1000,
      'disable.stop.percent': 100,
    }),
    guardCase('those not known before count too', compared({ leavers: people(12), unknownInactive: people(9) }), {
      decision: 'type',
      value: 21,
      records: {
        count: 21,
        first: people(10)
          .first.flatMap((each) => [each, each])
          .slice(0, 10),
      },
    }),
    guardCase('nobody', leavers(0), { decision: 'pass', message: 'Nobody would be disabled.' }),
    guardCase('one', leavers(1), { message: '1 of 1,000 active people would be disabled.', records: people(1) }),
    guardCase('too many to pass', leavers(25), {
      message: '25 of 1,000 active people would be disabled, and the limit is 20. Check that all of them have left.',
    }),
    guardCase('too many by share', leaversOf(1234)(600), {
      message:
        '600 of 1,234 active people would be disabled, and the limit is 123. If all of them have left, raise disable.stop.percent.',
    }),
    guardCase('too many by number', leaversOf(100_000)(600), {
      message:
        '600 of 100,000 active people would be disabled, and the limit is 500. If all of them have left, raise disable.stop.count.',
    }),
    guardCase('exactly the share that may be stopped by number', leaversOf(6000)(600), {
      message: expectedStop(600, 6000, 500, 'count'),
    }),
    guardCase('accounts', predicted({ disabled: people(3) }), {
      decision: 'pass',
      message: '3 of 1,000 active people would be disabled.',
      records: people(3),
    }),
    guardCase(
      'a plan with nothing to compare',
      { ...FIRST, ...surveyed({ disabled: people(3) }) },
      {
        message: '3 of 1,000 people of the plan would be disabled.',
        records: people(3),
      },
    ),
    guardCase('a lost baseline, nobody inactive', { comparison: LOST }, { decision: 'pass', value: 0 }),
    guardCase(
      'a lost baseline, few inactive',
      { comparison: LOST, ...surveyed({ disabled: people(3) }) },
      {
        decision: 'ask',
        isUncertain: true,
        value: 3,
        records: people(3),
        message:
          '3 of 1,000 people of the plan would be disabled. All inactive people count, because what was sent last is unknown: the log cannot be read.',
      },
    ),
    guardCase(
      'a lost baseline, many inactive',
      { comparison: LOST, ...surveyed({ disabled: people(21) }) },
      {
        decision: 'type',
        isUncertain: true,
        typed: '21',
      },
    ),
    guardCase(
      'a lost baseline, a mass',
      { comparison: LOST, ...surveyed({ disabled: people(101) }) },
      {
        decision: 'stop',
        isUncertain: true,
      },
    ),
    guardCase(
      'accounts that may not be read: by the baseline',
      { effects: LOST, ...leavers(25) },
      {
        decision: 'type',
        typed: '25',
      },
    ),
  ],
  G3: [
    ...steps(
      'with earlier uploads',
      (count) => ({ ...compared({ active: 100_000, leavers: people(count - 10) }), disabledToday: { known: 10 } }),
      [
        [19, 'pass', 20],
        [20, 'pass', 20],
        [21, 'type', 20],
        [500, 'type', 20],
        [501, 'stop', 500],
      ],
    ),
    ...steps(
      'by share',
      (count) => ({ ...compared({ active: 200, leavers: people(1) }), disabledToday: { known: count - 1 } }),
      [
        [4, 'pass', 4],
        [5, 'type', 4],
        [20, 'type', 4],
        [21, 'stop', 20],
      ],
    ),
    ...steps('of one person', (count) => ({ ...compared({ active: 1, leavers: people(count) }) }), [[1, 'pass', 1]]),
    guardCase(
      'a plan that disables nobody, after many',
      { disabledToday: { known: 600 } },
      {
        decision: 'pass',
        value: 0,
        message: 'This plan disables nobody.',
      },
    ),
    guardCase('one', leavers(1), { message: 'With this plan, 1 person is disabled within 24 hours.' }),
    guardCase('many at once', leavers(25), {
      decision: 'type',
      typed: '25',
      message:
        'With this plan, 25 people are disabled within 24 hours, and the limit is 20. Check that all of them have left.',
    }),
    guardCase(
      'one after many',
      { ...leavers(20), disabledToday: { known: 1 } },
      {
        message:
          'With this plan, 21 people are disabled within 24 hours, and the limit is 20. 1 of them was part of earlier uploads.',
      },
    ),
    guardCase(
      'many after many',
      { ...leavers(20), disabledToday: { known: 70 } },
      {
        message:
          'With this plan, 90 people are disabled within 24 hours, and the limit is 20. 70 of them were part of earlier uploads.',
      },
    ),
    guardCase(
      'a mass in parts',
      { ...leavers(20), disabledToday: { known: 490 } },
      {
        decision: 'stop',
        message:
          'With this plan, 510 people are disabled within 24 hours, and the limit is 100. Send this later, or raise disable.stop.percent.',
      },
    ),
    guardCase(
      'by the accounts',
      { ...predicted({ disabled: people(5) }), disabledToday: { known: 16 } },
      { decision: 'type', value: 21, limit: 20 },
    ),
    guardCase(
      'the first upload',
      { ...FIRST, ...surveyed({ disabled: people(25) }) },
      {
        decision: 'pass',
        message: 'Nothing was sent to this job before, so there is nothing to compare with.',
      },
    ),
    guardCase(
      'nothing to compare with, and people disabled all the same',
      { ...FIRST, ...surveyed({ disabled: people(1) }), disabledToday: { known: 20 } },
      {
        decision: 'type',
        value: 21,
      },
    ),
    guardCase(
      'earlier uploads that cannot be read',
      { ...leavers(1), disabledToday: LOST },
      {
        decision: 'ask',
        isUncertain: true,
        message: 'The number of people disabled in the last 24 hours is unknown: the log cannot be read.',
      },
    ),
    guardCase(
      'earlier uploads that cannot be read, and nobody to disable',
      { disabledToday: LOST },
      { decision: 'pass' },
    ),
    guardCase(
      'a lost baseline: all who are inactive',
      { comparison: LOST, ...surveyed({ disabled: people(25) }) },
      { decision: 'type', value: 25 },
    ),
  ],
  G5: [
    ...steps('by number', (count) => compared({ people: 100_000, joiners: people(count) }), [
      [0, 'pass', 100],
      [99, 'pass', 100],
      [100, 'pass', 100],
      [101, 'type', 100],
    ]),
    ...steps('by share', (count) => compared({ people: 200, joiners: people(count) }), [
      [19, 'pass', 20],
      [20, 'pass', 20],
      [21, 'type', 20],
    ]),
    ...steps('beside one person', (count) => compared({ people: 1, joiners: people(count) }), [
      [1, 'pass', 1],
      [2, 'type', 1],
    ]),
    ...steps(
      'by the accounts, however many there are: of the plan',
      (count) => ({ ...FIRST, ...surveyed({ operations: 200 }), ...predicted({ created: people(count) }) }),
      [
        [20, 'pass', 20],
        [21, 'type', 20],
      ],
    ),
    guardCase('nobody', {}, { decision: 'pass', message: 'Nobody is new.' }),
    guardCase('one', compared({ joiners: people(1) }), {
      message: '1 person is new, compared with 1,000 people sent before.',
      records: people(1),
    }),
    guardCase('many', compared({ joiners: people(250) }), {
      message:
        '250 people are new, compared with 1,000 people sent before; the limit is 100. Check that this is the right file, and that ids come from the right column.',
    }),
    guardCase('the first upload', FIRST, { decision: 'pass', message: expect1st() }),
    guardCase(
      'the first upload, to a tenant without accounts',
      { ...FIRST, ...predicted({ accounts: 0, created: people(900) }) },
      {
        decision: 'pass',
        message: expect1st(),
      },
    ),
    ...steps(
      'by the accounts of the plan alone, at the first upload',
      (count) => ({ ...FIRST, ...surveyed({ operations: 200 }), ...onlyAsked({ created: people(count) }) }),
      [
        [20, 'pass', 20],
        [21, 'type', 20],
        [200, 'type', 20],
      ],
    ),
    ...steps(
      'by the accounts of the plan alone, against last time',
      (count) => ({ ...compared({ people: 300 }), ...onlyAsked({ created: people(count) }) }),
      [
        [30, 'pass', 30],
        [31, 'type', 30],
      ],
    ),
    guardCase(
      'by the accounts of the plan alone, against last time, said',
      { ...compared({ people: 300 }), ...onlyAsked({ created: people(3) }) },
      { message: '3 people are new, compared with 300 people sent before.' },
    ),
    guardCase(
      'a sandbox that knows nobody of the plan',
      { ...FIRST, ...onlyAsked({ created: people(1000) }), ...planned({ target: SANDBOX }) },
      { decision: 'pass', message: expect1st() },
    ),
    guardCase(
      'a sandbox that knows one of the plan',
      { ...FIRST, ...onlyAsked({ created: people(999) }), ...planned({ target: SANDBOX }) },
      {
        decision: 'type',
        message:
          '999 people are new, compared with 1,000 people in the plan; the limit is 100. Check that this is the right file, and that ids come from the right column.',
      },
    ),
    guardCase('accounts, said', predicted({ created: people(3) }), {
      message: '3 people are new, compared with 1,000 people sent before.',
    }),
    guardCase(
      'no accounts, and a baseline',
      { ...compared({ joiners: people(250) }), ...predicted({ accounts: 0 }) },
      { decision: 'type', value: 250 },
    ),
    guardCase(
      'accounts that may not be read',
      { ...compared({ joiners: people(250) }), effects: LOST },
      { decision: 'type', value: 250 },
    ),
    guardCase(
      'a lost baseline',
      { comparison: LOST },
      {
        decision: 'ask',
        isUncertain: true,
        message: 'The number of new people is unknown: the log cannot be read.',
      },
    ),
    guardCase(
      'a lost baseline, and accounts',
      { comparison: LOST, ...predicted({ created: people(3) }) },
      { decision: 'pass', value: 3 },
    ),
  ],
  G6: [
    ...steps('most people', (count) => attributes(attribute('title', { changed: count })), [
      [0, 'pass', 500],
      [499, 'pass', 500],
      [500, 'pass', 500],
      [501, 'type', 500],
    ]),
    ...steps('few people', (count) => compared({ matched: 30, attributes: [attribute('title', { changed: count })] }), [
      [15, 'pass', 19],
      [19, 'pass', 19],
      [20, 'type', 19],
    ]),
    ...steps('one person', (count) => compared({ matched: 1, attributes: [attribute('title', { changed: count })] }), [
      [1, 'pass', 19],
    ]),
    ...steps('sign-in names', (count) => compared({ signInNamesChanged: count }), [
      [11, 'stop', 10],
      [1000, 'stop', 10],
    ]),
    ...steps('ids', (count) => compared({ idsChanged: count, matched: 0 }), [
      [11, 'stop', 10],
      [1000, 'stop', 10],
    ]),
    guardCase('some sign-in names', compared({ signInNamesChanged: 10 }), { decision: 'pass', value: 0 }),
    guardCase(
      'sign-in names of people who have no account',
      { ...compared({ signInNamesChanged: 50 }), ...predicted({ created: people(50) }) },
      { decision: 'pass', value: 0 },
    ),
    guardCase(
      'sign-in names of people who have accounts',
      { ...compared({ signInNamesChanged: 50 }), ...predicted({ renamed: people(50) }) },
      { decision: 'stop', value: 50, limit: 10 },
    ),
    guardCase('some ids', compared({ idsChanged: 10 }), { decision: 'pass', value: 0 }),
    guardCase('the only sign-in name', compared({ signInNamesChanged: 1, matched: 1 }), { decision: 'pass' }),
    guardCase('two of few sign-in names', compared({ signInNamesChanged: 2, matched: 50 }), {
      decision: 'stop',
      value: 2,
      limit: 1,
    }),
    guardCase('the only id', compared({ idsChanged: 1, people: 1, matched: 0 }), { decision: 'pass' }),
    guardCase('nothing', {}, { decision: 'pass', value: 0, message: 'No attribute changes for most people.' }),
    guardCase(
      'two attributes',
      attributes(
        attribute('title', { changed: 600 }),
        attribute('department', { changed: 700 }),
        attribute('division', { changed: 500 }),
        attribute('locale', { changed: 30 }),
      ),
      {
        decision: 'type',
        value: 700,
        typed: '700',
        message:
          'title and department would change for 700 of 1,000 people. Check that no column of the extract has shifted.',
      },
    ),
    guardCase(
      'many attributes',
      attributes(...['a', 'b', 'c', 'd', 'e'].map((path) => attribute(path, { changed: 900 }))),
      {
        message:
          'a, b, c and 2 more would change for 900 of 1,000 people. Check that no column of the extract has shifted.',
      },
    ),
    guardCase('sign-in names, said', compared({ signInNamesChanged: 40 }), {
      message:
        '40 of 1,000 people would get another sign-in name, and the limit is 10. Check the rule for userName and the columns of the extract; if this is intended, raise change.stopIdentity.',
    }),
    guardCase('ids, said', compared({ idsChanged: 40, signInNamesChanged: 40 }), {
      message:
        '40 of 1,000 people would get another id, and the limit is 10. Check the rule for externalId and the columns of the extract; if this is intended, raise change.stopIdentity.',
    }),
    guardCase('the first upload', FIRST, { decision: 'pass', message: expect1st() }),
    guardCase(
      'a lost baseline',
      { comparison: LOST },
      { decision: 'ask', isUncertain: true, message: 'What has changed is unknown: the log cannot be read.' },
    ),
  ],
  G7: [
    ...steps('people who lose a value', (count) => attributes(attribute('title', { emptied: count })), [
      [0, 'pass'],
      [49, 'pass', 50],
      [50, 'pass', 50],
      [51, 'type', 50],
      [300, 'type', 50],
      [301, 'stop', 300],
    ]),
    ...steps('of one person', (count) => attributes(attribute('title', { had: 1, emptied: count })), [[1, 'pass', 1]]),
    ...steps('of two', (count) => attributes(attribute('title', { had: 2, emptied: count })), [
      [1, 'pass', 1],
      [2, 'stop', 1],
    ]),
    guardCase('of nobody', attributes(attribute('title', { had: 0, isGone: true })), { decision: 'pass', value: 0 }),
    guardCase(
      'the worst counts, by decision',
      attributes(
        attribute('title', { emptied: 60 }),
        attribute('division', { had: 10, emptied: 4 }),
        attribute('locale', { had: 1, emptied: 1 }),
      ),
      {
        decision: 'stop',
        value: 4,
        limit: 3,
        message:
          'division and title would be empty for 4 of the 10 people who had a value, and the limit is 3. Check that the column still exists; if this is intended, raise empty.stop.',
      },
    ),
    guardCase(
      'the worst counts, by share',
      attributes(attribute('title', { had: 1000, emptied: 60 }), attribute('division', { had: 100, emptied: 20 })),
      {
        decision: 'type',
        typed: '20',
        message:
          'division and title would be empty for 20 of the 100 people who had a value, and the limit is 5. Check the columns of the extract.',
      },
    ),
    guardCase('few', attributes(attribute('title', { emptied: 3 }), attribute('division', { emptied: 2 })), {
      message: 'title would be empty for 3 of the 1,000 people who had a value.',
    }),
    guardCase('none', attributes(attribute('title', {})), { message: 'No attribute loses its values.' }),
    guardCase('a column that is gone', attributes(attribute('title', { had: 40, emptied: 38, isGone: true })), {
      decision: 'stop',
      value: 40,
    }),
    guardCase(
      'a column that nobody had is not a loss, but another one is',
      attributes(attribute('nickName', { had: 0, isGone: true }), attribute('title', { emptied: 3 })),
      { decision: 'pass', value: 3 },
    ),
    guardCase(
      'a column that is gone, and one person had a value',
      attributes(attribute('title', { had: 1, emptied: 0, isGone: true })),
      {
        decision: 'ask',
        value: 1,
        message: 'title no longer has a value, and 1 person had one. Check that its column still exists.',
      },
    ),
    guardCase(
      'a column that is gone, where losing all is permitted',
      attributes(attribute('title', { isGone: true })),
      { decision: 'type', typed: '1000' },
      { 'empty.stop': 100 },
    ),
    ...[{ kind: 'changes' } as const, { kind: 'failures', run: 'r' } as const].map((selection) =>
      guardCase(
        `no value among a few people: ${selection.kind}`,
        { ...attributes(attribute('title', { emptied: 3, isGone: true })), ...planned({ selection }) },
        { decision: 'pass', value: 3 },
      ),
    ),
    guardCase(
      'no value in a payload',
      {
        ...attributes(attribute('title', { isGone: true })),
        ...planned({ source: { kind: 'payload', name: 'p.json', sha256: '', size: 1 } }),
      },
      {
        decision: 'pass',
      },
    ),
    guardCase('the first upload', FIRST, { decision: 'pass', message: expect1st() }),
    guardCase(
      'a lost baseline',
      { comparison: LOST },
      {
        decision: 'ask',
        isUncertain: true,
        message: 'Which attributes lose their values is unknown: the log cannot be read.',
      },
    ),
  ],
  G18: [
    ...steps('people', (count) => ({ disabledByDefault: people(count) }), [
      [0, 'pass', 0],
      [1, 'ask', 0],
      [900, 'ask', 0],
    ]),
    guardCase('nobody', {}, { message: 'Nobody is inactive by default.' }),
    guardCase(
      'those who are disabled already',
      { ...predicted({}), disabledByDefault: people(3) },
      { decision: 'pass', message: 'Nobody who is enabled would be disabled by default.' },
    ),
    guardCase(
      'some of whom are enabled',
      { ...predicted({ disabled: people(1) }), disabledByDefault: people(3) },
      { decision: 'ask', value: 3 },
    ),
    guardCase(
      'some for whom a disabled account would be made',
      { ...predicted({ madeForLeavers: people(1) }), disabledByDefault: people(3) },
      { decision: 'ask', value: 3 },
    ),
    guardCase(
      'where the outcome of some is unknown',
      { ...predicted({ failed: people(1) }), disabledByDefault: people(3) },
      { decision: 'ask', value: 3 },
    ),
    guardCase(
      'one',
      { disabledByDefault: people(1) },
      {
        records: people(1),
        message:
          '1 person is inactive only because the mapping does not name the value of the status column. Map every value in the rule for active.',
      },
    ),
    guardCase(
      'many',
      { disabledByDefault: people(40) },
      {
        records: people(40),
        message:
          '40 people are inactive only because the mapping does not name the value of their status column. Map every value in the rule for active.',
      },
    ),
  ],
  G19: [
    ...steps('who were active', (count) => compared({ hidden: people(count) }), [
      [1, 'ask', 0],
      [20, 'ask', 0],
      [21, 'type', 20],
    ]),
    ...steps('who were active, of few', (count) => compared({ active: 100, hidden: people(count) }), [
      [2, 'ask', 0],
      [3, 'type', 2],
    ]),
    ...steps('who were active, of nobody', (count) => compared({ active: 0, hidden: people(count) }), [
      [20, 'ask', 0],
      [21, 'type', 20],
    ]),
    ...steps('by their status, at the first upload', (count) => ({ ...FIRST, hiddenLeavers: people(count) }), [
      [0, 'pass', 0],
      [1, 'ask', 0],
      [21, 'ask', 0],
    ]),
    ...steps('by their status, who were not active last time', (count) => ({ hiddenLeavers: people(count) }), [
      [1, 'ask', 0],
      [500, 'ask', 0],
    ]),
    guardCase(
      'both: those who were active are named',
      { ...compared({ hidden: people(2) }), hiddenLeavers: people(500) },
      { value: 2, records: people(2) },
    ),
    ...steps(
      'by their status, whose accounts are known and enabled',
      (count) => ({ ...predicted({ hiddenEnabled: people(count) }), hiddenLeavers: people(500) }),
      [
        [0, 'pass', 0],
        [1, 'ask', 0],
        [20, 'ask', 0],
        [21, 'type', 20],
      ],
    ),
    guardCase(
      'active last time, and disabled since',
      { ...compared({ hidden: people(2) }), ...predicted({ hiddenEnabled: people(0) }) },
      { decision: 'pass', message: 'The filter hides no leavers whose accounts are enabled.' },
    ),
    guardCase(
      'accounts that were read without those of hidden people',
      { ...predicted({}), hiddenLeavers: people(3) },
      { decision: 'ask', records: people(3) },
    ),
    guardCase('one whose account is enabled', predicted({ hiddenEnabled: people(1) }), {
      message:
        'The filter leaves out 1 person who has left or was sent as active before, and whose account is enabled. Change the filter so that they are sent as inactive.',
    }),
    guardCase('nobody', {}, { decision: 'pass', message: 'The filter hides no leavers.' }),
    guardCase('one', compared({ hidden: people(1) }), {
      message:
        'The filter leaves out 1 person who has left or was sent as active before, so the account stays enabled. Change the filter so that they are sent as inactive.',
    }),
    guardCase('many', compared({ hidden: people(30) }), {
      message:
        'The filter leaves out 30 people who have left or were sent as active before, so their accounts stay enabled. The limit is 20. Change the filter so that they are sent as inactive.',
    }),
    guardCase('a lost baseline, and nobody is excluded', { comparison: LOST }, { decision: 'pass', value: 0 }),
    ...(['unselected', 'unchanged'] as const).map((reason) =>
      guardCase(
        `a lost baseline, and nobody is left out but those who are ${reason}`,
        { comparison: LOST, ...counted({ excluded: 30, [reason]: 30 }) },
        { decision: 'pass', value: 0 },
      ),
    ),
    ...(['unselected', 'unchanged'] as const).map((reason) =>
      guardCase(
        `a lost baseline, and one more is left out than those who are ${reason}`,
        { comparison: LOST, ...counted({ excluded: 30, [reason]: 29 }) },
        { decision: 'ask', isUncertain: true },
      ),
    ),
    guardCase(
      'a lost baseline, and some are excluded',
      { comparison: LOST, ...counted({ excluded: 1 }) },
      {
        decision: 'ask',
        isUncertain: true,
        message: 'Whether the filter hides people who were active is unknown: the log cannot be read.',
      },
    ),
    guardCase(
      'a lost baseline, and leavers by their status',
      { comparison: LOST, ...counted({ excluded: 30 }), hiddenLeavers: people(30) },
      {
        decision: 'ask',
        message:
          'The filter leaves out 30 people who have left, so their accounts may stay enabled. Change the filter so that they are sent as inactive.',
      },
    ),
  ],
  G20: [
    ...steps('ids', (count) => predicted({ otherPeople: people(count) }), [
      [0, 'pass', 0],
      [1, 'type', 0],
      [10, 'type', 0],
      [11, 'stop', 10],
    ]),
    ...steps(
      'one id of one',
      (count) => ({ ...predicted({ otherPeople: people(count) }), ...surveyed({ operations: 1 }) }),
      [[1, 'type', 0]],
    ),
    guardCase('none', predicted({}), { message: "No id belongs to another person's account." }),
    guardCase('one', predicted({ otherPeople: people(1) }), {
      records: people(1),
      message:
        '1 id belongs to an account with another name and another sign-in name. Check that it is the same person.',
    }),
    guardCase('some', predicted({ otherPeople: people(4) }), {
      message:
        '4 ids belong to accounts with another name and another sign-in name. Check that they are the same people.',
    }),
    guardCase('many', predicted({ otherPeople: people(400) }), {
      records: people(400),
      message:
        '400 ids belong to accounts with another name and another sign-in name. The limit is 10: check that ids come from the right column, or raise change.stopIdentity.',
    }),
    guardCase('nobody looked', {}, { decision: 'pass', message: 'No accounts were read, so ids are not compared.' }),
    guardCase(
      'accounts that may not be read',
      { effects: LOST },
      {
        decision: 'ask',
        isUncertain: true,
        message: "Whether ids belong to other people's accounts is unknown: the log cannot be read.",
      },
    ),
  ],
  G21: [
    ...steps('leavers', (count) => predicted({ madeForLeavers: people(count) }), [
      [0, 'pass', 0],
      [1, 'ask', 0],
      [900, 'ask', 0],
    ]),
    guardCase('none', predicted({}), { message: 'Nobody who has left would get an account.' }),
    guardCase('one', predicted({ madeForLeavers: people(1) }), {
      records: people(1),
      message:
        '1 person who has left would get a new account. If they need none, remove these lines from the extract, but keep every leaver who has an account; otherwise confirm.',
    }),
    guardCase('many', predicted({ madeForLeavers: people(4) }), {
      message:
        '4 people who have left would get new accounts. If they need none, remove these lines from the extract, but keep every leaver who has an account; otherwise confirm.',
    }),
    guardCase(
      'a sandbox',
      { ...predicted({ madeForLeavers: people(1) }), ...planned({ target: SANDBOX }) },
      { decision: 'pass', records: people(1) },
    ),
    guardCase(
      'nobody looked',
      {},
      { decision: 'pass', message: 'No accounts were read, so nobody knows who would get one.' },
    ),
    guardCase(
      'accounts that may not be read',
      { effects: LOST },
      {
        decision: 'ask',
        isUncertain: true,
        message: 'Whether accounts would be created for leavers is unknown: the log cannot be read.',
      },
    ),
  ],
  G22: [
    guardCase('none', {}, { decision: 'pass', message: 'Ids and sign-in names are the same at every run.' }),
    ...['externalId', 'externalid'].map((path) =>
      guardCase(
        `the id: ${path}`,
        { unstableIdentity: ['userName', path] },
        {
          decision: 'stop',
          value: 1000,
          message: `userName and ${path} would be different at every run, because their rules use random values or the time. Take the id from a column that never changes.`,
        },
      ),
    ),
    guardCase(
      'a constant id',
      { constantIdentity: ['externalId'] },
      {
        decision: 'stop',
        value: 1000,
        message:
          'externalId would be the same for everybody, because its rule is a constant. Take the id from a column that never changes.',
      },
    ),
    guardCase(
      'a constant sign-in name',
      { constantIdentity: ['userName'] },
      {
        decision: 'type',
        typed: '1000',
        value: 1000,
        message:
          'userName would be the same for everybody, because its rule is a constant. Make it from columns that do not change.',
      },
    ),
    guardCase(
      'two sign-in names',
      { unstableIdentity: ['userName'], constantIdentity: ['emails.work'] },
      {
        decision: 'type',
        message:
          'userName would be different at every run, because its rule uses random values or the time. emails.work would be the same for everybody, because its rule is a constant. Make them from columns that do not change.',
      },
    ),
    guardCase(
      'one by the clock and one that is a constant',
      { unstableIdentity: ['userName'], constantIdentity: ['externalId'] },
      {
        decision: 'stop',
        value: 1000,
        message:
          'userName would be different at every run, because its rule uses random values or the time. externalId would be the same for everybody, because its rule is a constant. Take the id from a column that never changes.',
      },
    ),
    guardCase(
      'the sign-in name',
      { unstableIdentity: ['userName'] },
      {
        decision: 'type',
        typed: '1000',
        value: 1000,
        message:
          'userName would be different at every run, because its rule uses random values or the time. Make it from columns that do not change.',
      },
    ),
  ],
};

function expect1st(): string {
  return 'Nothing was sent to this job before, so there is nothing to compare with.';
}

function expectedStop(count: number, of: number, limit: number, by: 'count' | 'percent'): string {
  return `${count} of ${of.toLocaleString('en')} active people would be disabled, and the limit is ${limit}. If all of them have left, raise disable.stop.${by}.`;
}

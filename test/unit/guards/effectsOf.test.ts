import { describe, expect, it } from 'vitest';
import { effectsOf } from '../../../src/core/guards/effectsOf';
import type { JsonObject } from '../../../src/core/json/jsonValue';
import type { Prediction } from '../../../src/core/provisioning/cycle/whatIf';
import { whatIf } from '../../../src/core/provisioning/cycle/whatIf';
import { jobRig, user } from '../../support/jobRig';
import { person } from '../../support/people';

const accounts = [
  user('a', { employeeId: '1', userPrincipalName: 'ada@contoso.com', displayName: 'Ada', accountEnabled: true }),
  user('b', { employeeId: '2', userPrincipalName: 'bob@contoso.com', displayName: 'Bob', accountEnabled: true }),
  user('c', { employeeId: '3', userPrincipalName: 'cid@contoso.com', displayName: 'Cid', accountEnabled: false }),
  user('d', { employeeId: '4', userPrincipalName: 'dan@contoso.com' }),
];

function effects(...people: readonly JsonObject[]) {
  const { job, state, context } = jobRig({ users: accounts });
  const predictions = whatIf(people, job, state, context);
  const records = predictions.map((prediction, index) => ({ record: index + 1, line: index + 2, prediction }));
  return effectsOf(records, { accounts: 4 });
}

const named = (id: string, name: string, more: JsonObject = {}): JsonObject =>
  person(id, { userName: `${name.toLowerCase()}@contoso.com`, displayName: name, ...more });

describe('the effects of a plan', () => {
  it('counts who is created and who is disabled, and names the first', () => {
    expect(effects(named('1', 'Ada', { active: false }), named('9', 'Eve'))).toMatchObject({
      accounts: 4,
      created: { count: 1, first: [{ record: 2, line: 3 }] },
      disabled: { count: 1, first: [{ record: 1, line: 2 }] },
      otherPeople: { count: 0 },
      madeForLeavers: { count: 0 },
    });
  });

  it('knows an account that would be made for somebody who has left', () => {
    expect(effects(named('9', 'Eve', { active: false }))).toMatchObject({
      created: { count: 1 },
      madeForLeavers: { count: 1, first: [{ record: 1, line: 2 }] },
    });
  });

  it('knows an id that belongs to the account of somebody else: name and sign-in name both differ', () => {
    const { otherPeople } = effects(
      named('1', 'Zoe'),
      named('2', 'Bob', { displayName: 'Bobby' }),
      named('3', 'Cid', { userName: 'other@contoso.com' }),
    );
    expect(otherPeople).toEqual({ count: 1, first: [{ record: 1, line: 2 }] });
  });
});

describe('a prediction', () => {
  type Properties = Prediction['change']['modifiedProperties'];
  const counted = (outcome: Prediction['outcome'], modifiedProperties: Properties = []) => {
    const prediction = {
      externalId: '1',
      outcome,
      change: { modifiedProperties },
      waiting: [],
    } as unknown as Prediction;
    const found = effectsOf([{ record: 1, line: 2, prediction }], {});
    return Object.entries(found).flatMap(([name, { count }]) => (count > 0 ? [name] : []));
  };
  const property = (name: string, oldValue: string | null, newValue: string | null) => ({ name, oldValue, newValue });
  const both = (oldName: string | null, newName: string | null) => [
    property('displayName', 'Ada', 'Zoe'),
    property('userPrincipalName', oldName, newName),
  ];

  it.each([
    ['created', ['created']],
    ['disabled', ['disabled']],
    ['held', ['disabled']],
    ['failed', ['failed']],
    ['updated', []],
    ['unchanged', []],
    ['enabled', []],
  ] as const)('that is %s is counted as %j', (outcome, expected) => {
    expect(counted(outcome)).toEqual(expected);
  });

  it.each([
    ['updated', 'ada@contoso.com', 'zoe@contoso.com', ['otherPeople', 'renamed']],
    ['disabled', 'ada@contoso.com', 'zoe@contoso.com', ['disabled', 'otherPeople', 'renamed']],
    ['created', 'ada@contoso.com', 'zoe@contoso.com', ['created']],
    ['failed', 'ada@contoso.com', 'zoe@contoso.com', ['failed']],
    ['updated', null, 'zoe@contoso.com', []],
    ['updated', '', 'zoe@contoso.com', []],
    ['updated', 'ada@contoso.com', null, ['renamed']],
    ['updated', 'ada@contoso.com', '', ['renamed']],
  ] as const)(
    'that is %s, with %j replaced by %j, is of another person only if both are names, and loses the one it has',
    (outcome, from, to, expected) => {
      expect(counted(outcome, both(from, to))).toEqual(expected);
    },
  );

  it.each([
    ['accountEnabled', 'False', true],
    ['accountEnabled', 'True', false],
    ['accountEnabled', null, false],
    ['accountDisabled', 'True', true],
    ['accountDisabled', 'False', false],
    ['jobTitle', 'false', false],
    ['jobTitle', 'true', false],
  ])('that creates an account with %s %s makes it for a leaver: %s', (name, value, expected) => {
    expect(counted('created', [property(name, null, value)]).includes('madeForLeavers')).toBe(expected);
    expect(counted('updated', [property(name, null, value)])).toEqual([]);
  });

  it('names the first ten', () => {
    const prediction = { externalId: '1', outcome: 'created', change: { modifiedProperties: [] }, waiting: [] };
    const records = Array.from({ length: 12 }, (_, index) => ({
      record: index + 1,
      line: index + 2,
      prediction: prediction as unknown as Prediction,
    }));
    const { created } = effectsOf(records, {});
    expect([created.count, created.first.length, created.first[9]]).toEqual([12, 10, { record: 10, line: 11 }]);
  });
});

describe('people whom the filter hides', () => {
  type Steps = Prediction['change']['steps'];
  const predicted = (externalId: string, outcome: Prediction['outcome'], change: object = {}) => ({
    externalId,
    outcome,
    change: { modifiedProperties: [], targetId: '', steps: [], ...change },
    waiting: [],
  });
  const recordsOf = (predictions: readonly object[], from: number) =>
    predictions.map((prediction, index) => ({
      record: from + index,
      line: from + index + 1,
      prediction: prediction as Prediction,
    }));
  /** Lines of hidden people whose accounts stay enabled. */
  const linesOf = (hidden: readonly object[], sent: readonly object[] = []) => {
    const { hiddenEnabled } = effectsOf(recordsOf(sent, 1), { hidden: recordsOf(hidden, 10) });
    expect(hiddenEnabled?.first).toHaveLength(hiddenEnabled?.count ?? NaN);
    return hiddenEnabled?.first.map(({ line }) => line);
  };
  const step = (type: string, status: string) => [{ name: '', type, status, description: '', details: {} }] as Steps;

  it('are unknown where nobody has looked for them', () => {
    expect(effectsOf([])).not.toHaveProperty('hiddenEnabled');
    expect(linesOf([])).toEqual([]);
  });

  it.each([
    ['disabled', 1],
    ['held', 1],
    ['unchanged', 0],
    ['created', 0],
    ['updated', 0],
    ['skipped', 0],
  ] as const)('and whose account being sent as inactive leaves %s are counted: %i', (outcome, count) => {
    expect(linesOf([predicted('7', outcome)])).toHaveLength(count);
  });

  it('are not hidden if another of their records is sent', () => {
    expect(linesOf([predicted('7', 'disabled'), predicted('8', 'disabled')], [predicted('7', 'updated')])).toEqual([
      12,
    ]);
  });

  it('count once, by the first of their records; without an id each by itself', () => {
    const twice = [predicted('7', 'disabled'), predicted('7', 'disabled')];
    const unnamed = [predicted('', 'disabled'), predicted('', 'held')];
    expect(linesOf([...twice, ...unnamed])).toEqual([11, 13, 14]);
    // The first decides, also where it says that there is nothing to disable
    expect(linesOf([predicted('7', 'unchanged'), predicted('7', 'disabled')])).toEqual([]);
  });

  it.each<readonly [string, object, number]>([
    ['has found their account, and then failed', { targetId: 'a', steps: step('matching', 'success') }, 1],
    ['could not look for their account', { steps: step('matching', 'failure') }, 1],
    ['failed before it looked for their account', { steps: step('import', 'success') }, 1],
    ['has looked, and found no account', { steps: step('matching', 'success') }, 0],
  ])('may have an enabled account if the job %s', (_case, change, count) => {
    expect(linesOf([predicted('7', 'failed', change)])).toHaveLength(count);
  });
});

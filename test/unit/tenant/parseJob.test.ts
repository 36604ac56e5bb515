import { describe, expect, it } from 'vitest';
import { parseJob } from '../../../src/tenant/parseJob';

const read = (job: unknown) => parseJob(JSON.stringify(job));
/** As the page of synchronizationJob has it, with what differs. */
const job = (status: object = {}, schedule: object = {}) => ({
  id: 'API2AAD.0123.4567',
  templateId: 'API2AAD',
  schedule: { expiration: null, interval: 'PT40M', state: 'Active', ...schedule },
  status: { code: 'Active', quarantine: null, lastExecution: null, ...status },
});

describe('parseJob', () => {
  it('reads what a job says of itself', () => {
    const quarantine = {
      currentBegan: '2026-11-20T10:00:00Z',
      nextAttempt: '2026-11-21T10:00:00.1234567Z',
      reason: 'TooManyDeletes',
      error: { code: 'SomeError', message: 'Ada Lovelace', tenantActionable: true },
    };
    const lastExecution = {
      state: 'entrylevelerrors',
      timeBegan: '2026-11-20T09:00:00Z',
      timeEnded: '2026-11-20T09:01:00Z',
    };
    expect(read(job({ code: 'quarantine', quarantine, lastExecution }, { state: 'ACTIVE' }))).toEqual({
      id: 'API2AAD.0123.4567',
      templateId: 'API2AAD',
      schedule: 'Active',
      code: 'Quarantine',
      quarantine: {
        reason: 'TooManyDeletes',
        error: 'SomeError',
        began: Date.UTC(2026, 10, 20, 10),
        nextAttempt: Date.UTC(2026, 10, 21, 10) + 123.4567,
      },
      lastExecution: { state: 'EntryLevelErrors', ended: Date.UTC(2026, 10, 20, 9, 1) },
    });
  });

  it.each<[string, unknown, boolean | undefined]>([
    [
      'a threshold',
      [
        { name: 'Other', value: '1' },
        { name: 'QuarantineTooManyDeletesThreshold', value: '500' },
      ],
      true,
    ],
    ['no threshold', [{ name: 'LookaheadQueryEnabled', value: 'False' }], false],
    ['no settings', [], false],
    ['a threshold that is not a number', [{ name: 'QuarantineTooManyDeletesThreshold', value: '' }], undefined],
    ['a threshold of 0', [{ name: 'QuarantineTooManyDeletesThreshold', value: '0' }], undefined],
    ['settings that are kept back', null, undefined],
    ['nothing of its settings', undefined, undefined],
  ])('knows from %s whether the service stops accidental deletions', (_, synchronizationJobSettings, expected) => {
    const found = read({ ...job(), synchronizationJobSettings });
    expect('preventsDeletions' in found ? found.preventsDeletions : undefined).toBe(expected);
  });

  it('knows that the beginning of time means never', () => {
    const lastExecution = { state: 'Failed', timeBegan: '0001-01-01T00:00:00Z', timeEnded: '0001-01-01T00:00:00Z' };
    expect(read(job({ lastExecution }))).toMatchObject({ lastExecution: undefined, quarantine: undefined });
  });

  it.each([
    ['a sentence', 'Ask ada@contoso.com'],
    ['a long word', 'a'.repeat(81)],
    ['a number', 7],
    ['an object', { __proto__: null, toString: 'x' }],
    ['nothing', null],
  ])('takes %s for no word of the service', (_, value) => {
    const quarantine = { reason: value, currentBegan: value, error: { code: value } };
    expect(read({ ...job({ code: value, quarantine }, { state: value }), templateId: value, id: value })).toEqual({
      id: typeof value === 'string' ? value : '',
      templateId: '',
      schedule: '',
      code: '',
      quarantine: { reason: '', error: '', began: undefined, nextAttempt: undefined },
      lastExecution: undefined,
    });
  });

  it.each(['', '{', '[]', 'null', '"job"', '{"value":[]}', '{"schedule":{}}', '{"status":{},"schedule":[]}'])(
    'refuses %s',
    (text) => {
      expect(parseJob(text)).toEqual({ refusal: expect.stringContaining('not a job') as string });
    },
  );
});

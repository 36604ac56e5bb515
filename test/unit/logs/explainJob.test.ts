import { describe, expect, it } from 'vitest';
import type { JobHealth } from '../../../src/core/logs/explainJob';
import { explainJob } from '../../../src/core/logs/explainJob';

const active = { code: 'Active', schedule: 'Active' };
const quarantine = { error: { message: 'The credentials are wrong.' } };

describe('explainJob', () => {
  it.each<readonly [string, JobHealth, cause: string | undefined]>([
    ['is silent while it provisions', active, undefined],
    ['says that it is paused', { code: 'Paused', schedule: 'Paused' }, 'paused'],
    ['says why it is in quarantine', { ...active, code: 'Quarantine', quarantine }, 'The credentials are wrong.'],
    ['says that it is disabled', { code: 'Paused', schedule: 'Disabled' }, 'disabled'],
    ['names the quarantine of a disabled job first', { code: 'Quarantine', schedule: 'Disabled', quarantine }, 'wrong'],
  ])('%s', (_, job, cause) => {
    const explained = explainJob(job);
    if (cause === undefined) expect(explained).toBeUndefined();
    else expect(explained?.cause).toContain(cause);
  });
});

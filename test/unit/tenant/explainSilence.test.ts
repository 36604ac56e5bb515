import { describe, expect, it } from 'vitest';
import { RejectedError, UnknownOutcomeError } from '../../../src/tenant/errors';
import type { JobState } from '../../../src/tenant/parseJob';
import { explainSilence, explainStuck } from '../../../src/tenant/reconciling/explainSilence';

const ACCEPTED = Date.UTC(2026, 10, 30, 8);

const working: JobState = {
  id: 'API2AAD.x',
  templateId: 'API2AAD',
  schedule: 'Active',
  code: 'Active',
  quarantine: undefined,
  lastExecution: { state: 'Succeeded', ended: ACCEPTED },
};
const quarantine = { reason: 'TooManyDeletes', error: '', began: ACCEPTED, nextAttempt: undefined };
const facts = { remedy: 'Do something.' };

function explained(job: JobState | RejectedError | UnknownOutcomeError | undefined, wasStuck = false): string {
  const { cause, remedy } = explainSilence({ job, acceptedAt: ACCEPTED, wasStuck });
  return `${cause} ${remedy}`;
}

describe('why the log says nothing', () => {
  it.each<[string, JobState | RejectedError | UnknownOutcomeError | undefined, RegExp]>([
    ['nobody can say', undefined, /^The reason is unknown/],
    ['paused', { ...working, code: 'Paused', schedule: 'Paused' }, /paused.*Start the job/],
    ['disabled', { ...working, code: 'Paused', schedule: 'Disabled' }, /disabled after four weeks/],
    [
      'in quarantine',
      { ...working, code: 'Quarantine', quarantine },
      /quarantine: a cycle would disable.*Do not restart it/,
    ],
    [
      'in quarantine for an unknown reason',
      { ...working, code: 'Quarantine' },
      /quarantine: the service does not give/,
    ],
    ['never run', { ...working, code: 'NotRun', lastExecution: undefined }, /has not run since.*never run.*Wait/],
    [
      'not run since',
      { ...working, lastExecution: { state: 'Succeeded', ended: ACCEPTED - 1 } },
      /has not run since.*at 2026-11-30 08:00 UTC/,
    ],
    ['run since', working, /has run since.*If it was restarted while.*Send these people again/],
    ['deleted', new RejectedError('Gone.', { ...facts, status: 404 }), /no longer exists/],
    ['not to be read', new RejectedError('No.', { ...facts, status: 403 }), /cannot be read\. No\. Do something\./],
    ['out of reach', new UnknownOutcomeError('Lost.', facts), /cannot be read\. Lost\./],
  ])('%s', (_what, job, words) => {
    expect(explained(job)).toMatch(words);
  });

  it('asks for the agent where accounts are in Active Directory, and nowhere else', () => {
    const late = { ...working, code: 'NotRun', lastExecution: undefined };
    expect(explained({ ...late, templateId: 'API2AD' })).toMatch(/provisioning agent is active\.$/);
    expect(explained(late)).not.toContain('agent');
  });

  it('names a restart more plainly where the job was seen paused', () => {
    expect(explained(working, true)).toMatch(/It was paused or in quarantine before\. If it was restarted then/);
  });

  it('is a job that does not run, or has no known cause', () => {
    expect(explainStuck(working)).toBeUndefined();
    expect(explainStuck({ ...working, schedule: 'Paused' })?.cause).toMatch(/paused/);
  });
});

import { describe, expect, it } from 'vitest';
import { reportText } from '../../../src/doctor/reportText';
import { graphError, json } from '../tenant/answers';
import { examined, FILE, JOB } from './examined';

const jobCheck = async (answer: () => Response, jobs?: () => Response) => {
  const { checks, ready } = await examined({ job: answer, ...(jobs && { jobs }) });
  const found = checks.find(({ id }) => id === 'job');
  return { ready, state: found?.state, message: found?.message ?? '', remedy: found?.remedy ?? '' };
};
const job =
  (status: object, schedule: object = {}, rest: object = {}) =>
  () =>
    json(200, { ...JOB, ...rest, status: { ...JOB.status, ...status }, schedule: { ...JOB.schedule, ...schedule } });
const ran = (state: string) => ({ lastExecution: { state, timeEnded: '2026-11-28T18:00:00Z' } });

describe('the job is', () => {
  it.each([
    [
      'active',
      job(ran('Succeeded')),
      'ok',
      /^The job to Microsoft Entra ID is active\. .* 18:00 UTC without errors\.$/,
    ],
    ['active with failures', job(ran('EntryLevelErrors')), 'ok', /with failures\.$/],
    ['active after a failure', job(ran('Failed')), 'ok', /and failed\.$/],
    ['not run yet', job({ code: 'NotRun' }), 'ok', /has not run yet\.$/],
    [
      'of a state that is new',
      job({ code: 'Dreaming' }),
      'unknown',
      /its state is "Dreaming", which this version does not know/,
    ],
    ['of no state', job({ code: 5 }), 'unknown', /its state is not given/],
    ['active after a result that is new', job(ran('constructor')), 'ok', /18:00 UTC\.$/],
    ['one to Active Directory', job({}, {}, { templateId: 'API2AD' }), 'ok', /^The job to Active Directory/],
    ['paused', job({ code: 'Paused' }, { state: 'Paused' }), 'failed', /paused/],
    ['paused by its schedule alone', job({}, { state: 'Paused' }), 'failed', /paused/],
    ['disabled', job({}, { state: 'Disabled' }), 'failed', /disabled after four weeks/],
    ['new', job({ code: 'NotConfigured' }, { state: 'Disabled' }), 'failed', /not fully set up/],
    ['in quarantine, no reason given', job({ code: 'Quarantine' }), 'failed', /does not give a known reason/],
    ['in quarantine for a new reason', job({ quarantine: { reason: 'Boredom' } }), 'failed', /\(Boredom\)/],
    ['of another kind', job({}, {}, { id: 'Azure2Aws.1', templateId: 'aws' }), 'failed', /does not accept uploads/],
    ['unreadable', () => new Response('<html>'), 'failed', /^The job could not be read/],
    ['out of order', () => graphError(503, 'serviceNotAvailable'), 'failed', /503 \(serviceNotAvailable\)/],
    ['not to be read', () => graphError(403, 'Authorization_RequestDenied'), 'unknown', /cannot be read/],
    ['not to be read, as jobs say it', () => graphError(401, 'UnknownError'), 'unknown', /cannot be read/],
    ['closed to the token', () => graphError(401, 'InvalidAuthenticationToken'), 'failed', /401/],
  ])('%s', async (_, answer, state, message) => {
    const found = await jobCheck(answer);
    expect(found).toMatchObject({ state, ready: state !== 'failed' });
    expect(found.message).toMatch(message);
    expect(found.message).not.toContain('Said so.');
    if (state !== 'ok') expect(found.remedy).not.toBe('');
  });

  it('not there, while others are', async () => {
    const other = { ...JOB, id: 'API2AAD.other' };
    const found = await jobCheck(
      () => graphError(404, 'Request_ResourceNotFound'),
      () => json(200, { value: [other] }),
    );
    expect(found).toMatchObject({ state: 'failed', message: expect.stringContaining('no job with this id') as string });
    expect(found.remedy).toContain('API2AAD.other');
  });

  it('not there, while more others are than anybody reads', async () => {
    const value = Array.from({ length: 1011 }, (_, index) => ({ ...JOB, id: `API2AAD.${index}` }));
    const found = await jobCheck(
      () => graphError(404, 'Request_ResourceNotFound'),
      () => json(200, { value }),
    );
    expect(found.remedy).toMatch(/ API2AAD\.8, API2AAD\.9, and 1,001 more\.$/);
  });

  it('not to be known, so that to be ready is not certain', async () => {
    const report = await examined({ job: () => graphError(403, 'Authorization_RequestDenied') });
    expect(reportText(report)[0]).toContain('Ready to send, as far as can be checked.');
  });

  it('none, which is said once', async () => {
    const { message } = await jobCheck(() => json(200, []));
    expect(message).toBe('The job could not be read: The answer is not a job: it has no "schedule" or no "status".');
  });

  it('not there, nor its service principal', async () => {
    const missing = () => graphError(404, 'Request_ResourceNotFound');
    const found = await jobCheck(missing, missing);
    expect(found).toMatchObject({
      state: 'failed',
      message: expect.stringContaining('no service principal') as string,
    });
  });
});

describe('the address', () => {
  it('of another kind of job is doubted before it is called', async () => {
    const { checks } = await examined({ file: { jobId: 'aws.0123' } });
    expect(checks[0]).toMatchObject({ id: 'address', state: 'warning' });
  });

  it('names the cloud', async () => {
    const { checks, portalLink } = await examined({
      file: { cloud: 'china', servicePrincipalId: FILE.servicePrincipalId },
    });
    expect(checks[0]?.message).toContain('China (21Vianet)');
    expect(portalLink).toMatch(/^https:\/\/entra\.microsoftonline\.cn\/#view\//);
  });
});

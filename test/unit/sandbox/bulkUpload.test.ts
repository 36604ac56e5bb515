import { describe, expect, it } from 'vitest';
import { MAX_BODY_BYTES } from '../../../src/sandbox/routes/bulkUploadRoute';
import { bulkBody, person } from '../../support/people';
import { createSandboxRig } from './sandboxRig';

const SCIM = { 'content-type': 'application/scim+json' };
const BODY = bulkBody(person('1'));

/** A bulk request whose record has a member of this value. */
const extended = (json: string): string => BODY.replace('"externalId"', `"x":${json},"externalId"`);

describe('bulkUpload', () => {
  it('takes v1.0 and beta, and tells the version back', async () => {
    for (const version of ['v1.0', 'beta']) {
      const rig = createSandboxRig();
      const answer = await rig.send('POST', `/${version}${rig.jobPath}`, { ...SCIM, 'client-request-id': 'abc' }, BODY);
      expect(answer).toMatchObject({ status: 202, body: '', headers: { 'client-request-id': 'abc' } });
      expect(answer.headers.Location).toContain(`/${version}/auditLogs/provisioning/?$filter=jobid%20eq%20'API2AAD.`);
    }
  });

  const refusals: readonly [string, Record<string, string | undefined>, string | Uint8Array, number, string][] = [
    ['no content type', {}, BODY, 400, 'Invalid Data Format'],
    ['application/json', { 'content-type': 'application/json' }, BODY, 400, 'Invalid Data Format'],
    ['a body that is not JSON', SCIM, '{', 400, 'Invalid Data Format'],
    ['an empty body', SCIM, '', 400, 'Invalid Data Format'],
    ['bytes that are not UTF-8', SCIM, Uint8Array.of(0x7b, 0xff), 400, 'not UTF-8'],
    ['51 operations', SCIM, bulkBody(...Array.from({ length: 51 }, (_, i) => person(String(i)))), 400, 'at most 50'],
    ['a compressed body', { ...SCIM, 'content-encoding': 'gzip' }, BODY, 415, 'compressed'],
    ['a body that is too large', SCIM, 'x'.repeat(MAX_BODY_BYTES + 1), 413, 'bytes'],
    ['a record nested too deeply', SCIM, extended('['.repeat(10_000) + ']'.repeat(10_000)), 400, 'over 64 levels deep'],
    ['a list of too many elements', SCIM, extended(`[${'1,'.repeat(10_000)}1]`), 400, 'too large'],
    ['a string that is too long', SCIM, extended(`"${'x'.repeat(1_048_577)}"`), 400, 'too large'],
    ['a length that is too large', { ...SCIM, 'content-length': String(MAX_BODY_BYTES + 1) }, '', 413, 'bytes'],
  ];
  it.each(refusals)('refuses %s', async (_, headers, body, status, words) => {
    const rig = createSandboxRig();
    const answer = await rig.send('POST', `/v1.0${rig.jobPath}`, headers, body);
    expect(answer.status).toBe(status);
    const { error } = JSON.parse(answer.body) as { error: { message: string; innerError: Record<string, string> } };
    expect(error.message).toContain(words);
    expect(error.innerError).toEqual({
      date: '2026-11-30T08:00:00',
      'request-id': answer.headers['request-id'],
      'client-request-id': answer.headers['client-request-id'],
    });
    expect(rig.sandbox.staged).toBe(0);
  });

  it('takes a media type with parameters and in capitals', async () => {
    const rig = createSandboxRig();
    const headers = { 'content-type': 'Application/SCIM+JSON; charset=utf-8' };
    expect((await rig.send('POST', `/v1.0${rig.jobPath}`, headers, BODY)).status).toBe(202);
  });

  it('does not know other jobs and applications', async () => {
    const rig = createSandboxRig();
    for (const path of [
      rig.jobPath.replace(/jobs\/[^/]+/, 'jobs/x'),
      rig.jobPath.replace(/Principals\/[^/]+/, 'Principals/x'),
    ]) {
      expect((await rig.send('POST', `/v1.0${path}`, SCIM, BODY)).status).toBe(404);
    }
  });

  it('sends Retry-After only where an option asks for it', async () => {
    for (const [options, expected] of [
      [{}, undefined],
      [{ retryAfter: 7 }, '7'],
    ] as const) {
      const rig = createSandboxRig(options);
      const statuses = new Set<number>();
      let last: string | undefined;
      for (let count = 0; count < 41; count++) {
        const answer = await rig.send('POST', `/v1.0${rig.jobPath}`, SCIM, BODY);
        statuses.add(answer.status);
        last = answer.headers['Retry-After'];
      }
      expect([...statuses]).toEqual([202, 429]);
      expect(last).toBe(expected);
    }
  });

  it('runs one cycle for all that was staged in its delay, and the next for what comes after', async () => {
    const rig = createSandboxRig({ rules: { cycleDelay: 1000 }, logLatency: 0 });
    const upload = (id: string): Promise<unknown> =>
      rig.send('POST', `/v1.0${rig.jobPath}`, SCIM, bulkBody(person(id)));
    await upload('1');
    rig.clock.advance(999);
    await upload('2');
    expect([rig.sandbox.staged, rig.sandbox.directory.size]).toEqual([2, 0]);
    rig.clock.advance(1);
    expect([rig.sandbox.staged, rig.sandbox.directory.size]).toEqual([0, 2]);
    rig.clock.advance(500);
    await upload('3');
    rig.clock.advance(999);
    expect(rig.sandbox.directory.size).toBe(2);
    rig.clock.advance(1);
    expect(rig.sandbox.directory.size).toBe(3);
  });

  it('forgets everything when disposed of', async () => {
    const rig = createSandboxRig({ rules: { cycleDelay: 1000 } });
    await rig.send('POST', `/v1.0${rig.jobPath}`, SCIM, BODY);
    rig.sandbox.dispose();
    rig.clock.advance(5000);
    expect([rig.sandbox.staged, rig.sandbox.directory.size]).toEqual([0, 0]);
    expect((await rig.send('GET', '/v1.0/auditLogs/provisioning')).status).toBe(401);
  });
});

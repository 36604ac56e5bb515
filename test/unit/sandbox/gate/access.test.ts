import { describe, expect, it } from 'vitest';
import { bulkBody, person } from '../../../support/people';
import { AUTHORITY, createSandboxRig } from '../sandboxRig';

const hosts = [
  AUTHORITY,
  '127.0.0.1',
  '127.0.0.1:1',
  'localhost:40400',
  'evil.example:40400',
  '[::1]:40400',
  '0.0.0.0:40400',
  `${AUTHORITY}.`,
  undefined,
];
const origins = [undefined, 'null', 'https://evil.example', `http://${AUTHORITY}`];
const keys = ['good', undefined, 'Bearer sandbox-token-wrong', 'Bearer eyJhbGciOi.real.looking', 'Basic dXNlcjpwYXNz'];

describe('access to the sandbox', () => {
  const cells = hosts.flatMap((host) => origins.flatMap((origin) => keys.map((key) => ({ host, origin, key }))));

  it(`lets 1 of ${cells.length} combinations of host, origin and key in`, async () => {
    const rig = createSandboxRig();
    const passed: unknown[] = [];
    for (const { host, origin, key } of cells) {
      const authorization = key === 'good' ? {} : { authorization: key };
      const headers = { host, origin, ...authorization, 'content-type': 'application/scim+json' };
      const { status } = await rig.send('POST', `/v1.0${rig.jobPath}`, headers, bulkBody(person('1')));
      expect([202, 401, 403]).toContain(status);
      if (status === 202) passed.push({ host, origin, key });
      if (host !== AUTHORITY || origin !== undefined) expect(status).toBe(403);
    }
    expect(passed).toEqual([{ host: AUTHORITY, origin: undefined, key: 'good' }]);
    expect(rig.sandbox.staged).toBe(1);
  });

  it.each([
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ 'sec-fetch-site': 'none' }, 200],
    [{ referer: 'https://evil.example/' }, 403],
    [{ referer: `http://${AUTHORITY}.evil.example/` }, 403],
    [{ referer: `http://${AUTHORITY}/x` }, 200],
  ])('answers %j with %i', async (headers, status) => {
    const answer = await createSandboxRig().send('GET', '/v1.0/auditLogs/provisioning', headers);
    expect(answer.status).toBe(status);
    expect(Object.keys(answer.headers).join().toLowerCase()).not.toContain('access-control');
  });

  it.each([
    '/',
    '/index.html',
    '/../../etc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/v1.0/groups',
    '//evil/v1.0',
    'http://evil/',
    '*',
  ])('has nothing at %s, and does not even say so without a token', async (target) => {
    const rig = createSandboxRig();
    expect((await rig.send('GET', target)).status).toBe(404);
    expect((await rig.send('GET', target, { authorization: undefined })).status).toBe(401);
  });

  it('says which method it takes', async () => {
    const rig = createSandboxRig();
    const cases = [
      ['GET', `/v1.0${rig.jobPath}`, 'POST'],
      ['OPTIONS', `/v1.0${rig.jobPath}`, 'POST'],
      ['POST', '/beta/auditLogs/provisioning', 'GET'],
      ['GET', `/${rig.sandbox.tenantId}/oauth2/v2.0/token`, 'POST'],
    ] as const;
    for (const [method, target, allow] of cases) {
      const answer = await rig.send(method, target);
      expect([answer.status, answer.headers.Allow]).toEqual([405, allow]);
    }
  });

  it.each([
    [undefined, 'Access token is empty.'],
    ['Bearer ', 'Access token is empty.'],
    ['Bearer eyJ.real.token', 'Access token is not one of the sandbox.'],
  ])('explains why %s is not a token', async (authorization, message) => {
    const answer = await createSandboxRig().send('GET', '/v1.0/auditLogs/provisioning', { authorization });
    expect(answer.status).toBe(401);
    expect(JSON.parse(answer.body)).toMatchObject({ error: { code: 'InvalidAuthenticationToken', message } });
    expect(answer.body).not.toContain('eyJ');
  });

  it('lets a token expire', async () => {
    const rig = createSandboxRig();
    rig.clock.advance(3_598_999);
    expect((await rig.send('GET', '/v1.0/auditLogs/provisioning')).status).toBe(200);
    rig.clock.advance(1);
    const answer = await rig.send('GET', '/v1.0/auditLogs/provisioning');
    expect(JSON.parse(answer.body)).toMatchObject({
      error: { message: 'Access token has expired or is not yet valid.' },
    });
  });
});

import { describe, expect, it } from 'vitest';
import type { SandboxResponse } from '../../../src/sandbox/message';
import type { SandboxRig } from './sandboxRig';
import { AUTHORITY, createSandboxRig } from './sandboxRig';

const FORM = { 'content-type': 'application/x-www-form-urlencoded', authorization: undefined };

function ask(
  rig: SandboxRig,
  more: Record<string, string>,
  headers: Record<string, string | undefined> = FORM,
): Promise<SandboxResponse> {
  const { clientId, clientSecret, tenantId } = rig.sandbox;
  const scope = `http://${AUTHORITY}/.default`;
  const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret, scope, ...more };
  return rig.send('POST', `/${tenantId}/oauth2/v2.0/token`, headers, new URLSearchParams(form).toString());
}

describe('the token endpoint', () => {
  it('gives a token that opens the rest', async () => {
    const rig = createSandboxRig();
    const answer = await ask(rig, {});
    const json = JSON.parse(answer.body) as Record<string, unknown>;
    expect(answer.status).toBe(200);
    expect(json).toMatchObject({ token_type: 'Bearer', expires_in: 3599, ext_expires_in: 3599 });
    expect(json.access_token).toMatch(/^sandbox-token-[0-9a-f]{32}\.[\w-]+\.[0-9a-f]{32}$/);
    const claims = Buffer.from(String(json.access_token).split('.')[1] ?? '', 'base64url').toString();
    expect(JSON.parse(claims)).toMatchObject({
      tid: rig.sandbox.tenantId,
      appid: rig.sandbox.clientId,
      roles: expect.arrayContaining(['SynchronizationData-User.Upload', 'ProvisioningLog.Read.All']) as unknown,
    });
    const authorization = `Bearer ${String(json.access_token)}`;
    expect((await rig.send('GET', '/v1.0/auditLogs/provisioning', { authorization })).status).toBe(200);
  });

  it('takes a scope with the port of a proxy', async () => {
    expect((await ask(createSandboxRig(), { scope: 'http://127.0.0.1:4711/.default' })).status).toBe(200);
  });

  it.each([
    [{ client_secret: 'wrong' }, 401, 'invalid_client'],
    [{ client_id: 'wrong' }, 401, 'invalid_client'],
    [{ client_secret: '' }, 400, 'invalid_request'],
    [{ grant_type: 'password' }, 400, 'unsupported_grant_type'],
    [{ grant_type: '' }, 400, 'invalid_request'],
    [{ scope: 'https://graph.microsoft.com/.default' }, 400, 'invalid_scope'],
    [{ scope: 'http://localhost:40400/.default' }, 400, 'invalid_scope'],
    [{ scope: 'http://127.0.0.1:40400/.default/x' }, 400, 'invalid_scope'],
  ])('answers %j with %i %s', async (more, status, error) => {
    const answer = await ask(createSandboxRig(), more);
    expect(answer.status).toBe(status);
    const json = JSON.parse(answer.body) as Record<string, unknown>;
    expect(json).toMatchObject({ error });
    expect(json.error_description).toMatch(/\.$/);
  });

  it('wants a form, and the sandbox’s own tenant', async () => {
    const rig = createSandboxRig();
    expect((await ask(rig, {}, { 'content-type': 'application/json' })).status).toBe(400);
    expect((await rig.send('POST', '/common/oauth2/v2.0/token', FORM)).status).toBe(400);
    expect((await ask(rig, { padding: 'x'.repeat(20_000) })).status).toBe(413);
  });
});

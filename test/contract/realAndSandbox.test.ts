import { describe, expect, it } from 'vitest';
import { NotSentError } from '../../src/tenant/errors';
import { createHttpTenant } from '../../src/tenant/httpTenant';
import type { Transport } from '../../src/tenant/transport';
import { bulkBody, person } from '../support/people';
import { AUTHORITY, createSandboxRig } from '../unit/sandbox/sandboxRig';
import { sandboxTransport } from './sandboxTransport';

const REAL_TOKEN = 'eyJ0eXAiOiJKV1QifQ.eyJ0aWQiOiJyZWFsIn0.c2lnbmF0dXJl';

/** A tenant of one kind, with a token of one kind, and what went out on the way to it. */
function build(kind: 'sandbox' | 'real', tokenOf: 'sandbox' | 'real') {
  const { sandbox } = createSandboxRig();
  const sent: string[] = [];
  const reach = sandboxTransport(sandbox);
  const transport: Transport = (url, request) => {
    sent.push(new URL(url).origin);
    return kind === 'sandbox' ? reach(url, request) : Promise.resolve(new Response(null, { status: 202 }));
  };
  const token = tokenOf === 'sandbox' ? sandbox.issueToken() : REAL_TOKEN;
  const { servicePrincipalId, jobId } = sandbox.application;
  const origin = kind === 'sandbox' ? `http://${AUTHORITY}` : 'https://graph.microsoft.com';
  const tenant = createHttpTenant({
    endpoint: { kind, origin, version: 'v1.0', servicePrincipalId, jobId },
    name: kind,
    transport,
    tokens: { token: () => Promise.resolve(token) },
  });
  return { tenant, sent, sandbox };
}

describe('a sandbox and a real tenant are not mixed up', () => {
  it.each([
    ['sandbox', 'sandbox'],
    ['real', 'real'],
  ] as const)('a %s takes the token of a %s', async (kind, tokenOf) => {
    const { tenant, sent } = build(kind, tokenOf);
    await tenant.upload(bulkBody(person('1')));
    expect(sent).toHaveLength(1);
  });

  it.each([
    ['sandbox', 'real'],
    ['real', 'sandbox'],
  ] as const)('nothing goes to a %s with the token of a %s', async (kind, tokenOf) => {
    const { tenant, sent } = build(kind, tokenOf);
    await expect(tenant.upload(bulkBody(person('1')))).rejects.toBeInstanceOf(NotSentError);
    expect(sent).toEqual([]);
  });

  it('a sandbox that gets a real token all the same refuses it and does not repeat it', async () => {
    const rig = createSandboxRig();
    const answer = await rig.send('POST', `/v1.0${rig.jobPath}`, { authorization: `Bearer ${REAL_TOKEN}` });
    expect(answer.status).toBe(401);
    expect(JSON.stringify(answer)).not.toContain(REAL_TOKEN);
  });
});

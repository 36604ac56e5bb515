import { describe, expect, it } from 'vitest';
import { SignInRefusedError } from '../../../../src/tenant/errors';
import type { TokenSource } from '../../../../src/tenant/signIn/tokenSource';
import { tenantTokens } from '../../../../src/tenant/signIn/tenantTokens';
import { tokenOf } from './tokenOf';

const TENANT = '2d2d2d2d-1111-2222-3333-444444444444';
const OTHER = '9f9f9f9f-1111-2222-3333-444444444444';
const source = (text: string): TokenSource => ({ token: () => Promise.resolve(text) });

describe('tokens for one tenant', () => {
  it.each([
    ['of it', TENANT, tokenOf({ tid: TENANT })],
    ['of it, spelled in capitals', TENANT.toUpperCase(), tokenOf({ tid: TENANT })],
    ['that are opaque', TENANT, 'opaque'],
    ['that name no tenant', TENANT, tokenOf({})],
    ['of any, where the tenant is a domain name', 'contoso.com', tokenOf({ tid: OTHER })],
  ])('are taken: those %s', async (_, tenant, token) => {
    expect(await tenantTokens(source(token), tenant).token()).toBe(token);
  });

  it('are refused when they are of another', async () => {
    const refused = tenantTokens(source(tokenOf({ tid: OTHER })), TENANT).token({ renew: true });
    await expect(refused).rejects.toThrow(SignInRefusedError);
    await expect(refused).rejects.toThrow(`The token is from tenant ${OTHER}, but the connection is for ${TENANT}.`);
  });
});

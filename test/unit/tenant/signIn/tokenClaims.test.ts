import { describe, expect, it } from 'vitest';
import { tokenClaims } from '../../../../src/tenant/signIn/tokenClaims';
import { tokenOf } from './tokenOf';

const TENANT = '2d2d2d2d-1111-2222-3333-444444444444';
const APP = '1e1e1e1e-1111-2222-3333-444444444444';

describe('the claims of a token', () => {
  it('are those of an application, with its roles', () => {
    const token = tokenOf({
      aud: 'https://graph.microsoft.com',
      tid: TENANT.toUpperCase(),
      appid: APP,
      app_displayname: 'HR – Überführung',
      idtyp: 'app',
      oid: APP,
      roles: ['User.Read.All', 7],
      iat: 1_700_000_000,
      exp: 1_700_003_600,
    });
    expect(tokenClaims(token)).toEqual({
      tenantId: TENANT,
      appId: APP,
      appName: 'HR – Überführung',
      objectId: APP,
      isPerson: false,
      roles: ['User.Read.All'],
      scopes: [],
      directoryRoles: [],
      audience: 'https://graph.microsoft.com',
      issuedAt: 1_700_000_000_000,
      expiresAt: 1_700_003_600_000,
    });
  });

  it('are those of a person, with scopes', () => {
    const token = tokenOf({ azp: APP, scp: 'User.Read.All  Domain.Read.All', wids: ['a-role'], roles: 'none' });
    const expected = { appId: APP, isPerson: true, scopes: ['User.Read.All', 'Domain.Read.All'], roles: [] };
    expect(tokenClaims(token)).toMatchObject({ ...expected, directoryRoles: ['a-role'] });
    expect(tokenClaims(tokenOf({ idtyp: 'user' }))?.isPerson).toBe(true);
  });

  it('have nothing that is of another form', () => {
    const odd = tokenClaims(tokenOf({ tid: 'contoso', appid: {}, oid: 1, exp: '1', iat: null, scp: ['x'], aud: [] }));
    expect(odd).toMatchObject({ isPerson: false, scopes: [], roles: [] });
    for (const name of ['tenantId', 'appId', 'objectId', 'expiresAt', 'issuedAt', 'audience'])
      expect(odd).toHaveProperty(name, undefined);
    expect(tokenClaims(tokenOf(JSON.parse('{"__proto__": {"tid": "x"}}') as object))?.tenantId).toBeUndefined();
  });

  it.each([
    ['is opaque', 'EwB4A8l6BAAU'],
    ['has two parts', 'e30.e30'],
    ['has five parts', 'a.b.c.d.e'],
    ['has no JSON', `e30.${Buffer.from('{').toString('base64url')}.x`],
    ['has no object', tokenOf([])],
    ['has no text', `e30.${Buffer.from([0x7b, 0xff, 0x7d]).toString('base64url')}.x`],
    ['has no base64', 'e30.a.x'],
    ['is deeper than JSON may be', `e30.${Buffer.from('['.repeat(40_000)).toString('base64url')}.x`],
    ['is longer than tokens are', tokenOf({ tid: TENANT, padding: 'x'.repeat(64 * 1024) })],
    ['is nothing', ''],
  ])('are unknown where it %s', (_, token) => {
    expect(tokenClaims(token)).toBeUndefined();
  });
});

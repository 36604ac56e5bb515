import { describe, expect, it } from 'vitest';
import { bearerToken } from '../../../../src/tenant/signIn/bearerToken';

const endpoint = {
  kind: 'real',
  origin: 'https://graph.microsoft.com',
  version: 'v1.0',
  servicePrincipalId: 'sp',
  jobId: 'j',
} as const;

describe('bearerToken', () => {
  it.each([
    ['https://graph.microsoft.com/v1.0/x', true],
    ['https://graph.microsoft.com.evil.example/v1.0/x', false],
    ['https://graph.microsoft.us/v1.0/x', false],
    ['http://graph.microsoft.com/v1.0/x', false],
    ['https://graph.microsoft.com:8443/v1.0/x', false],
    ['https://graph.microsoft.com@evil.example/v1.0/x', false],
  ])('for %s: %s', async (url, given) => {
    let asked = 0;
    const tokens = { token: async (): Promise<string> => `token${++asked}` };
    const token = bearerToken(tokens, endpoint, url, undefined, undefined);
    if (given) await expect(token).resolves.toBe('token1');
    else await expect(token).rejects.toThrow('not the one that the token is for');
    // For a wrong address nobody is even asked
    expect(asked).toBe(given ? 1 : 0);
  });
});

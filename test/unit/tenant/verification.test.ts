import { describe, expect, it } from 'vitest';
import { refuseUnverified } from '../../../src/tenant/network/verification';

describe('a process that does not verify certificates', () => {
  it.each([
    [{ NODE_TLS_REJECT_UNAUTHORIZED: '0' }, 'the environment variable NODE_TLS_REJECT_UNAUTHORIZED is 0'],
    [{ NODE_TLS_REJECT_UNAUTHORIZED: '0', proxyStrictSSL: true }, 'NODE_TLS_REJECT_UNAUTHORIZED'],
    [{ proxyStrictSSL: false }, 'the setting http.proxyStrictSSL is off'],
  ])('calls no tenant: %j', (switches, why) => {
    expect(() => refuseUnverified(switches)).toThrow(why);
    expect(() => refuseUnverified(switches)).toThrow(expect.objectContaining({ outcome: 'not-sent' }));
  });

  it.each([{}, { NODE_TLS_REJECT_UNAUTHORIZED: '1' }, { NODE_TLS_REJECT_UNAUTHORIZED: '' }, { proxyStrictSSL: true }])(
    'is not %j',
    (switches) => expect(() => refuseUnverified(switches)).not.toThrow(),
  );
});

import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isChallenge, isProof, newChallenge, proofOf } from '../../../../src/tenant/loopback/sandboxProof';

const secret = {
  tenantId: '0f0f0f0f-1111-2222-3333-444444444444',
  clientId: '11111111-1111-2222-3333-444444444444',
  clientSecret: 'sandbox-secret-00112233445566778899aabbccddeeff',
};
const CHALLENGE = 'ab'.repeat(32);

describe('the proof of a sandbox', () => {
  it('is an HMAC-SHA256 under a derived key, over a message that says what it is for', async () => {
    const key = createHmac('sha256', secret.clientSecret).update('entra-inbound sandbox proof, key 1').digest();
    const message = ['entra-inbound sandbox proof, message 1', secret.tenantId, secret.clientId, CHALLENGE];
    const expected = createHmac('sha256', key).update(JSON.stringify(message)).digest('hex');
    expect(await proofOf(secret, CHALLENGE)).toBe(expected);
  });

  it.each<[string, Partial<typeof secret>, string]>([
    ['another secret', { clientSecret: 'sandbox-secret-0' }, CHALLENGE],
    ['another tenant', { tenantId: '1f0f0f0f-1111-2222-3333-444444444444' }, CHALLENGE],
    ['another client', { clientId: '21111111-1111-2222-3333-444444444444' }, CHALLENGE],
    ['another challenge', {}, 'ac'.repeat(32)],
  ])('does not hold for %s', async (_, more, challenge) => {
    const proof = await proofOf(secret, CHALLENGE);
    expect(await isProof(secret, CHALLENGE, proof)).toBe(true);
    expect(await isProof({ ...secret, ...more }, challenge, proof)).toBe(false);
  });

  it.each(['', '0'.repeat(64), 'x'.repeat(64), '0'.repeat(63), CHALLENGE])('"%s" is none', async (text) => {
    expect(await isProof(secret, CHALLENGE, text)).toBe(false);
  });

  it('is asked for by 256 random bits', () => {
    const challenges = Array.from({ length: 100 }, () => newChallenge());
    expect(challenges.every((each) => each.length === 64 && isChallenge(each))).toBe(true);
    expect(new Set(challenges).size).toBe(100);
  });
});

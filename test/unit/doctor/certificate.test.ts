import { describe, expect, it } from 'vitest';
import { NotSentError } from '../../../src/tenant/errors';
import { CLIENT, examined, NOW } from './examined';

const DAY = 86_400_000;
const signIn = {
  kind: 'clientCertificate',
  clientId: CLIENT,
  certificate: { file: '/home/ada.lovelace/keys/hr.pem' },
} as const;

const checked = async (certificateEnd?: () => Promise<number | undefined>) => {
  const { checks, ready } = await examined({ file: { signIn } }, { certificateEnd });
  return { ...checks.find(({ id }) => id === 'certificate'), ready };
};

describe('the certificate that a connection signs in with', () => {
  it.each([
    ['ok', 31 * DAY, /^The certificate is valid until 2026-12-29 18:30 UTC\.$/],
    ['warning', 29.5 * DAY, /expires in 29 days/],
    ['warning', 0.5 * DAY, /expires in 0 days/],
    ['failed', -DAY, /expired 2026-11-27/],
  ] as const)('is %s when it ends in %i ms', async (state, left, message) => {
    const found = await checked(() => Promise.resolve(NOW + left));
    expect(found).toMatchObject({ state, message: expect.stringMatching(message) as string });
  });

  it('that cannot be read is unknown, and named without its folder', async () => {
    const refusal = new NotSentError(`${signIn.certificate.file} does not contain a private key.`, {
      remedy: 'Export it.',
    });
    const found = await checked(() => Promise.reject(refusal));
    expect(found).toMatchObject({
      state: 'unknown',
      message: 'hr.pem does not contain a private key.',
      remedy: 'Export it.',
    });
  });

  it('is unknown where nobody can tell', async () => {
    expect(await checked()).toMatchObject({ state: 'unknown' });
    expect(await checked(() => Promise.resolve(undefined))).toMatchObject({ state: 'unknown' });
  });

  it('is not checked where there is none', async () => {
    const { checks } = await examined({}, { certificateEnd: () => Promise.resolve(NOW) });
    expect(checks.map(({ id }) => id)).not.toContain('certificate');
  });
});

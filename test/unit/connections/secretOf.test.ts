import { describe, expect, it } from 'vitest';
import { secretOf, whyNoSecret } from '../../../src/connections/file/secretOf';

const clientId = '0f0f0f0f-1111-2222-3333-444444444444';

describe('what a secret may be', () => {
  it.each([
    ['', 'Enter the client secret.'],
    ['  \t', 'cannot be blank'],
    [clientId, 'looks like the ID of a secret'],
    [` ${clientId.toUpperCase()} `, 'looks like the ID of a secret'],
    ['abc~def ', 'Remove the spaces'],
  ])('is not %j', (text, said) => {
    const refusal = whyNoSecret('client secret', text);
    expect(refusal).toContain(said);
    if (text.trim() !== '') expect(refusal).not.toContain(text.trim());
  });

  it('is a value, and for a certificate any password', () => {
    expect(whyNoSecret('client secret', 'abc8Q~d.ef_gh-ij')).toBeUndefined();
    expect(whyNoSecret('password of the certificate', clientId)).toBeUndefined();
    expect(whyNoSecret('password of the certificate', '')).toBe('Enter the password of the certificate.');
  });

  it('is asked for where signing in takes one', () => {
    const place = { env: 'A' };
    expect(secretOf({ kind: 'clientSecret', clientId, secret: place })).toBe('client secret');
    const certificate = { kind: 'clientCertificate', clientId, certificate: { file: '/c.pfx' } } as const;
    expect(secretOf(certificate)).toBeUndefined();
    expect(secretOf({ ...certificate, password: place })).toBe('password of the certificate');
    expect(secretOf({ kind: 'azureCli' })).toBeUndefined();
  });
});

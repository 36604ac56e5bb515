import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import forge from 'node-forge';
import { beforeAll, describe, expect, it } from 'vitest';
import { openCertificate } from '../../../src/signIn/certificate/openCertificate';
import type { KeyedCertificate } from '../../support/entraProxy/certificates';
import { keyPair, selfSigned } from '../../support/entraProxy/certificates';

/** A key of an elliptic curve and its certificate as OpenSSL exports them, with the password "abc". */
const EC_PFX = [
  'MIID/AIBAzCCA7IGCSqGSIb3DQEHAaCCA6MEggOfMIIDmzCCAlIGCSqGSIb3DQEHBqCCAkMwggI/AgEAMIICOAYJKoZIhvcNAQcB',
  'MFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAizIC2Q5A1zJAICCAAwDAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEHKK',
  'WIWHghotDqp07WTRXC2AggHQaMGjWM2SVSsc71VLIeoDLyEbZgTOoUVALdNffL4+oZqhto5e60IZP9TO+ckcmiSysD6w3GHqiYHD',
  'uS+wzbRWCkgb4N24oA1w5dR39Uae/HsjM3Y4F+9v8EtG4FNIcHdDlVbXT2m5k0EozJUj2+oBD9/emTuGBEq1EWIqpjSUZviiFIS9',
  'MSggeAhUXpG8eZHDikejoKononzRsvLEDzgEjrmncdnLWCImLfEMEnLvbxq4kcrSkQTUq7sjds7pe7hwP0lBM+0yhJR1DE3Ev+HO',
  'Q2Xd0nXwQ4C+zMmyMr0mFrs6wdcv3angRh7q3vtplRwd/Lz+z0qXI1RMITiE2mkF2OAPAc3UaYY+atKXeTp2vnXGQyuHKiuDVCIL',
  'E8pGthOQuuI84hrPMnHQhjRLaseIcmPrAMliHHGeqpNaX+AZlUa0Swu81MpmGo072o//asB0MXZenPSbH4DMxk8IIWfpDKNHOM09',
  'UA0U6bGXCKf7OT4/0hX22PmJ+J74p1Q5gLShmhawCSE5HE7+xcRsTJ6NPD/PlGqaMmMv5gtzwyEE18vq/ApSHizJ+KStdx87MLDN',
  'Or8JMGltvzi7F8xCqMKGPR7hW9ftl3A6T9pSG4lfSXYwggFBBgkqhkiG9w0BBwGgggEyBIIBLjCCASowggEmBgsqhkiG9w0BDAoB',
  'AqCB7zCB7DBXBgkqhkiG9w0BBQ0wSjApBgkqhkiG9w0BBQwwHAQIfGq0BshXheACAggAMAwGCCqGSIb3DQIJBQAwHQYJYIZIAWUD',
  'BAEqBBCUS0Iva8lSHju/2mkPNkB2BIGQA4NfpmPgIBWYy33dCf/HJFs5H+XLb3froTSNMLS3cAHtb7FNTxAzDKIsRbc+fi0mlK7G',
  'yBcEMWo4+kuTJduJQzN1Uha4qZMQQDnLnzruxxxg2UP4FVtg6tzHiDUxYbX03184/XmsVSLHd8w/0V1JlhCrGRgeqLkBqDaGThnz',
  'hLsg/GgeCzgQIiEPKDyVNqKGMSUwIwYJKoZIhvcNAQkVMRYEFOiUPODfm7B7gKiPx1ZWonihDQp9MEEwMTANBglghkgBZQMEAgEF',
  'AAQgtpq8s6BNw5cHiA/N52n6JDnR/kluffjOxsKX8f5ttmUECGKvUaEqb85mAgIIAA==',
].join('');

let own: KeyedCertificate;
beforeAll(() => (own = selfSigned('hr-upload.contoso.com')));

function open(content: string | Uint8Array, password?: string) {
  return openCertificate(
    {
      kind: 'clientCertificate',
      clientId: '1e1e1e1e-1111-2222-3333-444444444444',
      certificate: { file: 'hr' },
      ...(password !== undefined && { password: { env: 'PASSWORD' } }),
    },
    {
      readFile: () => Promise.resolve(typeof content === 'string' ? new TextEncoder().encode(content) : content),
      secretOf: () => Promise.resolve(password ?? ''),
    },
  );
}

const ofOld = (): string =>
  createPrivateKey(own.key)
    .export({ type: 'pkcs1', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'pw' })
    .toString() + own.certificate;

/** As programs of today write it: encrypted by the password in UTF-8. */
function pfxInUtf8(password: string): Uint8Array {
  const [key, certificate] = [forge.pki.privateKeyFromPem(own.key), forge.pki.certificateFromPem(own.certificate)];
  const container = forge.pkcs12.toPkcs12Asn1(key, [certificate], forge.util.encodeUtf8(password), {
    algorithm: 'aes256',
  });
  return Buffer.from(forge.asn1.toDer(container).getBytes(), 'binary');
}

/** A certificate whose key is shorter than keys of today. */
function short(): string {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 1024,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.publicKeyFromPem(publicKey);
  certificate.validity.notAfter = new Date(Date.now() + 86_400_000);
  certificate.sign(forge.pki.privateKeyFromPem(privateKey), forge.md.sha256.create());
  return privateKey + forge.pki.certificateToPem(certificate);
}

describe('a certificate is opened', () => {
  it('whose key is encrypted in the way of old', async () => {
    const { pem } = await open(ofOld(), 'pw');
    expect(pem).toBe(`${own.key.trim()}\n${own.certificate.replaceAll('\r', '').trim()}\n`);
  });

  it('beside a key of another', async () => {
    const { pem } = await open(keyPair().privateKey + own.key + own.certificate);
    expect(pem).toContain(own.key.trim());
  });

  it.each(['pässwört', 'пароль€'])('from a PFX file with the password %s', async (password) => {
    const { pem } = await open(pfxInUtf8(password), password);
    expect(pem).toContain('-----BEGIN CERTIFICATE-----');
  });
});

describe('a certificate cannot be used', () => {
  it.each<readonly [string, () => string | Uint8Array, string | undefined, string]>([
    ['encrypted in the way of old, without a password', ofOld, undefined, 'hr is protected by a password.'],
    ['encrypted in the way of old, with another password', ofOld, 'other', 'hr cannot be opened with its password.'],
    [
      'with another password that is not ASCII',
      () => pfxInUtf8('pässwört'),
      'passwört',
      'hr cannot be opened with its password.',
    ],
    ['of an elliptic curve', () => Buffer.from(EC_PFX, 'base64'), 'abc', 'The key in hr is not an RSA key.'],
    ['with a short key', short, undefined, 'The key in hr has 1024 bits, which is too short.'],
    ['that is an empty file', () => '', undefined, 'hr is not a certificate with its private key.'],
    ['that is anything else', () => 'PK zip', undefined, 'hr is not a certificate with its private key.'],
    ['without its key', () => own.certificate, undefined, 'hr does not contain a private key.'],
    [
      'with the key of another',
      () => keyPair().privateKey + own.certificate,
      undefined,
      'hr does not contain a certificate for its private key.',
    ],
  ])('%s', async (_, content, password, message) => {
    await expect(open(content(), password)).rejects.toMatchObject({ name: 'NotSentError', message });
  });
});

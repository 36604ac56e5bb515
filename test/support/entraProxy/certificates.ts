import { X509Certificate, createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import forge from 'node-forge';

/** A certificate and its key, in PEM. */
export interface KeyedCertificate {
  readonly key: string;
  readonly certificate: string;
}

/** From when to when a certificate is good. */
interface Validity {
  readonly from: Date;
  readonly to: Date;
}

export interface CertificateAuthority {
  /** Its own certificate: who trusts this trusts all that it issues. */
  readonly certificate: string;
  issue(host: string, validity?: Validity): KeyedCertificate;
}

interface Draft extends Validity {
  readonly subject: string;
  readonly issuer: string;
  readonly publicKey: string;
  readonly signingKey: string;
  readonly extensions: readonly object[];
}

const DAY = 86_400_000;

/** A certificate authority that lives as long as the test does. Its keys are never written to disk. */
export function createAuthority(name: string): CertificateAuthority {
  const own = keyPair();
  // One key for all hosts: a key takes a good part of a second to make
  const hosts = keyPair();
  const authority = [
    { name: 'basicConstraints', cA: true, critical: true },
    { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    { name: 'subjectKeyIdentifier' },
  ];
  const certificate = write({
    ...aroundNow(),
    subject: name,
    issuer: name,
    publicKey: own.publicKey,
    signingKey: own.privateKey,
    extensions: authority,
  });
  return {
    certificate,
    issue: (host, validity = aroundNow()) => ({
      key: hosts.privateKey,
      certificate: write({
        ...validity,
        subject: host,
        issuer: name,
        publicKey: hosts.publicKey,
        signingKey: own.privateKey,
        extensions: ofHost(host),
      }),
    }),
  };
}

/** A certificate that vouches for itself, as an application signs in with, or a careless server has. */
export function selfSigned(name: string, validity: Validity = aroundNow()): KeyedCertificate {
  const { publicKey, privateKey } = keyPair();
  const certificate = write({
    ...validity,
    subject: name,
    issuer: name,
    publicKey,
    signingKey: privateKey,
    extensions: ofHost(name),
  });
  return { key: privateKey, certificate };
}

/** The same certificate and key as a PFX file (PKCS #12), encrypted with a password. */
export function toPfx({ key, certificate }: KeyedCertificate, password: string): Uint8Array {
  const container = forge.pkcs12.toPkcs12Asn1(
    forge.pki.privateKeyFromPem(key),
    [forge.pki.certificateFromPem(certificate)],
    password,
    { algorithm: '3des' },
  );
  return Buffer.from(forge.asn1.toDer(container).getBytes(), 'binary');
}

/** The thumbprint of a certificate as the header of a client assertion has it, in base64url. */
export function thumbprint(certificate: string, algorithm: 'sha1' | 'sha256'): string {
  return createHash(algorithm).update(new X509Certificate(certificate).raw).digest('base64url');
}

/** A key pair in PEM. Node makes it, because a key made in JavaScript takes seconds. */
export function keyPair(): { readonly publicKey: string; readonly privateKey: string } {
  return generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
}

function aroundNow(): Validity {
  return { from: new Date(Date.now() - DAY), to: new Date(Date.now() + 90 * DAY) };
}

function ofHost(host: string): readonly object[] {
  return [
    { name: 'basicConstraints', cA: false },
    { name: 'keyUsage', digitalSignature: true, keyEncipherment: true, critical: true },
    { name: 'extKeyUsage', serverAuth: true, clientAuth: true },
    { name: 'subjectAltName', altNames: [{ type: 2, value: host }] },
  ];
}

function write({ subject, issuer, from, to, publicKey, signingKey, extensions }: Draft): string {
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.publicKeyFromPem(publicKey);
  // A serial number is positive: its first byte is below 0x80
  certificate.serialNumber = `01${randomBytes(15).toString('hex')}`;
  certificate.validity.notBefore = from;
  certificate.validity.notAfter = to;
  certificate.setSubject([{ name: 'commonName', value: subject }]);
  certificate.setIssuer([{ name: 'commonName', value: issuer }]);
  certificate.setExtensions([...extensions]);
  certificate.sign(forge.pki.privateKeyFromPem(signingKey), forge.md.sha256.create());
  return forge.pki.certificateToPem(certificate);
}

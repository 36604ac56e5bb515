import type { KeyObject } from 'node:crypto';
import { X509Certificate, createPrivateKey } from 'node:crypto';
import type { SignIn } from '../../connections/file/signIn';
import { NotSentError } from '../../tenant/errors';
import type { SignInEffects } from '../signInEffects';
import { readPem } from './readPem';

/** A certificate with its private key, ready to sign in with. */
export interface OpenedCertificate {
  /** The key and its certificate. */
  readonly pem: string;
  /** Milliseconds since 1970. */
  readonly validTo: number;
}

type CertificateSignIn = Extract<SignIn, { readonly kind: 'clientCertificate' }>;

/**
 * Opens the certificate of a connection: a PEM or PFX file. Rejects with a `NotSentError` that says why it cannot be
 * used.
 */
export async function openCertificate(
  signIn: CertificateSignIn,
  effects: Pick<SignInEffects, 'readFile' | 'secretOf'>,
): Promise<OpenedCertificate> {
  const path = signIn.certificate.file;
  const bytes = await effects.readFile(path, 'certificate');
  const password = signIn.password && (await effects.secretOf(signIn.password, 'password of the certificate'));
  const reading = await read(bytes, password);
  if ('refusal' in reading) throw reading.refusal === 'password' ? wrongPassword(path, password) : damaged(path);
  if (reading.keys.length === 0)
    throw unusable(`${path} does not contain a private key.`, 'Export the certificate together with its private key.');
  const certificates = reading.certificates.map(parse).filter((each) => each !== undefined);
  for (const key of reading.keys) {
    const privateKey = createPrivateKey(key);
    const certificate = certificates.find((each) => each.checkPrivateKey(privateKey));
    if (certificate === undefined) continue;
    refuseOtherKeys(privateKey, path);
    return { pem: `${key.trim()}\n${certificate.toString().trim()}\n`, validTo: Date.parse(certificate.validTo) };
  }
  throw unusable(`${path} does not contain a certificate for its private key.`, 'Put both into one file.');
}

/** Minimum bits of a key; the library does not sign with a shorter one (RFC 7518, 3.3). */
const SHORTEST = 2048;

function refuseOtherKeys({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject, path: string): void {
  if (asymmetricKeyType !== 'rsa')
    throw unusable(
      `The key in ${path} is not an RSA key.`,
      'Microsoft Entra only accepts RSA certificates. Create one.',
    );
  const bits = asymmetricKeyDetails?.modulusLength ?? SHORTEST;
  if (bits < SHORTEST)
    throw unusable(
      `The key in ${path} has ${bits} bits, which is too short.`,
      `Create a certificate whose key has at least ${SHORTEST} bits.`,
    );
}

/** Reads either format: a PFX file is DER, which begins with a sequence tag; PEM is text. */
async function read(bytes: Uint8Array, password: string | undefined) {
  if (bytes[0] !== 0x30) return readPem(new TextDecoder().decode(bytes), password);
  const { readPfx } = await import('./readPfx');
  return readPfx(bytes, password ?? '');
}

function parse(pem: string): X509Certificate | undefined {
  try {
    return new X509Certificate(pem);
  } catch {
    // The block contains something else
    return undefined;
  }
}

function wrongPassword(path: string, password: string | undefined): NotSentError {
  return password === undefined
    ? unusable(`${path} is protected by a password.`, 'Set "signIn.password" in the connection.')
    : unusable(`${path} cannot be opened with its password.`, 'Correct the password of the connection.');
}

function damaged(path: string): NotSentError {
  return unusable(`${path} is not a certificate with its private key.`, 'Export it as PEM or PFX.');
}

function unusable(message: string, remedy: string): NotSentError {
  return new NotSentError(message, { remedy: `Nothing was sent. ${remedy}` });
}

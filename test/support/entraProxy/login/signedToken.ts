import { createPublicKey, createSign, createVerify, constants } from 'node:crypto';

/** The parts of a signed token (JWS, RFC 7515) before its signature. */
export interface TokenParts {
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
}

/** A token with these claims, signed by RS256. */
export function signToken(claims: object, privateKey: string, header: object = {}): string {
  const signed = [{ typ: 'JWT', alg: 'RS256', ...header }, claims].map(encode).join('.');
  return `${signed}.${createSign('RSA-SHA256').update(signed).sign(privateKey, 'base64url')}`;
}

/** What a token says, `undefined` where it is not one. Nothing of it is believed before its signature is verified. */
export function readToken(token: string): TokenParts | undefined {
  const [header, claims, signature] = token.split('.').map(decode);
  return header === undefined || claims === undefined || signature === undefined
    ? undefined
    : { header: parse(header), claims: parse(claims) };
}

/** Whether the holder of the key has signed the token, by RS256 or PS256. `key` may be a certificate. */
export function isSignedBy(token: string, key: string): boolean {
  const at = token.lastIndexOf('.');
  const signature = Buffer.from(token.slice(at + 1), 'base64url');
  const algorithm = readToken(token)?.header.alg;
  if (algorithm !== 'RS256' && algorithm !== 'PS256') return false;
  const padding = algorithm === 'PS256' ? constants.RSA_PKCS1_PSS_PADDING : constants.RSA_PKCS1_PADDING;
  return createVerify('RSA-SHA256')
    .update(token.slice(0, at))
    .verify({ key: createPublicKey(key), padding }, signature);
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function decode(part: string): string {
  return Buffer.from(part, 'base64url').toString('utf8');
}

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    // A part that is not JSON claims nothing
    return {};
  }
}

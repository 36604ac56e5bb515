/** The secret that a sandbox and the clients of one connection share. */
export interface SandboxSecret {
  readonly tenantId: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** The form of a challenge: at least 128 bits, so that no answer fits another challenge, and of limited length. */
const CHALLENGE = /^[0-9a-f]{32,128}$/;
const CHALLENGE_BYTES = 32;
const PROOF = /^[0-9a-f]{64}$/;

/** The key and the message contain their purpose, so that neither can be used for anything else. */
const KEY_LABEL = 'entra-inbound sandbox proof, key 1';
const MESSAGE_LABEL = 'entra-inbound sandbox proof, message 1';

/** The path that answers challenges. */
export function proofPath(tenantId: string): string {
  return `/${tenantId}/sandbox-proof`;
}

export function isChallenge(text: string): boolean {
  return CHALLENGE.test(text);
}

/** A fresh random challenge. */
export function newChallenge(): string {
  return toHex(crypto.getRandomValues(new Uint8Array(CHALLENGE_BYTES)));
}

/**
 * The answer to a challenge: HMAC-SHA256 with a key that is derived from the client secret. It depends on the tenant,
 * its client and the challenge, but not on host or port: a proxy may be in between.
 */
export async function proofOf(secret: SandboxSecret, challenge: string): Promise<string> {
  const proof = await crypto.subtle.sign('HMAC', await proofKey(secret), messageOf(secret, challenge));
  return toHex(new Uint8Array(proof));
}

/** Whether a text is the answer to the challenge. The comparison takes constant time. */
export async function isProof(secret: SandboxSecret, challenge: string, proof: string): Promise<boolean> {
  if (!PROOF.test(proof)) return false;
  return crypto.subtle.verify('HMAC', await proofKey(secret), fromHex(proof), messageOf(secret, challenge));
}

async function proofKey({ clientSecret }: SandboxSecret) {
  const secret = await hmacKey(utf8(clientSecret));
  return hmacKey(new Uint8Array(await crypto.subtle.sign('HMAC', secret, utf8(KEY_LABEL))));
}

function hmacKey(bytes: Uint8Array<ArrayBuffer>) {
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']);
}

function messageOf({ tenantId, clientId }: SandboxSecret, challenge: string): Uint8Array<ArrayBuffer> {
  return utf8(JSON.stringify([MESSAGE_LABEL, tenantId.toLowerCase(), clientId, challenge]));
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(new TextEncoder().encode(text));
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function fromHex(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

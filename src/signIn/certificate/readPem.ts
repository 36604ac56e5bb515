import { createPrivateKey } from 'node:crypto';

/** The content of a PEM file, with its keys decrypted, or why it cannot be opened. */
export type PemReading =
  | { readonly keys: readonly string[]; readonly certificates: readonly string[] }
  | { readonly refusal: 'password' | 'damaged' };

/** A PEM block. A key in the old encrypted form has headers with hyphens before its base64 (RFC 1421). */
const BLOCK = /-----BEGIN ([A-Z0-9 ]{1,40})-----((?:[^-]|-(?!----))*)-----END \1-----/g;

/** Opens a PEM file, whose blocks may come in any order. */
export function readPem(text: string, password: string | undefined): PemReading {
  const blocks = [...text.matchAll(BLOCK)].map(([block, type = '']) => ({ block, type }));
  if (blocks.length === 0) return { refusal: 'damaged' };
  const certificates = blocks.filter(({ type }) => type.endsWith('CERTIFICATE')).map(({ block }) => block);
  const keys: string[] = [];
  for (const { block } of blocks.filter(({ type }) => type.endsWith('PRIVATE KEY'))) {
    try {
      const key = createPrivateKey({
        key: block,
        format: 'pem',
        ...(password !== undefined && { passphrase: password }),
      });
      keys.push(key.export({ type: 'pkcs8', format: 'pem' }).toString());
    } catch {
      return { refusal: block.includes('ENCRYPTED') ? 'password' : 'damaged' };
    }
  }
  return { keys, certificates };
}

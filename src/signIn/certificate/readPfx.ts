import forge from 'node-forge';

/** The content of a PFX file (PKCS #12), as PEM, or why it cannot be opened. */
export type PfxReading =
  | { readonly keys: readonly string[]; readonly certificates: readonly string[] }
  | { readonly refusal: 'password' | 'damaged' };

const { oids } = forge.pki;

/** Opens a PFX file. Node can use one but does not expose its content, and the sign-in library only accepts PEM. */
export function readPfx(bytes: Uint8Array, password: string): PfxReading {
  let outer: forge.asn1.Asn1;
  try {
    outer = forge.asn1.fromDer(forge.util.createBuffer(Buffer.from(bytes).toString('binary')));
  } catch {
    return { refusal: 'damaged' };
  }
  const reading = open(outer, password);
  if (!('refusal' in reading) || !/[^ -~]/.test(password)) return reading;
  const encoded = open(withoutMac(outer), forge.util.encodeUtf8(password));
  return 'refusal' in encoded ? { refusal: 'password' } : encoded;
}

function open(outer: forge.asn1.Asn1, password: string): PfxReading {
  try {
    const pfx = forge.pkcs12.pkcs12FromAsn1(outer, false, password);
    const bags = (type: string | undefined): readonly forge.pkcs12.Bag[] =>
      type === undefined ? [] : (pfx.getBags({ bagType: type })[type] ?? []);
    return {
      keys: [...bags(oids.pkcs8ShroudedKeyBag), ...bags(oids.keyBag)].map(({ key, asn1 }) =>
        key ? forge.pki.privateKeyToPem(key) : toPem('PRIVATE KEY', asn1),
      ),
      certificates: bags(oids.certBag).map(({ cert, asn1 }) =>
        cert ? forge.pki.certificateToPem(cert) : toPem('CERTIFICATE', asn1),
      ),
    };
  } catch (error) {
    const isPassword = error instanceof Error && /password|MAC could not be verified/i.test(error.message);
    return { refusal: isPassword ? 'password' : 'damaged' };
  }
}

/** The library only reads RSA keys, and skips other keys and their certificates. */
function toPem(type: string, asn1: forge.asn1.Asn1): string {
  return forge.pem.encode({ type, body: forge.asn1.toDer(asn1).getBytes() });
}

/**
 * The file without the MAC that verifies the password. The MAC needs the password in UTF-16 and modern encryption needs
 * it in UTF-8, but the library takes both from one string. Source: RFC 7292, appendix B.1; RFC 8018, 3.
 */
function withoutMac(outer: forge.asn1.Asn1): forge.asn1.Asn1 {
  return Array.isArray(outer.value) ? { ...outer, value: outer.value.slice(0, 2) } : outer;
}

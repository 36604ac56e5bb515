import forge from 'node-forge';

/** What is in a PFX file (PKCS #12), in PEM, or why it cannot be opened. */
export type PfxReading =
  | { readonly keys: readonly string[]; readonly certificates: readonly string[] }
  | { readonly refusal: 'password' | 'damaged' };

const { oids } = forge.pki;

/** Opens a PFX file. Node can use one and gives nothing of it away, and the sign-in library takes PEM alone. */
export function readPfx(bytes: Uint8Array, password: string): PfxReading {
  let outer: forge.asn1.Asn1;
  try {
    outer = forge.asn1.fromDer(forge.util.createBuffer(Buffer.from(bytes).toString('binary')));
  } catch {
    return { refusal: 'damaged' };
  }
  try {
    const pfx = forge.pkcs12.pkcs12FromAsn1(outer, false, password);
    const bags = (type: string | undefined): readonly forge.pkcs12.Bag[] =>
      type === undefined ? [] : (pfx.getBags({ bagType: type })[type] ?? []);
    return {
      keys: [...bags(oids.pkcs8ShroudedKeyBag), ...bags(oids.keyBag)].flatMap(({ key }) =>
        key ? [forge.pki.privateKeyToPem(key)] : [],
      ),
      certificates: bags(oids.certBag).flatMap(({ cert }) => (cert ? [forge.pki.certificateToPem(cert)] : [])),
    };
  } catch (error) {
    const isPassword = error instanceof Error && /password|MAC could not be verified/i.test(error.message);
    return { refusal: isPassword ? 'password' : 'damaged' };
  }
}

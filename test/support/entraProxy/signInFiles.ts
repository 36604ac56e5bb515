import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toPfx } from './certificates';
import type { Registration } from './login/registration';

/** Paths of what a client is given as files. They are gone when the proxy closes. */
export interface SignInFiles {
  /** The certificate of the proxy's authority: for `NODE_EXTRA_CA_CERTS`. */
  readonly authority: string;
  readonly secret: string;
  /** Certificate and key of the application. */
  readonly pem: string;
  readonly pfx: string;
  /** The password of the PFX file, and a file with it. */
  readonly pfxPassword: string;
  readonly pfxPasswordFile: string;
  /** A token of the issuer that the application trusts: for workload identity federation. */
  readonly federatedToken: string;
}

export function writeSignInFiles(folder: string, authority: string, registration: Registration): SignInFiles {
  const write = (name: string, content: string | Uint8Array): string => {
    const path = join(folder, name);
    // What is secret is readable by its owner alone
    writeFileSync(path, content, { mode: 0o600 });
    return path;
  };
  const { certificate, secret, federation } = registration;
  const pfxPassword = 'pfx password of the tests';
  return {
    authority: write('authority.pem', authority),
    secret: write('secret.txt', `${secret}\n`),
    pem: write('application.pem', certificate.key + certificate.certificate),
    pfx: write('application.pfx', toPfx(certificate, pfxPassword)),
    pfxPassword,
    pfxPasswordFile: write('pfx-password.txt', `${pfxPassword}\n`),
    federatedToken: write('federated-token.txt', federation.token()),
  };
}

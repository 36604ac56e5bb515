import { attempt } from '../attempt';
import type { Check } from '../check';
import { failed, ok, unknown, warning } from '../report';
import { sayFailure } from '../sayFailure';
import { sayTime } from '../sayTime';

const DAY_MS = 86_400_000;
/** Days before its expiry from which a certificate should be replaced. */
const NOTICE = 30;

/** Checks how long the sign-in certificate is still valid. */
export const certificate: Check = {
  id: 'certificate',
  title: 'Certificate for sign-in',
  appliesTo: ({ file }) => file?.signIn.kind === 'clientCertificate',
  async find({ file, effects: { certificateEnd, wallClock, signal } }) {
    const known = file && certificateEnd && (await attempt(certificateEnd(file), signal));
    if (known === undefined) return unknown('The expiry of the certificate is unknown.');
    if ('error' in known) return unknown(sayFailure(known.error), known.error.remedy);
    if (known.value === undefined) return unknown('The expiry of the certificate is unknown.');
    const days = Math.floor((known.value - wallClock()) / DAY_MS);
    const end = sayTime(known.value);
    const remedy =
      'Create a new certificate, add it to the application under "Certificates & secrets", and set its file in the connection.';
    if (days < 0) return failed(`The certificate expired ${end}.`, remedy);
    if (days < NOTICE) return warning(`The certificate expires in ${days} days, ${end}.`, remedy);
    return ok(`The certificate is valid until ${end}.`);
  },
};

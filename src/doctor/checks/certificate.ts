import { attempt } from '../attempt';
import type { Check } from '../check';
import { failed, ok, unknown, warning } from '../report';
import { sayFailure } from '../sayFailure';
import { sayTime } from '../sayTime';

const DAY_MS = 86_400_000;
/** Days before its end that a certificate is to be replaced. */
const NOTICE = 30;

/** How long the certificate still lasts that the connection signs in with. */
export const certificate: Check = {
  id: 'certificate',
  title: 'Certificate for sign-in',
  appliesTo: ({ file }) => file?.signIn.kind === 'clientCertificate',
  async find({ file, effects: { certificateEnd, wallClock, signal } }) {
    const known = file && certificateEnd && (await attempt(certificateEnd(file), signal));
    if (known === undefined) return unknown('When the certificate ends is not known here.');
    if ('error' in known) return unknown(sayFailure(known.error), known.error.remedy);
    if (known.value === undefined) return unknown('When the certificate ends is not known here.');
    const days = Math.floor((known.value - wallClock()) / DAY_MS);
    const end = sayTime(known.value);
    const remedy =
      'Make a new certificate, add it to the application under "Certificates & secrets", and name its file in the connection.';
    if (days < 0) return failed(`The certificate ended ${end}.`, remedy);
    if (days < NOTICE) return warning(`The certificate ends in ${days} days, ${end}.`, remedy);
    return ok(`The certificate is good until ${end}.`);
  },
};

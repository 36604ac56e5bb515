import { applicationToken } from '../application';
import { openCertificate } from '../certificate/openCertificate';
import type { AskForToken, SignInContext, Way } from '../signInContext';

/** Days before its expiry from which a certificate is warned about. */
const NOTICE = 30;
const DAY = 86_400_000;

/** Tokens for an application that authenticates with a certificate. The file is read at each sign-in and not copied. */
export function clientCertificate(context: SignInContext<Way<'clientCertificate'>>): AskForToken {
  const { file, signIn, effects } = context;
  return async (request) => {
    const { pem, validTo } = await openCertificate(signIn, effects);
    const left = validTo - Date.now();
    if (left > 0 && left < NOTICE * DAY) effects.warn?.(endsSoon(validTo));
    return applicationToken({ ...context, certificateEnd: validTo }, request, async (options) => {
      const { ClientCertificateCredential } = await import('../identityLibrary');
      return new ClientCertificateCredential(file.tenantId, signIn.clientId, { certificate: pem }, options);
    });
  };
}

function endsSoon(validTo: number): string {
  const day = new Date(validTo).toISOString().slice(0, 10);
  return `The certificate expires on ${day}. Create a new one and register it for the application before that day.`;
}

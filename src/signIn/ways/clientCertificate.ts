import { applicationToken } from '../application';
import { openCertificate } from '../certificate/openCertificate';
import type { AskForToken, SignInContext, Way } from '../signInContext';

/** Tokens for an application that proves itself by a certificate. The file is read at each sign-in, and not copied. */
export function clientCertificate(context: SignInContext<Way<'clientCertificate'>>): AskForToken {
  const { file, signIn, effects } = context;
  return async (request) => {
    const { pem, validTo } = await openCertificate(signIn, effects);
    return applicationToken({ ...context, certificateEnd: validTo }, request, async (options) => {
      const { ClientCertificateCredential } = await import('../identityLibrary');
      return new ClientCertificateCredential(file.tenantId, signIn.clientId, { certificate: pem }, options);
    });
  };
}

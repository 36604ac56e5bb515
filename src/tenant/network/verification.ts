import { NotSentError } from '../errors';

/** What could have switched the verification of certificates off in this process. */
export interface VerificationSwitches {
  /** The environment variable of that name. */
  readonly NODE_TLS_REJECT_UNAUTHORIZED?: string | undefined;
  /** VS Code's setting `http.proxyStrictSSL`; left out on the command line. */
  readonly proxyStrictSSL?: boolean | undefined;
}

/**
 * Refuses to go on where verification is switched off: a secret or people's data would go to anyone who answers. What we open
 * ourselves is verified all the same; what libraries and the editor open is not ours to decide.
 */
export function refuseUnverified(switches: VerificationSwitches): void {
  if (switches.NODE_TLS_REJECT_UNAUTHORIZED === '0')
    throw unverified('the environment variable NODE_TLS_REJECT_UNAUTHORIZED is 0', 'Remove the variable');
  if (switches.proxyStrictSSL === false)
    throw unverified('the setting http.proxyStrictSSL is off', 'Turn the setting on');
}

function unverified(why: string, remedy: string): NotSentError {
  const authority = 'If your proxy replaces certificates, make its authority known instead (NODE_EXTRA_CA_CERTS).';
  return new NotSentError(`Certificates are not verified, because ${why}. No tenant is called like this.`, {
    remedy: `Nothing was sent. ${remedy}. ${authority}`,
  });
}

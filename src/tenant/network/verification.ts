import { NotSentError } from '../errors';

/** The settings that turn off the verification of certificates in this process. */
export interface VerificationSwitches {
  /** The environment variable of that name. */
  readonly NODE_TLS_REJECT_UNAUTHORIZED?: string | undefined;
  /** VS Code's setting `http.proxyStrictSSL`; absent on the command line. */
  readonly proxyStrictSSL?: boolean | undefined;
}

/**
 * Throws if verification is turned off, because a secret or personal data would go to any server that answers. Our own
 * connections are always verified; those of libraries and of the editor are outside our control.
 */
export function refuseUnverified(switches: VerificationSwitches): void {
  if (switches.NODE_TLS_REJECT_UNAUTHORIZED === '0')
    throw unverified('the environment variable NODE_TLS_REJECT_UNAUTHORIZED is 0', 'Remove the variable');
  if (switches.proxyStrictSSL === false)
    throw unverified('the setting http.proxyStrictSSL is off', 'Turn the setting on');
}

function unverified(why: string, remedy: string): NotSentError {
  const authority = 'If your proxy replaces certificates, trust its authority instead (NODE_EXTRA_CA_CERTS).';
  return new NotSentError(`Certificates are not verified, because ${why}. Tenants are not called in this state.`, {
    remedy: `Nothing was sent. ${remedy}. ${authority}`,
  });
}

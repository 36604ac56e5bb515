import type { RequestListener } from 'node:http';
import type { Permission } from '../../../src/sandbox/gate/permissions';
import type { RefusalCode } from './login/refusals';

/** What a server shows instead of a certificate that the client trusts. */
export type CertificateFault =
  | 'self-signed'
  | 'expired'
  | 'wrong host'
  /** A good certificate for the host, from an authority that the client does not know: TLS interception. */
  | 'unknown authority';

/** What the proxy and the services do differently. A test changes it while the proxy runs. */
export interface Switches {
  /** What signing in is refused with although the proof is right. */
  refusal: RefusalCode | undefined;
  /** Permissions that new tokens do not have. */
  withheld: readonly Permission[];
  /** Milliseconds that the services' clock is fast, or slow if negative: seen in `Date`, in tokens and by assertions. */
  clockSkew: number;
  /** What the person at the other device does with the code. */
  deviceCode: 'approve' | 'decline' | 'wait' | 'let expire';
  /** The certificates of the services named. */
  certificate: { readonly fault: CertificateFault; readonly of?: 'login' | 'graph' } | undefined;
  /** What the proxy does with a tunnel to a host that it knows. */
  tunnel: 'open' | 'refuse' | 'fail' | 'ask for a password' | 'drop' | 'ignore';
  /** Answers as Graph instead of the sandbox, byte for byte. */
  instead: RequestListener | undefined;
  /** Answers requests for a token in place of the sign-in service. */
  insteadOfToken: RequestListener | undefined;
  /** Seconds that a token lasts. */
  tokenLifetime: number;
}

export function calmSwitches(): Switches {
  return {
    refusal: undefined,
    withheld: [],
    clockSkew: 0,
    deviceCode: 'approve',
    certificate: undefined,
    tunnel: 'open',
    instead: undefined,
    insteadOfToken: undefined,
    tokenLifetime: 3599,
  };
}

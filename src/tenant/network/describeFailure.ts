import type { FailureTrace } from './failureTrace';
import { BROKEN_HANDSHAKE, PROXY_REFUSED } from './failureTrace';
import type { ProxyChoice } from './networkFacts';

/** A failure's message and remedy. */
interface FailureWords {
  readonly message: string;
  readonly remedy: string;
}

/** Failures with the same meaning. `whom` is the proxy if it is known and has failed, otherwise the service. */
interface FailureKind {
  /** Codes that only occur before the first byte of the request. */
  readonly codes: readonly string[];
  /** Codes that may also occur when an established connection breaks. */
  readonly also?: readonly string[];
  readonly words: (whom: string, code: string) => string;
  readonly remedy: string;
  /** Retrying is useless until somebody fixes the cause. */
  readonly isLasting?: true;
}

const NAME_PROXY =
  'If only a proxy leads to the internet, configure it: HTTPS_PROXY on the command line, the setting http.proxy in VS Code.';
const AUTHORITY =
  'Trust that authority: NODE_EXTRA_CA_CERTS=FILE on the command line, in VS Code the certificates of the operating system. Verification is never turned off.';

const UNENCRYPTED = {
  words: (_whom: string, code: string) => `The connection could not be encrypted (${code}).`,
  remedy:
    'A firewall or a proxy may cut connections to the service: ask its administrator to allow the hosts of the cloud.',
};

/** Codes that begin with ERR_ are Chromium's, except ERR_TLS_CERT_ALTNAME_INVALID and ERR_SSL_WRONG_VERSION_NUMBER. */
const KINDS: readonly FailureKind[] = [
  {
    codes: [],
    also: [
      'ENETUNREACH',
      'ENETDOWN',
      'EHOSTUNREACH',
      'EHOSTDOWN',
      'ERR_INTERNET_DISCONNECTED',
      'ERR_ADDRESS_UNREACHABLE',
    ],
    words: (whom, code) => `There is no network route to ${whom} (${code}).`,
    remedy: 'Connect this machine to the network, or to the VPN of your company, then try again.',
  },
  {
    codes: ['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'ERR_NAME_NOT_RESOLVED', 'ERR_NAME_RESOLUTION_FAILED'],
    words: (whom, code) => `The host name of ${whom} could not be resolved (${code}).`,
    remedy: `Check the network and its name servers. ${NAME_PROXY}`,
  },
  {
    codes: ['ECONNREFUSED', 'ERR_CONNECTION_REFUSED'],
    words: (whom, code) => `The connection to ${whom} was refused (${code}).`,
    remedy: `Check the network and the proxy. ${NAME_PROXY}`,
  },
  {
    isLasting: true,
    codes: ['ERR_BLOCKED_BY_ADMINISTRATOR'],
    also: ['EACCES', 'EPERM', 'ERR_NETWORK_ACCESS_DENIED'],
    words: (whom, code) => `This machine does not allow a connection to ${whom} (${code}).`,
    remedy: 'Allow it in the firewall of this machine, or ask its administrator.',
  },
  {
    codes: ['UND_ERR_CONNECT_TIMEOUT', 'CONNECT_TIMEOUT'],
    also: ['ETIMEDOUT', 'ERR_CONNECTION_TIMED_OUT', 'UND_ERR_HEADERS_TIMEOUT'],
    words: (whom, code) => `The connection to ${whom} timed out (${code}).`,
    remedy: `Check the network and its firewall. ${NAME_PROXY}`,
  },
  {
    codes: ['ERR_PROXY_CONNECTION_FAILED', 'ERR_SOCKS_CONNECTION_FAILED'],
    words: (_whom, code) => `The proxy could not be reached (${code}).`,
    remedy: 'Check the address of the proxy: the setting http.proxy, or the proxy of the operating system.',
  },
  {
    codes: ['ERR_TUNNEL_CONNECTION_FAILED', PROXY_REFUSED],
    words: (whom, code) => `The proxy did not open a connection to the service (${whom}, ${code}).`,
    remedy: 'Ask the administrator of the proxy to allow the sign-in and Microsoft Graph hosts of the cloud.',
  },
  {
    isLasting: true,
    codes: ['ERR_PROXY_AUTH_REQUESTED', 'ERR_PROXY_AUTH_UNSUPPORTED', 'ERR_UNEXPECTED_PROXY_AUTH'],
    words: (_whom, code) => `The proxy requires a user name and a password (${code}).`,
    remedy: 'Sign in to the proxy in VS Code, or have the hosts of the cloud allowed without a sign-in.',
  },
  {
    isLasting: true,
    codes: ['ERR_PROXY_CERTIFICATE_INVALID', 'ERR_MANDATORY_PROXY_CONFIGURATION_FAILED', 'ERR_PAC_SCRIPT_FAILED'],
    words: (_whom, code) => `The proxy cannot be used as it is configured (${code}).`,
    remedy: 'Check the proxy of the operating system and the setting http.proxy.',
  },
  {
    isLasting: true,
    codes: [
      'SELF_SIGNED_CERT_IN_CHAIN',
      'DEPTH_ZERO_SELF_SIGNED_CERT',
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      'UNABLE_TO_GET_ISSUER_CERT',
      'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
      'CERT_UNTRUSTED',
      'ERR_CERT_AUTHORITY_INVALID',
    ],
    words: (_whom, code) =>
      `The certificate is from an unknown authority (${code}). A device between this machine and the service probably inspects encrypted connections.`,
    remedy: AUTHORITY,
  },
  {
    isLasting: true,
    codes: ['ERR_TLS_CERT_ALTNAME_INVALID', 'ERR_CERT_COMMON_NAME_INVALID', 'UND_ERR_PRX_TLS'],
    words: (_whom, code) => `The certificate is for another host (${code}).`,
    remedy: 'Check the network, its sign-in page and its proxy. Verification is never turned off.',
  },
  {
    isLasting: true,
    codes: ['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID', 'ERR_CERT_DATE_INVALID'],
    words: (_whom, code) => `The certificate is not valid at this time (${code}).`,
    remedy:
      'Check the clock of this machine, then the proxy that replaces certificates. Verification is never turned off.',
  },
  {
    isLasting: true,
    codes: [
      'CERT_REVOKED',
      'CERT_REJECTED',
      'CERT_SIGNATURE_FAILURE',
      'CERT_CHAIN_TOO_LONG',
      'INVALID_CA',
      'INVALID_PURPOSE',
      'ERR_CERT_REVOKED',
      'ERR_CERT_INVALID',
    ],
    words: (_whom, code) => `The certificate is not acceptable (${code}).`,
    remedy: 'Have the certificate, or the proxy that replaces it, fixed. Verification is never turned off.',
  },
  {
    codes: [
      'ERR_SSL_WRONG_VERSION_NUMBER',
      'ERR_SSL_VERSION_OR_CIPHER_MISMATCH',
      'ERR_SSL_UNSUPPORTED_PROTOCOL',
      'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION',
      'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE',
    ],
    also: ['EPROTO', 'ERR_SSL_PROTOCOL_ERROR'],
    isLasting: true,
    ...UNENCRYPTED,
  },
  // A single break may be a coincidence, so the failure is not lasting
  { codes: [BROKEN_HANDSHAKE], also: ['ECONNRESET'], ...UNENCRYPTED },
];

const kindOf = new Map(
  KINDS.flatMap((kind) => [...kind.codes, ...(kind.also ?? [])].map((code) => [code, kind] as const)),
);
const certain: ReadonlySet<string> = new Set(KINDS.flatMap(({ codes }) => codes));

/** Whether a failure with this trace certainly occurred before the first byte of the request. */
export function isBeforeRequest({ code, isConnecting }: FailureTrace): boolean {
  return isConnecting === true || certain.has(code);
}

/** Whether a request that was not sent may succeed later without a fix. */
export function mayPassByItself(trace: FailureTrace | undefined): boolean {
  if (trace === undefined) return true;
  // A proxy may lock an account after repeated wrong passwords
  return trace.proxyStatus !== 407 && kindOf.get(trace.code)?.isLasting !== true;
}

/** Describes why a request was not sent. */
export function describeUnsent(trace: FailureTrace | undefined, proxy: ProxyChoice | undefined): FailureWords {
  const code = trace?.code ?? 'no code';
  if (trace?.proxyStatus !== undefined) return refusedByProxy(trace.proxyStatus, proxy);
  if (code === PLAIN_ANSWER && proxy?.kind === 'proxy' && proxy.address.startsWith('https:')) return plainProxy(proxy);
  const whom = proxy?.kind === 'proxy' ? nameOf(proxy) : 'the service';
  const kind = kindOf.get(code);
  if (kind !== undefined) return { message: kind.words(whom, code), remedy: kind.remedy };
  return {
    message: `The connection to ${whom} failed before anything was sent (${code}).`,
    remedy: 'Check the network and its proxy, then try again.',
  };
}

/** OpenSSL's code for an unencrypted answer. */
const PLAIN_ANSWER = 'ERR_SSL_WRONG_VERSION_NUMBER';

/**
 * Most proxies use http but are often configured as https by mistake. The failure is about the connection to the proxy
 * itself.
 */
function plainProxy(proxy: ProxyChoice): FailureWords {
  return {
    message: `${capital(nameOf(proxy))} does not encrypt the connection to itself (${PLAIN_ANSWER}).`,
    remedy: 'Change its address to http://. Calls through it are still encrypted.',
  };
}

/** Describes why a proxy refused. Source: RFC 9110, 9.3.6 and 15.5.8. */
function refusedByProxy(status: number, proxy: ProxyChoice | undefined): FailureWords {
  const name = nameOf(proxy);
  if (status === 407)
    return {
      message: `${capital(name)} requires a user name and a password, or rejected them (407).`,
      remedy:
        'Add them to the address of the proxy, http://USER:PASSWORD@HOST:PORT, with special characters percent-encoded.',
    };
  if (status >= 500)
    return {
      message: `${capital(name)} could not reach the service (${status}).`,
      remedy: 'Try again later. If it fails again, show this to the administrator of the proxy.',
    };
  return {
    message: `${capital(name)} refuses a connection to the service (${status}).`,
    remedy: 'Ask the administrator of the proxy to allow the sign-in and Microsoft Graph hosts of the cloud.',
  };
}

function nameOf(proxy: ProxyChoice | undefined): string {
  return proxy?.kind === 'proxy' ? `the proxy ${proxy.address} (${proxy.source})` : 'the proxy';
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

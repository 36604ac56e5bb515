import { isIP } from 'node:net';
import { connect } from 'node:tls';
import { classifyFailure } from '../tenant/classify';
import { ATTEMPT_TIMEOUTS } from '../tenant/limits';
import { CallFailure } from '../tenant/network/callFailure';
import type { NetworkFacts, ProxyChoice, TlsProbe } from '../tenant/network/networkFacts';
import type { EnvProxies, Environment } from './envProxies';
import { envProxies } from './envProxies';
import { openTunnel } from './openTunnel';
import { shakeHands } from './shakeHands';
import { useSystemAuthorities } from './systemAuthorities';

/** Facts about the route to a host, for the command line's transport. */
export function envNetworkFacts(
  env: Environment,
  given: { readonly authorities?: readonly string[]; readonly timeout?: number } = {},
): NetworkFacts {
  const timeout = given.timeout ?? ATTEMPT_TIMEOUTS.connect;
  return {
    // eslint-disable-next-line @typescript-eslint/require-await -- async, so that an invalid address rejects
    proxyFor: async (url) => envProxies(env).choose(url),
    async probeTls(origin, signal) {
      const proxies = envProxies(env);
      const choice = proxies.choose(origin);
      const late = AbortSignal.timeout(timeout);
      const authorities = given.authorities ?? useSystemAuthorities();
      try {
        return await probe(new URL(origin), {
          proxies,
          choice,
          authorities,
          signal: signal === undefined ? late : AbortSignal.any([signal, late]),
        });
      } catch (error) {
        const cause = late.aborted ? Object.assign(new Error('Late.'), { code: 'CONNECT_TIMEOUT' }) : error;
        throw classifyFailure(new CallFailure(cause, { started: false, proxy: choice }), 'read');
      }
    },
  };
}

interface Way {
  readonly proxies: EnvProxies;
  readonly choice: ProxyChoice;
  readonly authorities: readonly string[] | undefined;
  readonly signal: AbortSignal;
}

async function probe({ hostname, port }: URL, { proxies, choice, authorities, signal }: Way): Promise<TlsProbe> {
  const proxyUrl = choice.kind === 'proxy' ? proxies.https?.url : undefined;
  const target = { host: hostname, port: port === '' ? 443 : Number(port) };
  const tunnel =
    proxyUrl === undefined
      ? undefined
      : await openTunnel({ proxyUrl, target: `${target.host}:${target.port}`, authorities, signal });
  const socket = connect({
    ...(tunnel === undefined ? target : { socket: tunnel }),
    // Must be omitted for an IP address
    ...(isIP(hostname) === 0 && { servername: hostname }),
    ALPNProtocols: ['http/1.1'],
    rejectUnauthorized: true,
    ...(authorities && { ca: [...authorities] }),
  });
  const end = (): void => void socket.destroy(signal.reason as Error);
  signal.addEventListener('abort', end, { once: true });
  if (signal.aborted) end();
  try {
    return { way: tunnel === undefined ? 'direct' : 'proxy', ...(await shakeHands(socket)) };
  } finally {
    signal.removeEventListener('abort', end);
    tunnel?.destroy();
  }
}

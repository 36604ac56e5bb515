import { EnvHttpProxyAgent, fetch } from 'undici';
import type { Transport } from '../tenant/transport';

/** The transport of the command line: the proxy of `HTTPS_PROXY` and `NO_PROXY`, the authorities of `NODE_EXTRA_CA_CERTS`. */
export function undiciTransport(): Transport {
  const dispatcher = new EnvHttpProxyAgent();
  return (url, request) => fetch(url, { ...request, dispatcher });
}

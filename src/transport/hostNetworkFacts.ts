import type * as Https from 'node:https';
import { createRequire } from 'node:module';
import { TLSSocket } from 'node:tls';
import { classifyFailure } from '../tenant/classify';
import { ATTEMPT_TIMEOUTS } from '../tenant/limits';
import { CallFailure } from '../tenant/network/callFailure';
import type { NetworkFacts, ProxyChoice, TlsProbe } from '../tenant/network/networkFacts';
import type { Environment } from './envProxies';
import { envProxies } from './envProxies';
import { shakeHands } from './shakeHands';

/** The editor's current proxy settings. */
export interface HostProxySettings {
  /** `http.proxy`. */
  readonly proxy: string;
  /** `http.noProxy`. */
  readonly noProxy: readonly string[];
  /** `http.proxySupport`. */
  readonly support: string;
}

/**
 * Facts about the route to a host, for the editor's own `fetch`. The precedence of settings and variables is the
 * editor's. Source: @vscode/proxy-agent, which also uses the operating system's settings, to which an extension has no
 * access.
 */
export function hostNetworkFacts(
  settings: HostProxySettings,
  env: Environment,
  timeout: number = ATTEMPT_TIMEOUTS.connect,
): NetworkFacts {
  const proxyFor = (url: string): ProxyChoice => chooseProxy(url, settings, env);
  return {
    // eslint-disable-next-line @typescript-eslint/require-await -- async, so that an invalid address rejects
    proxyFor: async (url) => proxyFor(url),
    async probeTls(origin, signal) {
      const late = AbortSignal.timeout(timeout);
      try {
        return await probe(origin, signal === undefined ? late : AbortSignal.any([signal, late]));
      } catch (error) {
        const cause = late.aborted ? Object.assign(new Error('Late.'), { code: 'CONNECT_TIMEOUT' }) : error;
        throw classifyFailure(new CallFailure(cause, { started: false, proxy: proxyFor(origin) }), 'read');
      }
    },
  };
}

function chooseProxy(url: string, { proxy, noProxy, support }: HostProxySettings, env: Environment): ProxyChoice {
  if (support === 'off') return { kind: 'direct', source: 'http.proxySupport' };
  if (proxy !== '') return choiceOfSettings(url, proxy, noProxy);
  const choice = envProxies(env).choose(url);
  if (choice.kind === 'direct' && choice.source === undefined)
    return { kind: 'unknown', reason: 'VS Code takes the proxy settings of the operating system.' };
  return choice;
}

/** The choice by settings. They are interpreted like the variables, but reported as settings. */
function choiceOfSettings(url: string, proxy: string, noProxy: readonly string[]): ProxyChoice {
  if (!URL.canParse(proxy)) return { kind: 'unknown', reason: 'The setting http.proxy is not an address.' };
  const { protocol, host } = new URL(proxy);
  // SOCKS proxies are handled by the editor, not by this code
  if (!['http:', 'https:'].includes(protocol))
    return { kind: 'proxy', address: `${protocol}//${host}`, source: 'http.proxy' };
  const choice = envProxies({ HTTPS_PROXY: proxy, NO_PROXY: noProxy.join(',') }).choose(url);
  return choice.kind === 'proxy' ? { ...choice, source: 'http.proxy' } : { kind: 'direct', source: 'http.noProxy' };
}

/** With `require`, `https` uses the editor's proxy; an import gets Node's own module. */
const requireHere = createRequire(import.meta.url);

async function probe(origin: string, signal: AbortSignal): Promise<TlsProbe> {
  const { request } = requireHere('https') as typeof Https;
  // Never ended, so that no byte of the request is sent
  const call = request(origin, { method: 'HEAD', signal });
  try {
    const socket = await new Promise<TLSSocket>((resolve, reject) => {
      call.once('socket', (opened) => {
        if (opened instanceof TLSSocket) resolve(opened);
        else reject(new Error('The connection is not encrypted.'));
      });
      call.once('error', reject);
    });
    return { way: 'unknown', ...(await shakeHands(socket)) };
  } finally {
    // Destroying it emits an error, which must be handled
    call.on('error', () => undefined).destroy();
  }
}

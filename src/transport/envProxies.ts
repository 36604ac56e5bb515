import { NotSentError } from '../tenant/errors';
import type { ProxyChoice } from '../tenant/network/networkFacts';

/** The variables of an environment. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A proxy from a variable. */
interface NamedProxy {
  /** With user and password, if any; only for connecting, never shown. */
  readonly url: string;
  /** The name of the variable. */
  readonly source: string;
}

/** The proxies that an environment configures. */
export interface EnvProxies {
  /** The proxy for https; `undefined` if there is none. */
  readonly https: NamedProxy | undefined;
  /** The value of `NO_PROXY`: hosts that are called without a proxy. */
  readonly noProxy: string;
  choose(url: string): ProxyChoice;
}

/**
 * Reads the proxies of an environment with the precedence of Microsoft's sign-in library, so that signing in and Graph
 * use the same one: HTTPS_PROXY, ALL_PROXY, HTTP_PROXY, each in capitals first. Source: @typespec/ts-http-runtime,
 * proxyPolicy. Throws a `NotSentError` if a value is not a proxy's address.
 */
export function envProxies(env: Environment): EnvProxies {
  const https = firstOf(env, ['HTTPS_PROXY', 'ALL_PROXY', 'HTTP_PROXY']);
  const except = firstOf(env, ['NO_PROXY']);
  const proxy = https && { url: checked(https), source: https.name };
  return {
    https: proxy,
    noProxy: except?.value ?? '',
    choose(url) {
      if (proxy === undefined) return { kind: 'direct' };
      if (except !== undefined && isExcepted(new URL(url), except.value))
        return { kind: 'direct', source: except.name };
      return { kind: 'proxy', address: new URL(proxy.url).origin, source: proxy.source };
    },
  };
}

interface Variable {
  readonly name: string;
  readonly value: string;
}

function firstOf(env: Environment, names: readonly string[]): Variable | undefined {
  const spellings = names.flatMap((name) => [name, name.toLowerCase()]);
  const name = spellings.find((each) => (env[each] ?? '') !== '');
  return name === undefined ? undefined : { name, value: env[name] ?? '' };
}

/**
 * A proxy's address, reduced to its relevant parts. The error does not quote the value, because it may contain a
 * password.
 */
function checked({ name, value }: Variable): string {
  if (isProxyAddress(value)) {
    const { protocol, username, password, host } = new URL(value);
    // The rest of the address has no meaning for a proxy, and undici refuses it
    return `${protocol}//${username === '' && password === '' ? '' : `${username}:${password}@`}${host}`;
  }
  throw new NotSentError(`The environment variable ${name} does not contain the address of an HTTP proxy.`, {
    remedy:
      'Nothing was sent. Write it as http://HOST:PORT, with "http://", and percent-encode special characters of a password.',
  });
}

function isProxyAddress(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, username, password } = new URL(value);
  return ['http:', 'https:'].includes(protocol) && [username, password].every(isDecodable);
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

/** Whether NO_PROXY contains a host or one of its parent domains, with or without a port. Follows undici. */
function isExcepted({ hostname, port, protocol }: URL, noProxy: string): boolean {
  if (noProxy === '*') return true;
  const own = port === '' ? (protocol === 'https:' ? '443' : '80') : port;
  return noProxy.split(/[,\s]/).some((entry) => {
    const [, name = entry, only] = /^(.+):(\d+)$/.exec(entry) ?? [];
    const domain = name.replace(/^\*?\./, '').toLowerCase();
    if (domain === '' || (only !== undefined && only !== own)) return false;
    return hostname === domain || hostname.endsWith(`.${domain}`);
  });
}

import { refuseUnverified } from '../tenant/network/verification';
import type { OpenedTransport } from '../tenant/transport';
import type { Environment } from './envProxies';
import { envProxies } from './envProxies';
import { useSystemAuthorities } from './systemAuthorities';
import { undiciTransport } from './undiciTransport';

/**
 * The transport that the environment of a process asks for. Throws a `NotSentError` where that switches the verification of
 * certificates off, or names a proxy that is none.
 */
export function envTransport(env: Environment): OpenedTransport {
  refuseUnverified(env);
  return undiciTransport({ proxies: envProxies(env), authorities: useSystemAuthorities() });
}

import { refuseUnverified } from '../tenant/network/verification';
import type { OpenedTransport } from '../tenant/transport';
import type { Environment } from './envProxies';
import { envProxies } from './envProxies';
import { useSystemAuthorities } from './systemAuthorities';
import { undiciTransport } from './undiciTransport';

/**
 * The transport for a process's environment. Throws a `NotSentError` if the environment turns off the verification of
 * certificates, or has an invalid proxy.
 */
export function envTransport(env: Environment): OpenedTransport {
  refuseUnverified(env);
  return undiciTransport({ proxies: envProxies(env), authorities: useSystemAuthorities() });
}

import { readJson, stringMember } from '../core/json/jsonValue';
import type { Endpoint } from './endpoint';
import { parseEndpoint } from './endpoint';

/** A connection to a sandbox tenant, as its connection file holds it. */
export interface SandboxConnection {
  readonly kind: 'sandbox';
  readonly name: string;
  /** The provisioning API endpoint, as the portal shows one. */
  readonly endpoint: string;
  readonly tokenEndpoint: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** The connection in a file's text, or one sentence on why there is none. */
export function parseConnection(
  text: string,
): { readonly connection: SandboxConnection; readonly endpoint: Endpoint } | { readonly refusal: string } {
  const json = readJson(text);
  if ('error' in json) return { refusal: `it is not JSON: ${json.error}` };
  if (stringMember(json.value, 'kind') !== 'sandbox')
    return { refusal: 'its "kind" must be "sandbox": this version connects to sandbox tenants only' };
  const [name, address, tokenEndpoint, clientId, clientSecret] = [
    'name',
    'endpoint',
    'tokenEndpoint',
    'clientId',
    'clientSecret',
  ].map((member) => stringMember(json.value, member));
  if (address === undefined || tokenEndpoint === undefined || clientId === undefined || clientSecret === undefined) {
    return { refusal: '"endpoint", "tokenEndpoint", "clientId" and "clientSecret" must be texts' };
  }
  const endpoint = parseEndpoint(address);
  if ('refusal' in endpoint) return endpoint;
  if (endpoint.kind !== 'sandbox') return { refusal: 'its endpoint is not that of a sandbox on this machine' };
  return {
    connection: {
      kind: 'sandbox',
      name: name ?? 'Sandbox tenant',
      endpoint: address,
      tokenEndpoint,
      clientId,
      clientSecret,
    },
    endpoint,
  };
}

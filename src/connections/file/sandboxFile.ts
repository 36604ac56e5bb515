import type { JsonObject } from '../../core/json/jsonValue';
import { stringMember } from '../../core/json/jsonValue';
import { parseEndpoint } from '../../tenant/endpoint';

/** The content of a sandbox's connection file. */
export interface SandboxConnectionFile {
  readonly kind: 'sandbox';
  readonly name: string;
  /** The provisioning API endpoint, in the form that the portal shows. */
  readonly endpoint: string;
  readonly tokenEndpoint: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** The default name of a sandbox. */
export const SANDBOX_NAME = 'Sandbox tenant';

/** The members of a sandbox's file. */
export const sandboxMembers = ['kind', 'name', 'endpoint', 'tokenEndpoint', 'clientId', 'clientSecret'];

/** Parses a sandbox's file, or returns why it is not valid. */
export function readSandbox(json: JsonObject): SandboxConnectionFile | { readonly refusal: string } {
  const wrong = ['endpoint', 'tokenEndpoint', 'clientId', 'clientSecret'].filter(
    (member) => stringMember(json, member) === undefined,
  );
  if (wrong.length > 0) return { refusal: `Expected a string for ${wrong.map((each) => `"${each}"`).join(', ')}.` };
  const text = (member: string): string => stringMember(json, member) ?? '';
  const endpoint = parseEndpoint(text('endpoint'));
  if ('refusal' in endpoint) return endpoint;
  if (endpoint.kind !== 'sandbox') return { refusal: 'Its endpoint is not that of a sandbox on this machine.' };
  return sandboxFile({
    name: stringMember(json, 'name') ?? SANDBOX_NAME,
    endpoint: text('endpoint'),
    tokenEndpoint: text('tokenEndpoint'),
    clientId: text('clientId'),
    clientSecret: text('clientSecret'),
  });
}

/** The connection file of a running sandbox. */
export function sandboxFile({
  name = SANDBOX_NAME,
  endpoint,
  tokenEndpoint,
  clientId,
  clientSecret,
}: Omit<SandboxConnectionFile, 'kind' | 'name'> & { readonly name?: string }): SandboxConnectionFile {
  return { kind: 'sandbox', name, endpoint, tokenEndpoint, clientId, clientSecret };
}

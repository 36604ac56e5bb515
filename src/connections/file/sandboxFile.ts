import type { JsonObject } from '../../core/json/jsonValue';
import { stringMember } from '../../core/json/jsonValue';
import { parseEndpoint } from '../../tenant/endpoint';

/** A connection to a sandbox tenant, as its file holds it. */
export interface SandboxConnectionFile {
  readonly kind: 'sandbox';
  readonly name: string;
  /** The provisioning API endpoint, as the portal shows one. */
  readonly endpoint: string;
  readonly tokenEndpoint: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** What a sandbox is called that nobody has named. */
export const SANDBOX_NAME = 'Sandbox tenant';

/** The members that the file of a sandbox may have. */
export const sandboxMembers = ['kind', 'name', 'endpoint', 'tokenEndpoint', 'clientId', 'clientSecret'];

/** The connection in the object of a sandbox's file, or why it is none. */
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

/** The file of a sandbox that runs. */
export function sandboxFile({
  name = SANDBOX_NAME,
  endpoint,
  tokenEndpoint,
  clientId,
  clientSecret,
}: Omit<SandboxConnectionFile, 'kind' | 'name'> & { readonly name?: string }): SandboxConnectionFile {
  return { kind: 'sandbox', name, endpoint, tokenEndpoint, clientId, clientSecret };
}

import { nearest } from '../core/text/nearest';
import type { JsonObject } from '../core/json/jsonValue';
import { isJsonObject, readJson, stringMember } from '../core/json/jsonValue';
import { parseEndpoint } from '../tenant/endpoint';

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

/** A connection as its file holds it. */
export type ConnectionFile = SandboxConnectionFile;

/** What a sandbox is called that nobody has named. */
export const SANDBOX_NAME = 'Sandbox tenant';

/** Why a text is not a connection file: one or two sentences. */
export interface ConnectionRefusal {
  readonly refusal: string;
}

/** A kind of connection: the members of its file, and how they are read. */
interface FileKind {
  readonly members: readonly string[];
  readonly read: (json: JsonObject) => ConnectionFile | ConnectionRefusal;
}

const KINDS: Readonly<Record<ConnectionFile['kind'], FileKind>> = {
  sandbox: {
    members: ['kind', 'name', 'endpoint', 'tokenEndpoint', 'clientId', 'clientSecret'],
    read: readSandbox,
  },
};

/** The connection in a file's text, or why there is none. Members that a kind does not have are refused. */
export function parseConnectionFile(text: string): ConnectionFile | ConnectionRefusal {
  const json = readJson(text);
  if ('error' in json) return { refusal: `It is ${json.error}.` };
  if (!isJsonObject(json.value)) return { refusal: 'It must be a JSON object.' };
  const name = stringMember(json.value, 'kind') ?? '';
  const kind = Object.entries(KINDS).find(([candidate]) => candidate === name)?.[1];
  if (kind === undefined)
    return { refusal: 'Its "kind" must be "sandbox": this version connects to sandbox tenants only.' };
  const unknown = Object.keys(json.value).find((member) => !kind.members.includes(member));
  return unknown === undefined ? kind.read(json.value) : { refusal: describeUnknown(unknown, kind.members) };
}

/** Names the member, never its value: that may be a secret. */
function describeUnknown(member: string, members: readonly string[]): string {
  const meant = nearest(member, members);
  return meant === undefined
    ? `Unknown member "${member}". Available: ${members.join(', ')}.`
    : `Unknown member "${member}". Did you mean "${meant}"?`;
}

function readSandbox(json: JsonObject): SandboxConnectionFile | ConnectionRefusal {
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

import type { JsonObject } from '../core/json/jsonValue';
import { isJsonObject, member, stringMember } from '../core/json/jsonValue';
import { isPrintable } from '../core/text/printable';
import type { CloudName } from '../tenant/clouds';
import { cloudNames, cloudOfGraph } from '../tenant/clouds';
import type { Endpoint } from '../tenant/endpoint';
import { cloudEndpoint, isGuid, isJobId, parseEndpoint } from '../tenant/endpoint';
import type { ObjectShape } from './file/members';
import { optional, refuseMembers, textMember } from './file/members';
import type { SignIn } from './file/signIn';
import { parseSignIn, resolveSignIn } from './file/signIn';
import { isSameName } from './user/sameName';

/** The colours of connections, by the names of the editor's chart colours. */
export const connectionColors = ['red', 'orange', 'yellow', 'green', 'blue', 'purple'] as const;
export type ConnectionColor = (typeof connectionColors)[number];

/** The content of a tenant's connection file. It contains no secret. */
export interface TenantConnectionFile {
  readonly kind: 'tenant';
  readonly name: string;
  readonly cloud: CloudName;
  /** A GUID or a domain name, in lower case. */
  readonly tenantId: string;
  readonly servicePrincipalId: string;
  readonly jobId: string;
  /** Whether it is a production tenant. */
  readonly production: boolean;
  /** Its colour. */
  readonly color?: ConnectionColor;
  readonly signIn: SignIn;
}

/** The job's members of a tenant's file, or those parsed from its `endpoint`. */
interface Job {
  readonly cloud: CloudName;
  readonly servicePrincipalId: string;
  readonly jobId: string;
}

interface Refusal {
  readonly refusal: string;
}

const MAX_NAME = 100;
/** `sandbox` is reserved, and a text with a separator is a path. */
const EXPECTED_NAME = `a name of at most ${MAX_NAME} characters without "/" and "\\", other than "sandbox"`;
const name = textMember(EXPECTED_NAME, isConnectionName);
const EXPECTED_TENANT = 'the id or a domain name of one tenant ("common", "organizations" and "consumers" name none)';
const id = textMember('a GUID', isGuid);

const SHAPE: ObjectShape = {
  kind: textMember('"tenant"', (text) => text === 'tenant'),
  name,
  endpoint: optional(textMember('the provisioning API endpoint', () => true)),
  cloud: optional(textMember(`one of ${cloudNames.join(', ')}`, (text) => cloudNames.some((each) => each === text))),
  tenantId: textMember(EXPECTED_TENANT, (text) => canonicalTenant(text) !== undefined),
  servicePrincipalId: optional(id),
  jobId: optional(textMember('the id of a provisioning job', isJobId)),
  production: optional({ expected: 'true or false', accepts: (value) => typeof value === 'boolean' }),
  color: optional(
    textMember(`one of ${connectionColors.join(', ')}`, (text) => connectionColors.some((each) => each === text)),
  ),
  signIn: { expected: 'an object', accepts: isJsonObject },
};

/** The members of a tenant's file. */
export const tenantMembers = Object.keys(SHAPE);

/** Parses a tenant's file, or returns why it is not valid. Never quotes a value. */
export function readTenant(json: JsonObject): TenantConnectionFile | Refusal {
  const refusal = refuseMembers(json, SHAPE);
  if (refusal !== undefined) return { refusal };
  const job = readJob(json);
  if ('refusal' in job) return job;
  const signInJson = member(json, 'signIn');
  const signIn = parseSignIn(isJsonObject(signInJson) ? signInJson : {});
  if ('refusal' in signIn) return signIn;
  const color = connectionColors.find((each) => each === stringMember(json, 'color'));
  return {
    kind: 'tenant',
    name: stringMember(json, 'name') ?? '',
    cloud: job.cloud,
    tenantId: canonicalTenant(stringMember(json, 'tenantId') ?? '') ?? '',
    servicePrincipalId: job.servicePrincipalId,
    jobId: job.jobId,
    production: member(json, 'production') === true,
    ...(color !== undefined && { color }),
    signIn,
  };
}

/** The text of a file. Canonical: the same connection always has the same text. */
export function writeTenantFile(file: TenantConnectionFile): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** The endpoint of the connection's job. */
export function tenantEndpoint({ cloud, servicePrincipalId, jobId }: TenantConnectionFile): Endpoint {
  return cloudEndpoint(cloud, servicePrincipalId, jobId);
}

/** The connection with its paths resolved relative to its file. */
export function resolvePaths(file: TenantConnectionFile, resolve: (path: string) => string): TenantConnectionFile {
  return { ...file, signIn: resolveSignIn(file.signIn, resolve) };
}

/** Why a text is not the id or a domain name of a tenant; `undefined` if it is one. */
export function whyNoTenant(text: string): string | undefined {
  return canonicalTenant(text.trim()) === undefined ? `Expected ${EXPECTED_TENANT}.` : undefined;
}

/** Why a text cannot be the name of a connection; `undefined` if it can. */
export function whyNoConnectionName(text: string): string | undefined {
  return isConnectionName(text) ? undefined : `Expected ${EXPECTED_NAME}, without spaces around it.`;
}

function isConnectionName(text: string): boolean {
  if (text.trim() !== text || text === '' || text.length > MAX_NAME) return false;
  return !/[/\\\p{C}]/u.test(text) && isPrintable(text) && !isSameName(text, 'sandbox');
}

/** The job of a file. `endpoint` may replace the other members, and must not contradict them. */
function readJob(json: JsonObject): Job | Refusal {
  const pasted = stringMember(json, 'endpoint');
  const own = {
    cloud: cloudNames.find((each) => each === stringMember(json, 'cloud')),
    servicePrincipalId: stringMember(json, 'servicePrincipalId')?.toLowerCase(),
    jobId: stringMember(json, 'jobId'),
  };
  if (pasted !== undefined) return jobOfEndpoint(pasted, own);
  const { cloud, servicePrincipalId, jobId } = own;
  if (cloud === undefined || servicePrincipalId === undefined || jobId === undefined) {
    const missing = (['cloud', 'servicePrincipalId', 'jobId'] as const).filter((each) => own[each] === undefined);
    return {
      refusal: `Missing member "${missing[0]}". Expected "cloud", "servicePrincipalId" and "jobId", or "endpoint" instead.`,
    };
  }
  return { cloud, servicePrincipalId, jobId };
}

function jobOfEndpoint(pasted: string, own: { readonly [name in keyof Job]: string | undefined }): Job | Refusal {
  const endpoint = parseEndpoint(pasted);
  if ('refusal' in endpoint) return { refusal: `Invalid "endpoint". ${endpoint.refusal}` };
  const cloud = cloudOfGraph(endpoint.origin);
  if (endpoint.kind === 'sandbox' || cloud === undefined)
    return {
      refusal: 'Invalid "endpoint". It belongs to a sandbox, but a file of kind "tenant" is for Microsoft Entra.',
    };
  const job = { cloud, servicePrincipalId: endpoint.servicePrincipalId.toLowerCase(), jobId: endpoint.jobId };
  const other = (['cloud', 'servicePrincipalId', 'jobId'] as const).find(
    (each) => own[each] !== undefined && own[each] !== job[each],
  );
  return other === undefined ? job : { refusal: `"endpoint" contradicts "${other}". Remove one of them.` };
}

/** A domain name with at least two labels; the last begins with a letter. */
const DOMAIN = /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/;

/** The canonical form of a tenant: in lower case, without the braces that some tools put around ids. */
function canonicalTenant(text: string): string | undefined {
  const lower = text.toLowerCase();
  const bare = /^\{(.*)\}$/.exec(lower)?.[1] ?? lower;
  if (isGuid(bare)) return bare;
  return DOMAIN.test(lower) ? lower : undefined;
}

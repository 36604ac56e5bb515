import { randomBytes } from 'node:crypto';
import type { Permission } from '../../../../src/sandbox/gate/permissions';
import { allPermissions } from '../../../../src/sandbox/gate/permissions';
import type { CloudHosts } from '../hosts';
import type { ServiceAnswer, ServiceRequest } from '../serviceAnswer';
import type { Switches } from '../switches';
import type { AccessTokens, Holder } from './accessTokens';
import { PERSON } from './accessTokens';
import { refuseClient } from './clientProof';
import { createDeviceCodes } from './deviceCodes';
import type { DeviceCodes } from './deviceCodes';
import { discoverInstance, openIdConfiguration } from './discovery';
import type { Registration } from './registration';
import { refuse } from './refusals';

export interface LoginOptions {
  readonly registration: Registration;
  /** The cloud that the tenant is in. */
  readonly cloud: CloudHosts;
  readonly tokens: AccessTokens;
  readonly switches: Switches;
}

/** A form that was posted to one of the tenant's endpoints. */
interface TokenRequest {
  readonly form: URLSearchParams;
  /** The address that it was posted to. */
  readonly endpoint: string;
  readonly now: number;
}

/** As the protocol has it, and as Microsoft's library does. */
const DEVICE_CODE = ['urn:ietf:params:oauth:grant-type:device_code', 'device_code'];
const TENANT_PATH = /^\/([^/]+)(\/.*)$/;

/**
 * Answers as Microsoft's sign-in service does: instance discovery, OpenID configuration, the token endpoint and the device code
 * flow, for one tenant with one application. Whoever does not prove who it is gets the refusal that the service words.
 */
export function createLoginService(options: LoginOptions): (request: ServiceRequest) => ServiceAnswer {
  const codes = createDeviceCodes(options.switches);
  const { registration, cloud, switches } = options;
  return (request) => {
    const now = Date.now() + switches.clockSkew;
    const { pathname, searchParams } = new URL(`https://${request.host}${request.target}`);
    if (pathname === '/common/discovery/instance') return discoverInstance(searchParams);
    const [, tenant = '', rest] = TENANT_PATH.exec(pathname) ?? [];
    // A tenant is known in its own cloud alone
    if (tenant.toLowerCase() !== registration.tenantId || !cloud.logins.includes(request.host)) {
      return refuse(90002, now, { tenant });
    }
    if (rest === '/v2.0/.well-known/openid-configuration') return openIdConfiguration(request.host, tenant);
    const form = new URLSearchParams(request.body.toString('utf8'));
    const call = { form, endpoint: `https://${request.host}${pathname}`, now };
    if (rest === '/oauth2/v2.0/devicecode') return refuseApplication(call, options) ?? codes.begin();
    if (rest === '/oauth2/v2.0/token') return answerTokenRequest(call, codes, options);
    return { status: 404, json: { error: 'not_found' } };
  };
}

function answerTokenRequest(call: TokenRequest, codes: DeviceCodes, options: LoginOptions): ServiceAnswer {
  const { form, endpoint, now } = call;
  const refusal = refuseApplication(call, options);
  if (refusal !== undefined) return refusal;
  const { registration, switches } = options;
  const grant = form.get('grant_type') ?? '';
  if (grant === 'client_credentials') {
    const unproved = refuseClient(form, registration, endpoint, now);
    return unproved ?? forced(switches, registration, now) ?? grantToken('application', call, options);
  }
  if (DEVICE_CODE.includes(grant)) {
    const unproved = codes.refuse(form.get('device_code'), now);
    return unproved ?? forced(switches, registration, now) ?? grantToken('person', call, options);
  }
  return refuse(70003, now);
}

/** Refuses an application that the tenant does not know, or what it asks for. */
function refuseApplication({ form, now }: TokenRequest, options: LoginOptions): ServiceAnswer | undefined {
  const { registration, cloud } = options;
  const client = form.get('client_id') ?? '';
  if (client !== registration.clientId) return refuse(700016, now, { client });
  const scopes = (form.get('scope') ?? '').split(' ');
  // A device code remembers what it was asked for
  if (DEVICE_CODE.includes(form.get('grant_type') ?? '') && !form.has('scope')) return undefined;
  return scopes.includes(`https://${cloud.graph}/.default`) ? undefined : refuse(70011, now);
}

function forced({ refusal }: Switches, { clientId }: Registration, now: number): ServiceAnswer | undefined {
  return refusal === undefined ? undefined : refuse(refusal, now, { client: clientId });
}

/** The permissions that a token has now. */
export function grantedBy({ withheld }: Switches): readonly Permission[] {
  return allPermissions.filter((permission) => !withheld.includes(permission));
}

function grantToken(holder: Holder, { now }: TokenRequest, options: LoginOptions): ServiceAnswer {
  const { cloud, tokens, switches, registration } = options;
  const permissions = grantedBy(switches);
  const lifetime = switches.tokenLifetime;
  const audience = `https://${cloud.graph}`;
  const json = {
    token_type: 'Bearer',
    expires_in: lifetime,
    ext_expires_in: lifetime,
    access_token: tokens.issue({ holder, audience, permissions, now, lifetime }),
  };
  if (holder === 'application') return { status: 200, json };
  const clientInfo = { uid: PERSON.oid, utid: registration.tenantId };
  const scope = permissions.map((permission) => `${audience}/${permission}`).join(' ');
  return {
    status: 200,
    json: {
      ...json,
      scope: `${scope} ${audience}/.default openid profile offline_access`,
      id_token: tokens.issueIdToken({ now, lifetime }),
      refresh_token: randomBytes(32).toString('base64url'),
      client_info: Buffer.from(JSON.stringify(clientInfo)).toString('base64url'),
    },
  };
}

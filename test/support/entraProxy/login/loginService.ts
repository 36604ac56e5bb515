import { randomBytes } from 'node:crypto';
import type { Permission } from '../../../../src/sandbox/gate/permissions';
import { allPermissions } from '../../../../src/sandbox/gate/permissions';
import type { CloudHosts } from '../hosts';
import type { ServiceAnswer, ServiceRequest } from '../serviceAnswer';
import type { Switches } from '../switches';
import type { AccessTokens, Holder } from './accessTokens';
import { PERSON } from './accessTokens';
import type { AuthorizationCodes } from './authorizationCodes';
import { createAuthorizationCodes } from './authorizationCodes';
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

/** What waits for a person, or for a person's program to come back. */
interface PersonGrants {
  readonly device: DeviceCodes;
  readonly browser: AuthorizationCodes;
  /** Each is good for one more token. */
  readonly refreshTokens: Set<string>;
}

/** As the protocol has it, and as Microsoft's library does. */
const DEVICE_CODE = ['urn:ietf:params:oauth:grant-type:device_code', 'device_code'];
const TENANT_PATH = /^\/([^/]+)(\/.*)$/;

/**
 * Answers as Microsoft's sign-in service does: instance discovery, OpenID configuration, the token endpoint and the device code
 * flow, the browser's, and renewal, for one tenant with one application. A caller who does not prove who it is gets a refusal in the service's own words.
 */
export function createLoginService(options: LoginOptions): (request: ServiceRequest) => ServiceAnswer {
  const grants: PersonGrants = {
    device: createDeviceCodes(options.switches),
    browser: createAuthorizationCodes(),
    refreshTokens: new Set(),
  };
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
    if (rest === '/oauth2/v2.0/authorize') {
      return (
        refuseApplication({ form: searchParams, endpoint: '', now }, options) ?? grants.browser.begin(searchParams, now)
      );
    }
    const form = new URLSearchParams(request.body.toString('utf8'));
    const call = { form, endpoint: `https://${request.host}${pathname}`, now };
    if (rest === '/oauth2/v2.0/devicecode') return refuseApplication(call, options) ?? grants.device.begin();
    if (rest === '/oauth2/v2.0/token') return answerTokenRequest(call, grants, options);
    return { status: 404, json: { error: 'not_found' } };
  };
}

function answerTokenRequest(call: TokenRequest, grants: PersonGrants, options: LoginOptions): ServiceAnswer {
  const { form, endpoint, now } = call;
  const refusal = refuseApplication(call, options);
  if (refusal !== undefined) return refusal;
  const { registration, switches } = options;
  const grant = form.get('grant_type') ?? '';
  if (grant === 'client_credentials') {
    const unproved = refuseClient(form, registration, endpoint, now);
    return unproved ?? forced(switches, registration, now) ?? grantToApplication(call, options);
  }
  const unproved = refusePerson(grant, call, grants);
  return unproved ?? forced(switches, registration, now) ?? grantToPerson(call, grants, options);
}

/** Refuses a person's program that brings no proof of what the person did. */
function refusePerson(grant: string, { form, now }: TokenRequest, grants: PersonGrants): ServiceAnswer | undefined {
  if (DEVICE_CODE.includes(grant)) return grants.device.refuse(form.get('device_code'), now);
  if (grant === 'authorization_code') return grants.browser.refuse(form, now);
  if (grant !== 'refresh_token') return refuse(70003, now);
  return grants.refreshTokens.delete(form.get('refresh_token') ?? '') ? undefined : refuse(70008, now);
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

function grantToApplication({ now }: TokenRequest, options: LoginOptions): ServiceAnswer {
  return { status: 200, json: tokenFor('application', now, options) };
}

function grantToPerson({ now }: TokenRequest, grants: PersonGrants, options: LoginOptions): ServiceAnswer {
  const { cloud, tokens, switches, registration } = options;
  const audience = `https://${cloud.graph}`;
  const refreshToken = randomBytes(32).toString('base64url');
  grants.refreshTokens.add(refreshToken);
  const clientInfo = { uid: PERSON.oid, utid: registration.tenantId };
  const scopes = grantedBy(switches).map((permission) => `${audience}/${permission}`);
  return {
    status: 200,
    json: {
      ...tokenFor('person', now, options),
      scope: [...scopes, `${audience}/.default`, 'openid', 'profile', 'offline_access'].join(' '),
      id_token: tokens.issueIdToken({ now, lifetime: switches.tokenLifetime }),
      refresh_token: refreshToken,
      client_info: Buffer.from(JSON.stringify(clientInfo)).toString('base64url'),
    },
  };
}

function tokenFor(holder: Holder, now: number, { cloud, tokens, switches }: LoginOptions): object {
  const lifetime = switches.tokenLifetime;
  const audience = `https://${cloud.graph}`;
  return {
    token_type: 'Bearer',
    expires_in: lifetime,
    ext_expires_in: lifetime,
    access_token: tokens.issue({ holder, audience, permissions: grantedBy(switches), now, lifetime }),
  };
}

import type { ServiceAnswer } from '../serviceAnswer';

/** The clouds with the names that each has. Source: the instance discovery endpoint's public answer. */
const instances = [
  ['login.microsoftonline.com', 'login.windows.net', 'login.microsoft.com', 'sts.windows.net'],
  ['login.partner.microsoftonline.cn', 'login.chinacloudapi.cn'],
  ['login.microsoftonline.us', 'login.usgovcloudapi.net'],
];

/** `GET /common/discovery/instance`: which hosts are Microsoft's, so that a client can tell that an authority is real. */
export function discoverInstance(query: URLSearchParams): ServiceAnswer {
  const asked = query.get('authorization_endpoint') ?? '';
  const tenantPath = URL.canParse(asked) ? new URL(asked) : undefined;
  const tenant = tenantPath?.pathname.split('/')[1] ?? 'common';
  const host = tenantPath?.host ?? 'login.microsoftonline.com';
  if (!instances.flat().includes(host)) {
    return {
      status: 400,
      json: { error: 'invalid_instance', error_description: 'AADSTS50049: Unknown or invalid instance.' },
    };
  }
  return {
    status: 200,
    json: {
      tenant_discovery_endpoint: `https://${host}/${tenant}/v2.0/.well-known/openid-configuration`,
      'api-version': '1.1',
      metadata: instances.map((aliases) => ({
        preferred_network: aliases[0],
        preferred_cache: aliases[1],
        aliases,
      })),
    },
  };
}

/** `GET /{tenant}/v2.0/.well-known/openid-configuration`: where a tenant's endpoints are. */
export function openIdConfiguration(host: string, tenantId: string): ServiceAnswer {
  const origin = `https://${host}/${tenantId}`;
  return {
    status: 200,
    json: {
      issuer: `${origin}/v2.0`,
      token_endpoint: `${origin}/oauth2/v2.0/token`,
      authorization_endpoint: `${origin}/oauth2/v2.0/authorize`,
      device_authorization_endpoint: `${origin}/oauth2/v2.0/devicecode`,
      end_session_endpoint: `${origin}/oauth2/v2.0/logout`,
      jwks_uri: `${origin}/discovery/v2.0/keys`,
      token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt', 'client_secret_basic'],
      response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
      scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
      subject_types_supported: ['pairwise'],
      id_token_signing_alg_values_supported: ['RS256'],
    },
  };
}

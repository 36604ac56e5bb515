import type { SandboxIdentity } from '../gate/identity';
import type { SandboxRequest, Success } from '../message';
import { mediaType, bodyOf } from '../message';
import type { Route } from '../routes';
import type { Tokens } from '../gate/tokens';
import { TOKEN_LIFETIME } from '../gate/tokens';

const MAX_FORM_BYTES = 16 * 1024;
/** The port may be a proxy's. */
const SCOPE = /^http:\/\/127\.0\.0\.1:[1-9]\d{0,4}\/\.default$/;

/**
 * `POST /{tenant}/oauth2/v2.0/token` with client credentials. Errors follow RFC 6749, section 5.2. Source: Microsoft
 * identity platform, client credentials flow.
 */
export function tokenRoute(identity: SandboxIdentity, tokens: Tokens): Route {
  return {
    operation: 'token',
    method: 'POST',
    path: /^\/([^/]+)\/oauth2\/v2\.0\/token$/i,
    needs: 'open',
    answer: ({ request, parameters: [tenant = ''] }) => answerTokenRequest(request, tenant, identity, tokens),
  };
}

async function answerTokenRequest(
  request: SandboxRequest,
  tenant: string,
  identity: SandboxIdentity,
  tokens: Tokens,
): Promise<Success> {
  if (mediaType(request) !== 'application/x-www-form-urlencoded') {
    return oauthError(400, 'invalid_request', 'The body must be application/x-www-form-urlencoded.');
  }
  const body = await bodyOf(request, MAX_FORM_BYTES);
  if (body === undefined)
    return oauthError(413, 'invalid_request', `The form must not be larger than ${MAX_FORM_BYTES} bytes.`);
  const form = new URLSearchParams(Buffer.from(body).toString('utf8'));
  if (tenant.toLowerCase() !== identity.tenantId)
    return oauthError(400, 'invalid_request', 'The tenant was not found.');
  const missing = ['grant_type', 'client_id', 'client_secret', 'scope'].find((name) => !form.get(name));
  if (missing !== undefined) return oauthError(400, 'invalid_request', `The parameter "${missing}" is missing.`);
  if (form.get('grant_type') !== 'client_credentials') {
    return oauthError(400, 'unsupported_grant_type', 'Only "client_credentials" is supported.');
  }
  if (form.get('client_id') !== identity.clientId || form.get('client_secret') !== identity.clientSecret) {
    return oauthError(401, 'invalid_client', 'The client id or the client secret is invalid.');
  }
  if (!SCOPE.test(form.get('scope') ?? ''))
    return oauthError(400, 'invalid_scope', `The scope must be "http://${request.authority}/.default".`);
  return {
    status: 200,
    json: {
      token_type: 'Bearer',
      expires_in: TOKEN_LIFETIME,
      ext_expires_in: TOKEN_LIFETIME,
      access_token: tokens.issue(),
    },
  };
}

function oauthError(status: number, error: string, description: string): Success {
  return { status, json: { error, error_description: description } };
}

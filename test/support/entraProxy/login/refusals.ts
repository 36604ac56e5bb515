import { randomUUID } from 'node:crypto';
import type { ServiceAnswer } from '../serviceAnswer';

interface Refusal {
  readonly status: number;
  readonly error: string;
  readonly text: string;
  /** What a further sign-in must ask for, where Conditional Access says so. */
  readonly claims?: string;
  readonly suberror?: string;
}

const APP = '{client}';

/** Refusals of the sign-in service by their code. Sources: Microsoft Entra authentication and authorization error codes, and answers in public reports. */
const refusals = {
  50011: {
    status: 400,
    error: 'invalid_request',
    text: `The redirect URI '{redirect}' specified in the request does not match the redirect URIs configured for the application.`,
  },
  50076: {
    status: 400,
    error: 'invalid_grant',
    suberror: 'basic_action',
    text: `Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access '00000003-0000-0000-c000-000000000000'.`,
    claims: '{"access_token":{"capolids":{"essential":true,"values":["a1a1a1a1-0000-4000-8000-000000000001"]}}}',
  },
  53003: {
    status: 400,
    error: 'invalid_grant',
    suberror: 'message_only',
    text: 'Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.',
    claims: '{"access_token":{"capolids":{"essential":true,"values":["a1a1a1a1-0000-4000-8000-000000000002"]}}}',
  },
  65001: {
    status: 400,
    error: 'invalid_grant',
    suberror: 'consent_required',
    text: `The user or administrator has not consented to use the application with ID '${APP}' named 'HR upload'. Send an interactive authorization request for this user and resource.`,
  },
  70016: {
    status: 400,
    error: 'authorization_pending',
    text: 'OAuth 2.0 device flow error. Authorization is pending. Continue polling.',
  },
  70020: { status: 400, error: 'expired_token', text: 'The provided value for the device code has expired.' },
  70008: {
    status: 400,
    error: 'invalid_grant',
    text: 'The provided authorization code or refresh token has expired due to inactivity. Send a new interactive authorization request for this user and resource.',
  },
  70011: {
    status: 400,
    error: 'invalid_scope',
    text: 'The provided request must include a "scope" input parameter. The provided value for the input parameter "scope" is not valid.',
  },
  70003: { status: 400, error: 'unsupported_grant_type', text: 'The app requested an unsupported grant type.' },
  50020: {
    status: 400,
    error: 'invalid_grant',
    text: `User account 'casey.admin@fabrikam.example' from identity provider 'https://sts.windows.net/b2b2b2b2-0000-4000-8000-000000000001/' does not exist in tenant 'Contoso' and cannot access the application '${APP}'(HR upload) in that tenant. The account needs to be added as an external user in the tenant first.`,
  },
  50027: {
    status: 400,
    error: 'invalid_request',
    text: 'JWT token is invalid or malformed.',
  },
  50057: {
    status: 400,
    error: 'invalid_grant',
    text: 'The user account is disabled. Account: casey.admin@contoso.example',
  },
  50079: {
    status: 400,
    error: 'invalid_grant',
    suberror: 'basic_action',
    text: `Due to a configuration change made by your administrator, or because you moved to a new location, you must enroll in multi-factor authentication to access '00000003-0000-0000-c000-000000000000'.`,
    claims: '{"access_token":{"capolids":{"essential":true,"values":["a1a1a1a1-0000-4000-8000-000000000003"]}}}',
  },
  50105: {
    status: 400,
    error: 'interaction_required',
    text: `Your administrator has configured the application HR upload ('${APP}') to block users unless they are specifically granted ('assigned') access to the application. The signed in user 'casey.admin@contoso.example' is blocked because they are not a direct member of a group with access.`,
  },
  50194: {
    status: 400,
    error: 'invalid_request',
    text: `Application '${APP}'(HR upload) is not configured as a multi-tenant application. Usage of the /common endpoint is not supported for such apps created after '10/15/2018'. Use a tenant-specific endpoint or configure the application to be multi-tenant.`,
  },
  53000: {
    status: 400,
    error: 'invalid_grant',
    suberror: 'message_only',
    text: `Device is not in required device state: compliant. Conditional Access policy requires a compliant device, and the device is not compliant.`,
  },
  530003: {
    status: 400,
    error: 'invalid_grant',
    suberror: 'message_only',
    text: 'Your device is required to be managed to access this resource.',
    claims: '{"access_token":{"capolids":{"essential":true,"values":["a1a1a1a1-0000-4000-8000-000000000004"]}}}',
  },
  90094: {
    status: 400,
    error: 'invalid_grant',
    text: 'An administrator of Contoso has set a policy that prevents you from granting HR upload the permissions it is requesting. Contact an administrator of Contoso, who can grant permissions to this app on your behalf.',
  },
  70021: {
    status: 400,
    error: 'invalid_request',
    text: 'No matching federated identity record found for presented assertion. Assertion Issuer: https://token.actions.githubusercontent.com. Assertion Subject: repo:contoso/hr. Assertion Audience: api://AzureADTokenExchange.',
  },
  900023: {
    status: 400,
    error: 'invalid_request',
    text: `Specified tenant identifier '{tenant}' is neither a valid DNS name, nor a valid external domain.`,
  },
  7000112: {
    status: 400,
    error: 'unauthorized_client',
    text: `Application '${APP}'(HR upload) is disabled.`,
  },
  7000218: {
    status: 401,
    error: 'invalid_client',
    text: `The request body must contain the following parameter: 'client_assertion' or 'client_secret'.`,
  },
  90002: {
    status: 400,
    error: 'invalid_request',
    text: "Tenant '{tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.",
  },
  501481: {
    status: 400,
    error: 'invalid_grant',
    text: 'The Code_Verifier does not match the code_challenge supplied in the authorization request.',
  },
  700016: {
    status: 400,
    error: 'unauthorized_client',
    text: `Application with identifier '${APP}' was not found in the directory 'Contoso'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.`,
  },
  700024: {
    status: 401,
    error: 'invalid_client',
    text: 'Client assertion is not within its valid time range. Current time: {now}, assertion valid from {from}, expiry time of assertion {to}.',
  },
  700027: {
    status: 401,
    error: 'invalid_client',
    text: `The certificate with identifier used to sign the client assertion is not registered on application. [Reason - The key was not found., Thumbprint of key used by client: '{thumbprint}', Please visit the Azure Portal, Graph Explorer or directly use MS Graph to see configured keys for app Id '${APP}'.]`,
  },
  700213: {
    status: 401,
    error: 'invalid_client',
    text: "No matching federated identity record found for presented assertion subject '{subject}'. Check your federated identity credential Subject, Audience and Issuer against the presented assertion.",
  },
  7000215: {
    status: 401,
    error: 'invalid_client',
    text: `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${APP}'.`,
  },
  7000216: {
    status: 401,
    error: 'invalid_client',
    text: "'client_assertion', 'client_secret' or 'request' is required for the 'client_credentials' grant type.",
  },
  7000222: {
    status: 401,
    error: 'invalid_client',
    text: `The provided client secret keys for app '${APP}' are expired. Visit the Azure portal to create new keys for your app: https://aka.ms/NewClientSecret, or consider using certificate credentials for added security: https://aka.ms/certCreds.`,
  },
} as const satisfies Record<number, Refusal>;

export type RefusalCode = keyof typeof refusals;

/** The sign-in service's answer to what it refuses: `facts` fill the places of its text. */
export function refuse(code: RefusalCode, now: number, facts: Readonly<Record<string, string>> = {}): ServiceAnswer {
  const { status, error, text, claims, suberror }: Refusal = refusals[code];
  const ids = { trace_id: randomUUID(), correlation_id: randomUUID() };
  const timestamp = `${new Date(now).toISOString().slice(0, 19).replace('T', ' ')}Z`;
  const said = text.replace(/\{(\w+)\}/g, (place, name: string) => facts[name] ?? place);
  const description = `AADSTS${code}: ${said} Trace ID: ${ids.trace_id} Correlation ID: ${ids.correlation_id} Timestamp: ${timestamp}`;
  return {
    status,
    json: {
      error,
      error_description: description,
      error_codes: [code],
      timestamp,
      ...ids,
      error_uri: `https://login.microsoftonline.com/error?code=${code}`,
      ...(suberror !== undefined && { suberror }),
      ...(claims !== undefined && { claims }),
    },
  };
}

/** The one refusal that has no number of its own. Source: Microsoft identity platform, device authorization grant. */
export function declined(): ServiceAnswer {
  return {
    status: 400,
    json: { error: 'authorization_declined', error_description: 'The end user denied the authorization request.' },
  };
}

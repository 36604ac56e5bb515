import { isGuid } from '../../tenant/endpoint';
import { clouds } from '../../tenant/clouds';
import { describeTimes } from './assertionTimes';
import type { Refusal } from './refusal';
import type { SignInFacts } from './signInFacts';

/** What a refusal means, as a sentence without its full stop, and the remedy. */
export interface RefusalWords {
  readonly message: string;
  readonly remedy: string;
}

type Words = RefusalWords | ((facts: SignInFacts, refusal: Refusal) => RefusalWords);

const CODE_TOO_LATE: RefusalWords = {
  message: 'The code was not entered in time',
  remedy: 'Sign in again and enter the new code before it expires.',
};

/** What the sign-in service's codes mean. Source: Microsoft Entra authentication and authorization error codes. */
const WORDS: readonly (readonly [codes: readonly number[], words: Words])[] = [
  [[7000215], wrongSecret],
  [
    [7000222],
    {
      message: 'The client secret has expired',
      remedy: 'Create a new client secret for the application and store its value where the connection expects it.',
    },
  ],
  [
    [7000216, 7000218],
    {
      message: 'The application has to authenticate itself, which this way to sign in does not',
      remedy:
        'In the application’s registration, under Authentication, allow public client flows, or sign in with a certificate or a secret.',
    },
  ],
  [[700016, 7000229, 70001], unknownClient],
  [[90002, 900023], unknownTenant],
  [
    [500011, 70011, 1002012],
    (facts) => ({
      message: `The tenant has no Microsoft Graph of the cloud "${facts.file.cloud}"`,
      remedy: 'Check "cloud" in the connection: tokens of a cloud are only valid for its own Graph.',
    }),
  ],
  [
    [65001, 65004, 90094, 90095, 650052, 650056, 650057],
    {
      message: 'Nobody has consented to the permissions that the application requests',
      remedy:
        'Have an administrator grant consent: in the admin center, the application’s API permissions, Grant admin consent.',
    },
  ],
  [
    [50076, 50079, 50072, 50074, 50078, 50158, 53004, 500121],
    {
      message: 'A Conditional Access policy requires multifactor authentication',
      remedy: 'Sign in with "browser" instead, or with an application: an unattended run cannot answer a prompt.',
    },
  ],
  [
    [53003, 530003, 53000, 53001, 53002, 53011, 530002, 530031, 530032, 530035, 50097, 50005, 50131, 530084],
    {
      message: 'A Conditional Access policy blocks this sign-in',
      remedy:
        'Give the code and the request-id to the administrator of the tenant: the sign-in log names the policy. Network, device or application may not be allowed.',
    },
  ],
  [[700024, 50027, 50013, 5000224], outsideItsTime],
  [[700027, 700030, 7000277], unknownCertificate],
  [[70021, 700211, 700212, 700213, 700223, 700238], noFederatedCredential],
  [
    [50057],
    {
      message: 'The account is disabled',
      remedy: 'Sign in with another account, or have an administrator enable it.',
    },
  ],
  [
    [7000112, 7000113, 500014, 7000114],
    {
      message: 'The application is disabled in the tenant',
      remedy:
        'Have an administrator enable it: Enterprise applications, its Properties, "Enabled for users to sign-in".',
    },
  ],
  [
    [50020, 50034, 90072, 50128, 51004, 500212, 500213],
    (facts) => ({
      message: `The account does not belong to tenant ${facts.file.tenantId}`,
      remedy: 'Sign in with an account of that tenant, or correct "tenantId" in the connection.',
    }),
  ],
  [
    [50105],
    {
      message: 'The account is not assigned to the application',
      remedy: 'Have an administrator assign it: Enterprise applications, its Users and groups.',
    },
  ],
  [
    [50194],
    {
      message: 'The application belongs to another tenant, and only works there',
      remedy: 'Check "tenantId" and "clientId" in the connection.',
    },
  ],
  [
    [50011, 500113],
    {
      message: 'The application does not allow the address that the browser returns to',
      remedy:
        'In the application’s registration, under Authentication, add the platform "Mobile and desktop applications" with http://localhost.',
    },
  ],
  [[70020, 70019, 70016], CODE_TOO_LATE],
  [
    [700082, 700084, 70008, 70043, 70044, 50173, 50132, 50133, 50089, 54005],
    { message: 'The sign-in has expired', remedy: 'Sign in again.' },
  ],
  [
    [50126, 50055, 50053, 50144],
    {
      message: 'The account cannot sign in: its password is wrong or expired, or it is locked',
      remedy: 'Sign in to the admin center with this account first.',
    },
  ],
];

/** What OAuth codes without a number mean. Source: Microsoft identity platform, device authorization grant. */
const BY_ERROR: ReadonlyMap<string, RefusalWords> = new Map([
  [
    'authorization_declined',
    {
      message: 'The sign-in was declined on the other device',
      remedy: 'If it was you, sign in again and approve. If it was not, do not approve it.',
    },
  ],
  ['access_denied', { message: 'The sign-in was declined', remedy: 'Sign in again and approve.' }],
  ['expired_token', CODE_TOO_LATE],
  ['authorization_pending', CODE_TOO_LATE],
]);

const byCode = new Map(WORDS.flatMap(([codes, words]) => codes.map((code) => [code, words] as const)));

/** Explains a refusal in plain words. */
export function refusedBy(refusal: Refusal, facts: SignInFacts): RefusalWords {
  const words = refusal.code === undefined ? undefined : byCode.get(refusal.code);
  if (words !== undefined) return typeof words === 'function' ? words(facts, refusal) : words;
  const known = refusal.error === undefined ? undefined : BY_ERROR.get(refusal.error);
  if (known !== undefined) return known;
  if (refusal.hasClaims)
    return {
      message: 'A Conditional Access policy requires more than this way to sign in supports',
      remedy: 'Give the code and the request-id to the administrator of the tenant: the sign-in log names the policy.',
    };
  const { authority } = clouds[facts.file.cloud];
  return {
    message: 'Signing in was refused',
    remedy:
      refusal.code === undefined
        ? 'Check the tenant, the application and the way to sign in of the connection.'
        : `Meaning of the code: ${authority}/error?code=${refusal.code}`,
  };
}

function wrongSecret(facts: SignInFacts): RefusalWords {
  const secret = facts.secret ?? '';
  if (isGuid(secret.trim()))
    return {
      message: 'The client secret is the ID of a secret, not its value',
      remedy: 'Create a new client secret and store its Value: the admin center shows it once, when it is created.',
    };
  const padded = secret.trim() === secret ? '' : ' It begins or ends with a space: remove that first.';
  return {
    message: `The client secret does not belong to application ${clientOf(facts)}`,
    remedy: `Check that it was copied completely, and that it is the secret’s Value.${padded}`,
  };
}

function unknownClient(facts: SignInFacts): RefusalWords {
  return {
    message: `Tenant ${facts.file.tenantId} has no application with the client id ${clientOf(facts)}`,
    remedy: 'Check "clientId" (the application id, not an object id) and "tenantId" in the connection.',
  };
}

function unknownTenant({ file }: SignInFacts): RefusalWords {
  return {
    message: `The cloud "${file.cloud}" has no tenant ${file.tenantId}`,
    remedy: 'Check "tenantId" and "cloud" in the connection.',
  };
}

function outsideItsTime({ signIn }: SignInFacts, { description }: Refusal): RefusalWords {
  const times = describeTimes(description);
  if (signIn.kind === 'workloadIdentity')
    return {
      message: `The token in "tokenFile" is not valid at this time${times}`,
      remedy: 'Have the platform write a new one: it is read again at every sign-in.',
    };
  return {
    message: `The clock of this machine differs from that of the sign-in service${times}`,
    remedy: 'Set the clock of this machine, then try again.',
  };
}

function noFederatedCredential(facts: SignInFacts): RefusalWords {
  return {
    message: 'No federated credential of the application matches the token',
    remedy: `Compare issuer, subject and audience of the token with the federated credentials of application ${clientOf(facts)}. A subject must match a branch, an environment or an account exactly.`,
  };
}

function unknownCertificate(facts: SignInFacts, { description }: Refusal): RefusalWords {
  // This way has no certificate: the token of another issuer is the proof
  if (facts.signIn.kind === 'workloadIdentity') return noFederatedCredential(facts);
  const { certificateEnd } = facts;
  const register = `Upload its public part under Certificates & secrets of application ${clientOf(facts)}`;
  if (certificateEnd !== undefined && (certificateEnd < Date.now() || /key used is expired/i.test(description)))
    return {
      message: `The certificate expired on ${new Date(certificateEnd).toISOString().slice(0, 10)}`,
      remedy: `Create a new certificate. ${register}.`,
    };
  return {
    message: `The certificate is not registered for application ${clientOf(facts)}`,
    remedy: `${register}, or use the registered certificate.`,
  };
}

/** The application that signs in, if the connection names one. */
function clientOf({ signIn }: SignInFacts): string {
  return 'clientId' in signIn ? (signIn.clientId ?? '(system-assigned)') : '(of the Azure CLI)';
}

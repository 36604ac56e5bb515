import { cloudNames, clouds, cloudOfGraph } from '../../tenant/clouds';
import { isGuid, parseEndpoint } from '../../tenant/endpoint';
import { whyNoSecret } from '../file/secretOf';
import type { ConnectionColor } from '../tenantFile';
import { connectionColors, whyNoTenant } from '../tenantFile';
import { signInWays } from './signInWays';
import type { Answers, StepId } from './steps';

/** One choice of a step. */
export interface Option {
  readonly value: string;
  readonly label: string;
  /** The name of a product icon. */
  readonly icon?: string;
  readonly color?: ConnectionColor;
  readonly description?: string;
  readonly detail?: string;
}

/** The question of a step. */
export type Question =
  | {
      readonly kind: 'text';
      readonly prompt: string;
      readonly placeholder: string;
      readonly isSecret?: boolean;
      /** Whether the answer is a file's path, for which a picker is offered. */
      readonly isFile?: boolean;
      /** Why a text is not a valid answer; `undefined` if it is. Never quotes a secret. */
      readonly check: (text: string) => string | undefined;
    }
  | { readonly kind: 'choice'; readonly prompt: string; readonly options: readonly Option[] }
  /** A choice of items that were found in the tenant. */
  | { readonly kind: 'found'; readonly what: 'app' | 'job'; readonly prompt: string };

/** Facts that questions depend on, besides the answers. */
export interface QuestionContext {
  /** Why a connection cannot have a name; `undefined` if it can. */
  readonly whyNoName: (name: string) => string | undefined;
  /** Whether the editor's files are on another machine than the user. */
  readonly isRemote: boolean;
  /** Whether an empty answer keeps the existing secret. */
  readonly hasSecret: boolean;
}

/** What a step asks. */
export function questionOf(step: StepId, answers: Answers, context: QuestionContext): Question {
  return QUESTIONS[step](answers, context);
}

const QUESTIONS: Readonly<Record<StepId, (answers: Answers, context: QuestionContext) => Question>> = {
  start: () => ({
    kind: 'choice',
    prompt: 'Which provisioning job?',
    options: [
      {
        value: 'endpoint',
        label: 'Paste the provisioning API endpoint',
        icon: 'link',
        detail: 'In the admin center: the application’s Provisioning, Overview, View technical information.',
      },
      {
        value: 'discover',
        label: 'Sign in and pick',
        icon: 'organization',
        detail: 'Lists the applications and jobs of a tenant. Needs Application.Read.All and Synchronization.Read.All.',
      },
    ],
  }),
  endpoint: () =>
    text(
      'The provisioning API endpoint. Only its ids are used; the address itself is never called.',
      'https://graph.microsoft.com/v1.0/servicePrincipals/…/synchronization/jobs/…/bulkUpload',
      whyNoEndpoint,
    ),
  cloud: () => ({
    kind: 'choice',
    prompt: 'Which cloud is the tenant in?',
    options: cloudNames.map((value) => ({ value, label: clouds[value].title, description: clouds[value].portal })),
  }),
  tenant: () => text('The tenant: its id, or one of its domain names.', 'contoso.onmicrosoft.com', whyNoTenant),
  signIn: (_, { isRemote }) => ({
    kind: 'choice',
    prompt: 'Select how to sign in',
    options: Object.entries(signInWays).map(([value, { label, when }]) => ({
      value,
      label,
      detail: when,
      ...(isRemote && value === 'browser' && { description: 'not in a remote window: use a device code' }),
    })),
  }),
  client: () =>
    text(
      'The application (client) id of the application that signs in, not of the provisioning application.',
      '1e1e1e1e-1111-2222-3333-444444444444',
      (id) =>
        isGuid(id.trim())
          ? undefined
          : 'Expected a GUID: the application (client) id on the overview of the application.',
    ),
  identity: () =>
    text('The client id of a user-assigned identity.', 'Leave empty for the system-assigned identity', (id) =>
      id.trim() === '' || isGuid(id.trim()) ? undefined : 'Expected a GUID, or nothing.',
    ),
  certificate: () => file('The certificate with its private key, PEM or PFX.', '/path/to/certificate.pem'),
  tokenFile: () =>
    file('The file that the platform writes its token to.', '/var/run/secrets/azure/tokens/azure-identity-token'),
  secret: (_, { hasSecret }) => secretText('client secret', hasSecret ? 'to keep the current one' : undefined),
  password: (_, { hasSecret }) =>
    secretText('password of the certificate', hasSecret ? 'to keep the current one' : 'if there is none'),
  app: () => ({ kind: 'found', what: 'app', prompt: 'Which application?' }),
  job: () => ({ kind: 'found', what: 'job', prompt: 'Which provisioning job?' }),
  name: (_, { whyNoName }) =>
    text('A name for the connection, shown in titles, buttons and messages.', 'Contoso production', whyNoName),
  production: () => ({
    kind: 'choice',
    prompt: 'Is this a production tenant?',
    options: [
      { value: 'no', label: 'No, a test tenant', icon: 'beaker' },
      { value: 'yes', label: 'Yes, production', icon: 'warning', detail: 'The status bar warns while it is in use.' },
    ],
  }),
  color: () => ({
    kind: 'choice',
    prompt: 'Which colour should identify it?',
    options: [
      { value: 'none', label: 'None', icon: 'circle-outline' },
      ...connectionColors.map((color) => ({ value: color, label: nameOf(color), icon: 'circle-filled', color })),
    ],
  }),
};

/** Why pasted text is not the endpoint of a job in a tenant. */
export function whyNoEndpoint(pasted: string): string | undefined {
  const endpoint = parseEndpoint(pasted);
  if ('refusal' in endpoint) return endpoint.refusal;
  return cloudOfGraph(endpoint.origin) === undefined
    ? 'This is the endpoint of a sandbox on this machine, which needs no connection.'
    : undefined;
}

function text(prompt: string, placeholder: string, check: (text: string) => string | undefined): Question {
  return { kind: 'text', prompt, placeholder, check };
}

function file(prompt: string, placeholder: string): Question {
  return {
    kind: 'text',
    prompt,
    placeholder,
    isFile: true,
    check: (path) =>
      IS_ABSOLUTE.test(path) ? undefined : 'Expected the full path of a file on the machine that the editor runs on.',
  };
}

const IS_ABSOLUTE = /^(?:[/\\]|[A-Za-z]:[/\\])[^\p{Cc}]+$/u;

/** @param whenEmpty describes the effect of an empty answer; default: an answer is required */
function secretText(purpose: Parameters<typeof whyNoSecret>[0], whenEmpty: string | undefined): Question {
  return {
    kind: 'text',
    prompt: `The ${purpose}. It is only stored in the editor’s secret storage.`,
    placeholder: whenEmpty === undefined ? '' : `Leave empty ${whenEmpty}`,
    isSecret: true,
    check: (value) => (value === '' && whenEmpty !== undefined ? undefined : whyNoSecret(purpose, value)),
  };
}

function nameOf(color: ConnectionColor): string {
  return color.slice(0, 1).toUpperCase() + color.slice(1);
}

/** Suggests a name for a connection from its known facts. */
export function suggestedName({ tenant = '' }: Answers, appName?: string): string {
  if (appName !== undefined && appName.trim() !== '')
    return appName
      .replace(/[/\\\p{C}]/gu, ' ')
      .trim()
      .slice(0, 90);
  const domain = tenant.trim().toLowerCase();
  if (isGuid(domain)) return `Tenant ${domain.slice(0, 8)}`;
  const label = domain.split('.')[0] ?? '';
  return label === '' ? 'Tenant' : label.slice(0, 1).toUpperCase() + label.slice(1);
}

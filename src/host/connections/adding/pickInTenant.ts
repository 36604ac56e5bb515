import { signInOnly } from '../../../connections/adding/describedFile';
import type { Answers } from '../../../connections/adding/steps';
import type { TenantEffects } from '../../../connections/tenantEffects';
import type { TenantConnectionFile } from '../../../connections/tenantFile';
import { tenantEndpoint } from '../../../connections/tenantFile';
import type { ListedJob } from '../../../tenant/discovery/listJobs';
import { listJobs } from '../../../tenant/discovery/listJobs';
import type { ProvisioningApp } from '../../../tenant/discovery/listProvisioningApps';
import { listProvisioningApps } from '../../../tenant/discovery/listProvisioningApps';
import { TenantError } from '../../../tenant/errors';
import type { CallOptions } from '../../../tenant/exchange';
import { boundTransport } from '../../../tenant/network/boundTransport';
import { tenantTokens } from '../../../tenant/signIn/tenantTokens';
import type { Step, StepAnswer, StepOption } from '../../messages/askStep';
import { askStepChoice, whilePreparing } from '../../messages/askStep';

/** The applications and jobs of a tenant, as steps that ask for one of them. */
export interface PickInTenant {
  readonly ask: (what: 'app' | 'job', step: Step, answers: Answers) => Promise<StepAnswer>;
  /** The name of a listed application. */
  readonly nameOf: (app: string | undefined) => string | undefined;
}

const AGAIN = 'again';

/**
 * Signs in with the given answers and lists the content of the tenant.
 * @param effectsFor the effects of calling the tenant, with the secret that was just entered
 * @param onRefused called with the refusal of the service; the step then offers to try again
 */
export function pickInTenant(
  effectsFor: (answers: Answers) => TenantEffects,
  onRefused: (error: TenantError) => void,
): PickInTenant {
  const apps = new Map<string, ProvisioningApp>();
  let signedIn: { readonly as: string; readonly options: Promise<CallOptions> } | undefined;
  /** One sign-in for both lists, unless its settings have changed. */
  const optionsFor = (answers: Answers): Promise<CallOptions> => {
    const { app: _app, job: _job, name: _name, ...others } = answers;
    const as = JSON.stringify(others);
    if (signedIn?.as !== as) signedIn = { as, options: callOptions(answers, effectsFor(answers)) };
    return signedIn.options;
  };
  const ask: PickInTenant['ask'] = async (what, step, answers) => {
    const listing = { ...step, prompt: what === 'app' ? 'Signing in and listing applications…' : 'Listing jobs…' };
    const found = await whilePreparing(listing, (signal) => list(what, answers, signal).catch(refused));
    if ('wish' in found || 'answer' in found) return found;
    if (found instanceof TenantError) onRefused(found);
    const options = found instanceof TenantError ? [again(found)] : found;
    const prompt = options.length === 0 ? NOTHING[what] : found instanceof TenantError ? found.message : step.prompt;
    const given = await askStepChoice({ ...step, prompt, options });
    return 'answer' in given && given.answer === AGAIN ? ask(what, step, answers) : given;
  };
  const list = async (what: 'app' | 'job', answers: Answers, signal: AbortSignal): Promise<readonly StepOption[]> => {
    const options = await optionsFor(answers);
    if (what === 'job') return (await listJobs(options, answers.app ?? '', signal)).map(optionOfJob);
    const listed = await listProvisioningApps(options, signal);
    for (const app of listed) apps.set(app.servicePrincipalId, app);
    return listed.map(optionOfApp);
  };
  return { ask, nameOf: (app) => (app === undefined ? undefined : apps.get(app)?.displayName) };
}

const NOTHING = {
  app: 'No enterprise application was found. Go back, or create one in the admin center first.',
  job: 'This application has no provisioning job. Go back and pick another.',
};

function refused(error: unknown): TenantError {
  if (error instanceof TenantError) return error;
  throw error;
}

function again({ remedy }: TenantError): StepOption {
  return { value: AGAIN, label: 'Try again', detail: remedy };
}

async function callOptions(answers: Answers, effects: TenantEffects): Promise<CallOptions> {
  const file = describedOrThrow(answers);
  const { transport } = await effects.openTransport();
  const endpoint = tenantEndpoint(file);
  const tokens = tenantTokens(await effects.openTokens(file, transport), file.tenantId);
  return { endpoint, transport: boundTransport(endpoint.origin, transport), tokens };
}

function describedOrThrow(answers: Answers): TenantConnectionFile {
  const file = signInOnly(answers);
  // Each step has checked its own answer
  if ('refusal' in file) throw new Error(file.refusal);
  return file;
}

function optionOfApp({ servicePrincipalId, displayName, isApiDriven, appId }: ProvisioningApp): StepOption {
  return {
    value: servicePrincipalId,
    label: displayName === '' ? appId : displayName,
    ...(isApiDriven && { description: 'API-driven provisioning' }),
    detail: servicePrincipalId,
  };
}

function optionOfJob({ id, target, code, schedule }: ListedJob): StepOption {
  const goal = { API2AAD: 'to Microsoft Entra ID', API2AD: 'to Active Directory' } as const;
  const state = [code, schedule].filter((word) => word !== '').join(', ');
  return {
    value: id,
    label: target === undefined ? 'Not API-driven' : `API-driven, ${goal[target]}`,
    description: state,
    detail: id,
  };
}

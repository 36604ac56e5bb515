import type { SignIn } from '../file/signIn';

/** The steps in which a connection is described. */
export type StepId =
  | 'start'
  | 'endpoint'
  | 'cloud'
  | 'tenant'
  | 'signIn'
  | 'client'
  | 'identity'
  | 'certificate'
  | 'tokenFile'
  | 'secret'
  | 'password'
  | 'app'
  | 'job'
  | 'name'
  | 'production'
  | 'color';

/** The steps of each way to sign in. */
const STEPS_OF_SIGN_IN: Readonly<Record<SignIn['kind'], readonly StepId[]>> = {
  browser: ['client'],
  vscodeAccount: ['client'],
  deviceCode: ['client'],
  azureCli: [],
  clientSecret: ['client', 'secret'],
  clientCertificate: ['client', 'certificate', 'password'],
  workloadIdentity: ['client', 'tokenFile'],
  managedIdentity: ['identity'],
};

/**
 * The answers so far; kept in memory only, because they may contain a secret. Answers to steps that no longer apply are
 * kept, so that going back loses nothing.
 */
export type Answers = Readonly<Partial<Record<StepId, string>>>;

/** How the job is specified: by its endpoint, or by selecting it in the tenant. */
export type Start = 'endpoint' | 'discover';

/** The steps that the answers require. An edited connection already has an endpoint. */
export function stepsOf(answers: Answers, isEdited: boolean): readonly StepId[] {
  const discovers = !isEdited && answers.start === 'discover';
  return [
    ...(isEdited ? [] : ['start' as const]),
    discovers ? 'cloud' : 'endpoint',
    'tenant',
    'signIn',
    // Most ways need an application id, so that step is counted until a way is chosen
    ...(answers.signIn === undefined ? ['client' as const] : STEPS_OF_SIGN_IN[answers.signIn as SignIn['kind']]),
    ...(discovers ? ['app' as const, 'job' as const] : []),
    'name',
    'production',
    'color',
  ];
}

/** The current position among the steps. */
export interface Place {
  readonly step: StepId;
  readonly answers: Answers;
  readonly isEdited: boolean;
}

export function begin(answers: Answers, isEdited: boolean): Place {
  return { step: isEdited ? 'endpoint' : 'start', answers, isEdited };
}

/** The place after answering a step; `step` is absent after the last one. */
export function answered({ step, answers, isEdited }: Place, answer: string): Omit<Place, 'step'> & { step?: StepId } {
  const after = { ...withoutOutdated(step, answers, answer), [step]: answer };
  const steps = stepsOf(after, isEdited);
  const next = steps[steps.indexOf(step) + 1];
  return { answers: after, isEdited, ...(next !== undefined && { step: next }) };
}

/** The place before a step; `undefined` at the first. Keeps the text that was typed in the abandoned step. */
export function wentBack({ step, answers, isEdited }: Place, typed: string | undefined): Place | undefined {
  const kept = typed === undefined ? answers : { ...answers, [step]: typed };
  const steps = stepsOf(kept, isEdited);
  const before = steps[steps.indexOf(step) - 1];
  return before === undefined ? undefined : { step: before, answers: kept, isEdited };
}

/** "Step 3 of 9". */
export function progressOf({ step, answers, isEdited }: Place): { readonly step: number; readonly totalSteps: number } {
  const steps = stepsOf(answers, isEdited);
  return { step: steps.indexOf(step) + 1, totalSteps: steps.length };
}

/** The answers without choices that a changed answer invalidates, because they belong to another tenant. */
function withoutOutdated(step: StepId, answers: Answers, answer: string): Answers {
  if (answers[step] === answer) return answers;
  if (step === 'cloud' || step === 'tenant') {
    const { app: _app, job: _job, ...others } = answers;
    return others;
  }
  if (step !== 'app') return answers;
  const { job: _job, ...others } = answers;
  return others;
}

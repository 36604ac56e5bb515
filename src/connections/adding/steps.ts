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
 * The answers so far, only in memory because they may contain a secret. An answer to a step that no longer applies
 * stays, so that going back and forth loses nothing.
 */
export type Answers = Readonly<Partial<Record<StepId, string>>>;

/** How a job is named: by its endpoint, or picked in the tenant. */
export type Start = 'endpoint' | 'discover';

/** The steps for a connection, according to the answers. An edited connection already has an endpoint. */
export function stepsOf(answers: Answers, isEdited: boolean): readonly StepId[] {
  const discovers = !isEdited && answers.start === 'discover';
  return [
    ...(isEdited ? [] : ['start' as const]),
    discovers ? 'cloud' : 'endpoint',
    'tenant',
    'signIn',
    // Most ways need the id of an application: until one is chosen, count that step
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

/** The position after a step is answered; without a step after the last one. */
export function answered({ step, answers, isEdited }: Place, answer: string): Omit<Place, 'step'> & { step?: StepId } {
  const after = { ...withoutOutdated(step, answers, answer), [step]: answer };
  const steps = stepsOf(after, isEdited);
  const next = steps[steps.indexOf(step) + 1];
  return { answers: after, isEdited, ...(next !== undefined && { step: next }) };
}

/** The position before a step; `undefined` at the first. The text typed into the abandoned step is kept. */
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

/** Answers that a changed answer makes meaningless: choices from another tenant. */
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

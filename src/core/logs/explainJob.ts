import type { Explanation } from './explanations';
import { LEAVE_QUARANTINE } from './quarantineReasons';

/** The facts that determine whether a job provisions anybody. */
export interface JobHealth {
  readonly code: string;
  readonly schedule: string;
  readonly quarantine?: { readonly error: { readonly message: string } };
}

/** Why a job currently provisions nobody, and what to do; `undefined` if it does provision. */
export function explainJob({ code, schedule, quarantine }: JobHealth): Explanation | undefined {
  if (quarantine !== undefined)
    return {
      cause: `The job is in quarantine: ${quarantine.error.message}`,
      remedy: `Fix the cause. ${LEAVE_QUARANTINE} In the sandbox tenant, choose the scenario Healthy.`,
    };
  if (schedule === 'Disabled')
    return { cause: 'The job is disabled after four weeks in quarantine.', remedy: 'Start the job.' };
  if (code === 'Paused')
    return {
      cause: 'The job is paused: it accepts uploads, but provisions nobody until it is started.',
      remedy: 'Start the job; in the sandbox tenant, choose the scenario Healthy.',
    };
  return undefined;
}

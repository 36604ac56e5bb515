import { checkGuards, decisionOf } from '../core/guards/checkGuards';
import type { GuardFinding } from '../core/guards/guard';
import { textsToType } from '../core/guards/textsToType';
import type { PlanFile } from '../core/journal/planFile';
import type { Target } from '../core/run/target';
import { jobKey } from '../core/run/target';
import type { Confirmation } from './confirmation';
import type { Preparation } from './preparation';
import type { SendingContext } from './sendingContext';
import { SendingRefusal } from './sendingRefusal';

const AGAIN = 'Make the plan again, and look at what it says now.';

/** Throws a {@link SendingRefusal} unless somebody said yes to this very plan, in the way that its guards demand now. */
export function checkConfirmation(
  { limits }: Pick<SendingContext, 'limits'>,
  { file, facts, findings }: Pick<Preparation, 'file' | 'facts' | 'findings'>,
  confirmation: Confirmation,
): void {
  checkPlan(file, confirmation);
  // Limits may have been made stricter since
  const strictest = decisionOf([...findings, ...checkGuards(facts, limits)]);
  if (strictest === 'stop')
    throw new SendingRefusal('guarded', `Nothing was sent: ${describe(findings, 'stop')}`, {
      remedy: 'Correct what it names, or have the limit raised.',
    });
  if (decisionOf(findings) !== strictest)
    throw new SendingRefusal('changed', 'Limits were made stricter since the plan was made.', { remedy: AGAIN });
  if (strictest === 'pass' || isAnswered(findings, confirmation)) return;
  throw new SendingRefusal('guarded', `Nothing was sent: ${describe(findings, strictest)}`, {
    remedy: strictest === 'type' ? 'Type what is asked for, or give the hash of the plan.' : 'Confirm the plan.',
  });
}

/** Throws a {@link SendingRefusal} where another plan was confirmed. */
export function checkPlan({ plan }: Pick<PlanFile, 'plan'>, confirmation: Confirmation): void {
  if (confirmation.plan === plan) return;
  throw new SendingRefusal(
    'changed',
    'The confirmation is for another plan: the extract, the mapping or the target was changed.',
    { remedy: AGAIN },
  );
}

function isAnswered(findings: readonly GuardFinding[], { by, typed = [] }: Confirmation): boolean {
  if (decisionOf(findings) === 'ask') return by !== 'nothing-asked';
  if (by === '--confirm') return true;
  return by === 'typed' && textsToType(findings).every(({ text }) => typed.some((each) => each.trim() === text));
}

function describe(findings: readonly GuardFinding[], decision: GuardFinding['decision']): string {
  return findings
    .filter((finding) => finding.decision === decision)
    .map(({ message }) => message)
    .join(' ');
}

/**
 * Throws a {@link SendingRefusal} where the connection leads elsewhere than the plan, as after somebody else has signed in.
 * @param offersRest whether a new plan may take over what is left
 */
export function checkTarget(planned: Target, now: Target, offersRest = false): void {
  if (jobKey(planned) === jobKey(now) && planned.graph === now.graph) return;
  const isOtherTenant = planned.tenantId.toLowerCase() !== now.tenantId.toLowerCase();
  throw isOtherTenant
    ? new SendingRefusal('tenant', 'The plan is for another tenant than the one that is signed in to.', {
        remedy: 'Sign in to the tenant of the plan, or make a new plan.',
        offersRest,
      })
    : new SendingRefusal('target', 'The connection leads to another job than the plan, or the sandbox was reset.', {
        remedy: 'Make a new plan.',
        offersRest,
      });
}

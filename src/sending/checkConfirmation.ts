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

/** Milliseconds. */
const DAY = 86_400_000;

const AGAIN = 'Make the plan again and review it.';

/**
 * Throws a {@link SendingRefusal} unless this plan was confirmed in the way that its guards demand now.
 *
 * @param isFresh whether the plan must be less than a day old; `false` for a run that is resumed
 */
export function checkConfirmation(
  { limits, wallClock }: Pick<SendingContext, 'limits' | 'wallClock'>,
  { file, facts, findings }: Pick<Preparation, 'file' | 'facts' | 'findings'>,
  confirmation: Confirmation,
  isFresh = true,
): void {
  checkPlan(file, confirmation);
  // The counts of its guards are also a day old
  if (isFresh && wallClock() - Date.parse(file.madeAt) > DAY)
    throw new SendingRefusal('changed', 'The plan is more than a day old.', { remedy: AGAIN });
  // The limits may have become stricter
  const now = checkGuards(facts, limits);
  const strictest = decisionOf([...findings, ...now]);
  if (strictest === 'stop')
    throw new SendingRefusal('guarded', `Nothing was sent: ${describe(now, 'stop')}`, {
      remedy: 'Correct the records it names, or raise the limit.',
    });
  if (decisionOf(findings) !== strictest)
    throw new SendingRefusal('changed', 'Limits were made stricter since the plan was made.', { remedy: AGAIN });
  if (strictest === 'pass' || isAnswered(findings, confirmation)) return;
  throw new SendingRefusal('guarded', `Nothing was sent: ${describe(findings, strictest)}`, {
    remedy: strictest === 'type' ? 'Type what the guards ask for, or pass the hash of the plan.' : 'Confirm the plan.',
  });
}

/** Throws a {@link SendingRefusal} if another plan was confirmed. */
export function checkPlan({ plan }: Pick<PlanFile, 'plan'>, confirmation: Confirmation): void {
  if (confirmation.plan === plan) return;
  throw new SendingRefusal(
    'changed',
    'The confirmation is for another plan: the extract, the mapping or the target has changed.',
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
 * Throws a {@link SendingRefusal} if the connection's target is not the plan's, such as after a different sign-in.
 *
 * @param offersRest whether a new plan may send the rest of the run
 */
export function checkTarget(planned: Target, now: Target, offersRest = false): void {
  if (jobKey(planned) === jobKey(now) && planned.graph === now.graph) return;
  const isOtherTenant = planned.tenantId.toLowerCase() !== now.tenantId.toLowerCase();
  throw isOtherTenant
    ? new SendingRefusal('tenant', 'The plan is for another tenant than the one you are signed in to.', {
        remedy: 'Sign in to the tenant of the plan, or make a new plan.',
        offersRest,
      })
    : new SendingRefusal('target', 'The connection leads to another job than the plan, or the sandbox was reset.', {
        remedy: 'Make a new plan.',
        offersRest,
      });
}

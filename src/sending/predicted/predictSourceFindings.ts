import type { PlanMoment } from '../../core/convert/planMoment';
import { checkOwnFacts } from '../../core/guards/checkOwnFacts';
import { inactivePeople } from '../../core/guards/checks/inactivePeople';
import { decisionOf } from '../../core/guards/checkGuards';
import type { GuardDecision, GuardFinding } from '../../core/guards/guard';
import type { GuardFacts } from '../../core/guards/guardFacts';
import type { RecordProblem } from '../../core/problems/problem';
import type { PlannedBodies } from '../../core/run/plannedBody';
import { refusedRecords } from '../../core/run/refusedRecords';
import type { PlannedSource, Planner } from '../planner';
import type { SendingContext } from '../sendingContext';

/** A source that is checked before its target is known. */
export interface SourceRequest {
  readonly planner: Planner;
  readonly moment: PlanMoment;
  /** Predicts what would happen to its people, if that is possible. */
  readonly predict?: (planned: PlannedSource, bodies: PlannedBodies) => Promise<GuardFacts['effects']>;
}

type SourceAnswer =
  | {
      readonly kind: 'checked';
      readonly planned: PlannedSource;
      readonly findings: readonly GuardFinding[];
      readonly decision: GuardDecision;
    }
  | { readonly kind: 'problems'; readonly problems: readonly RecordProblem[] };

/** The name of a nonexistent job, to which nothing was ever sent. */
const NO_JOB = 'nowhere';

/**
 * The findings of the guards that do not depend on the target, worded as by `prepareSending`. Makes no calls and writes
 * no personal data.
 */
export async function predictSourceFindings(
  { store, limits }: SendingContext,
  { planner, moment, predict }: SourceRequest,
  signal?: AbortSignal,
): Promise<SourceAnswer> {
  const keeping = {
    key: await store.key(),
    baseline: store.baselinePath(NO_JOB),
    digests: '',
    isPrediction: true as const,
  };
  const options = {
    moment,
    selection: { kind: 'all' as const },
    pilot: { first: 0 },
    keeping,
    ...(signal && { signal }),
  };
  const planned = await planner.plan(options);
  if ('problems' in planned) return { kind: 'problems', problems: planned.problems };
  const { plan, survey, findings: found } = planned;
  const effects = (await predict?.(planned, planner.bodies(planned, options))) ?? { known: undefined };
  const facts = { ...found, counts: plan.counts, refused: refusedRecords(plan), survey, effects };
  // Without the accounts, the number of people whom this would disable is not the one that counts later
  const findings = checkOwnFacts(facts, limits).filter(
    ({ id }) => ('known' in effects && effects.known !== undefined) || id !== inactivePeople.id,
  );
  return { kind: 'checked', planned, findings, decision: decisionOf(findings) };
}

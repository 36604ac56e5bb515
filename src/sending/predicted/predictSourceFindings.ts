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
  /** What would happen to its people, where that is known. */
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

/** The name of a job that does not exist: nothing was ever sent to it. */
const NO_JOB = 'nowhere';

/**
 * The findings of those guards that do not need to know the target of a source, worded as by `prepareSending`. Calls nobody and writes no
 * personal data.
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
  // Once the target is known, the people whom this would disable are counted differently
  const findings = checkOwnFacts(facts, limits).filter(
    ({ id }) => ('known' in effects && effects.known !== undefined) || id !== inactivePeople.id,
  );
  return { kind: 'checked', planned, findings, decision: decisionOf(findings) };
}

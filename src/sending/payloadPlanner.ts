import { randomBytes } from 'node:crypto';
import type { SourceFindings } from '../core/baseline/survey';
import { NOBODY } from '../core/baseline/survey';
import type { PlanSource } from '../core/journal/planFile';
import type { PlannedPayload } from '../core/run/planPayload';
import { sendingOf } from '../core/run/planPayload';
import { resourcesOf } from '../core/run/prediction/predictPlan';
import { surveyPayload } from '../core/run/surveyPayload';
import { hashBody } from '../extract/hashBody';
import { hmacOf } from '../extract/hmacOf';
import { openKeeping } from '../runs/baseline/openKeeping';
import type { PlannedSource, Planner } from './planner';

/** A payload's location and text. */
export interface PayloadToPlan extends Pick<PlanSource, 'name' | 'path' | 'uri' | 'modifiedAt'> {
  readonly text: string;
}

/** Empty findings, because no conversion takes place. */
const NOTHING_FOUND: SourceFindings = {
  damagedIds: NOBODY,
  damagedElsewhere: NOBODY,
  lostZeros: NOBODY,
  hiddenLeavers: NOBODY,
  disabledByDefault: NOBODY,
  unstableIdentity: [],
  constantIdentity: [],
};

/**
 * The survey that guards need of a payload without a target. It is not stored: the ids are hashed with a random key.
 */
export function surveyAlone({ plan, bodies }: PlannedPayload): Pick<PlannedSource, 'plan' | 'survey' | 'findings'> {
  const people = bodies.flatMap(resourcesOf);
  const { survey } = surveyPayload(people, plan.records.lines, hmacOf(randomBytes(32)));
  return { plan, survey, findings: NOTHING_FOUND };
}

/** The planner of a hand-written payload: its requests are sent unchanged, and always all of them. */
export function payloadPlanner(planned: PlannedPayload, { text, ...place }: PayloadToPlan): Planner {
  const { plan, bodies } = planned;
  const people = bodies.flatMap(resourcesOf);
  const source: PlanSource = { kind: 'payload', ...place, sha256: hashBody(text), size: Buffer.byteLength(text) };
  return {
    plan: async ({ keeping }) => {
      const kept = await openKeeping(keeping);
      const { survey, ids, ...found } = await kept.during(async ({ baseline, beginDigests, keepDigests }) => {
        const surveyed = surveyPayload(people, plan.records.lines, hmacOf(keeping.key), baseline);
        await beginDigests(surveyed.attributes);
        await keepDigests(surveyed.digests);
        return surveyed;
      });
      return { plan, ids, source, survey, findings: NOTHING_FOUND, comparison: kept.comparison(found), pilot: 0 };
    },
    bodies: () => sendingOf(planned).bodies,
    close: () => Promise.resolve(),
  };
}

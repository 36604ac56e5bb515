import type { Uri } from 'vscode';
import { workspace } from 'vscode';
import type { Connection } from '../../connections/connection';
import type { PlanMoment } from '../../core/convert/planMoment';
import type { GuardFinding } from '../../core/guards/guard';
import type { Prediction } from '../../core/provisioning/cycle/whatIf';
import { packOutcomes } from '../../preview/predictedOutcomes';
import type { Readiness, SendingReason } from '../../preview/readiness';
import { sendingReasons } from '../../preview/sendingReasons';
import { MAX_PREDICTED, predictedEffects } from '../../sending/facts/predictedEffects';
import { plannedOutcomes, watchedPredictions } from '../../sending/predicted/plannedOutcomes';
import { predictSourceFindings } from '../../sending/predicted/predictSourceFindings';
import type { PlannedSource, Planner } from '../../sending/planner';
import { predictSending } from '../../sending/prepareSending';
import { workerPlanner } from '../sending/source/workerPlanner';
import type { Services } from '../services';

/** The content that is shown, and would be sent. */
export interface ShownSource {
  readonly extract: Uri;
  readonly mapping: Uri;
  readonly text: string;
  readonly moment: PlanMoment;
  /** Whether only the user's choice gives its encoding: sending uses the mapping alone. */
  readonly isReadAsChosen: boolean;
}

/** The outlook of sending. */
export interface Outlook {
  readonly readiness: Readiness;
  /** For each record, as `packOutcomes` gives it; absent if some accounts are not known. */
  readonly outcomes?: Uint8Array;
  /** Operations of the first request if it goes alone before all others, otherwise 0. */
  readonly pilot: number;
}

/** The findings of the guards, and whether they had the same facts as when sending. */
interface Checked {
  readonly planned: PlannedSource;
  readonly findings: readonly GuardFinding[];
  readonly isWhole: boolean;
}

/**
 * Computes what sending would report now: the same plan, facts and guards, with the accounts of the sandbox of this window if that is in
 * use. No other connection is called. Rejects with the reason of the signal after a cancellation.
 */
export async function lookAhead(services: Services, shown: ShownSource, signal: AbortSignal): Promise<Outlook> {
  if (shown.isReadAsChosen) return { readiness: { kind: 'checked', reasons: [UNSTATED], isWhole: false }, pilot: 0 };
  const planner = workerPlanner(services, shown.extract, { uri: shown.mapping, text: shown.text });
  let people: readonly Prediction[] = [];
  const connection = watchedPredictions(await services.connections.settle(), (predictions) => {
    people = predictions;
  });
  try {
    const checked = await check(services, { planner, connection, moment: shown.moment }, signal);
    signal.throwIfAborted();
    if ('problem' in checked) return { readiness: { kind: 'unchecked', text: checked.problem }, pilot: 0 };
    return outlookOf(checked, people);
  } finally {
    await planner.close();
  }
}

async function check(
  { sending, connections, sandbox }: Services,
  source: { readonly planner: Planner; readonly connection: Connection; readonly moment: PlanMoment },
  signal: AbortSignal,
): Promise<Checked | { readonly problem: string }> {
  const { context } = await sending();
  const { connection, ...own } = source;
  const isOwnSandbox = connections.active === connections.all[0];
  if (isOwnSandbox && sandbox.running !== undefined) {
    const opened = await connection.open();
    try {
      const answer = await predictSending(context(), { ...source, opened, predicts: true }, { signal });
      if (answer.kind === 'checked') return { ...answer, isWhole: true };
      return { problem: answer.kind === 'problems' ? (answer.problems[0]?.message ?? '') : answer.message };
    } finally {
      await opened.close();
    }
  }
  // A sandbox that has not started is empty; no other tenant is called
  const predict = isOwnSandbox
    ? (planned: PlannedSource, bodies: ReturnType<Planner['bodies']>) =>
        predictedEffects(planned, bodies, { connection }, signal)
    : undefined;
  const answer = await predictSourceFindings(context(), { ...own, ...(predict && { predict }) }, signal);
  return answer.kind === 'checked' ? { ...answer, isWhole: false } : { problem: answer.problems[0]?.message ?? '' };
}

function outlookOf({ planned: { plan, pilot }, findings, isWhole }: Checked, people: readonly Prediction[]): Outlook {
  const predicted = plannedOutcomes(plan, people);
  const reasons = [...ownReasons(plan.counts), ...sendingReasons(findings)];
  return {
    readiness: {
      kind: 'checked',
      reasons,
      isWhole,
      ...(isWhole && plan.counts.operations > MAX_PREDICTED && { mostPredicted: MAX_PREDICTED }),
    },
    pilot,
    // As on the card of a record, there is no prediction for a sandbox that has not started
    ...(isWhole &&
      predicted !== undefined &&
      people.length > 0 && { outcomes: packOutcomes(plan.records.count, predicted) }),
  };
}

const UNSTATED: SendingReason = {
  decision: 'stop',
  text: 'The mapping does not state how the extract is read. State the encoding in its source block.',
  links: [{ kind: 'source' }],
};

/** The reasons that keep everything from being sent before any guard runs. */
function ownReasons(counts: PlannedSource['plan']['counts']): readonly SendingReason[] {
  const reasons: SendingReason[] = [];
  if (!workspace.isTrusted)
    reasons.push({
      decision: 'stop',
      text: 'Nothing is sent from a workspace that is not trusted.',
      links: [{ kind: 'trust' }],
    });
  if (counts.operations === 0)
    reasons.push({
      decision: 'stop',
      text: 'There is nothing to send: no record becomes an operation.',
      links: [{ kind: 'state', state: counts.refused > 0 ? 'refused' : 'excluded' }],
    });
  return reasons;
}

import { silenceOf } from '../../core/run/account/silenceOf';
import { otherwiseThanPredicted } from '../../core/run/prediction/predictedOutcomes';
import type { Run } from '../../core/run/run';
import { formatCount } from '../../core/text/formatCount';
import { describeHolder } from '../../runs/describeHolder';
import type { KeptRun } from '../../runs/runStore';
import type { ShownRun } from '../../sending/keptRuns';
import { openRun } from '../../sending/openRun';
import { describeEnd } from '../sending/endOfRun';
import { failuresCommand, nextCommands } from '../sending/nextCommands';
import { printAccount } from '../sending/printAccount';
import { ExitCode } from '../terminal/exitCode';
import { namingPlanner } from './keptSource';
import type { RunCall } from './runCall';
import { keptRun } from './runCall';
import { utcTime } from '../../core/text/time/utcTime';

/** Prints the results of a stored run; of a damaged one, those that can be read. */
export async function showRun(call: RunCall): Promise<ExitCode> {
  const shown = await printKept(call);
  return shown === undefined || shown.kept.fault !== undefined ? ExitCode.problems : ExitCode.ok;
}

/** Prints the results of a stored run and returns it; `undefined` after an error if even its plan cannot be read. */
export async function printKept(call: RunCall): Promise<ShownRun | undefined> {
  const { id, context, invocation, json, say } = call;
  const kept = await keptRun(call);
  if (!('plan' in kept)) {
    await say(`${kept.fault.message} ${kept.fault.remedy}`.trim());
    return undefined;
  }
  if (kept.fault !== undefined) await say(`${kept.fault.message} ${kept.fault.remedy}`);
  if (kept.holder !== undefined) await say(`${describeHolder(kept.holder)} is sending it.`);
  const planner = await namingPlanner(kept.plan, invocation);
  const shown = await openRun(context.store, id, planner);
  await planner?.close();
  if (shown === undefined) return undefined;
  if ('fault' in shown) {
    await say(`${shown.fault.message} ${shown.fault.remedy}`);
    return undefined;
  }
  if (!shown.isNamed && kept.plan.source.kind === 'extract')
    await say('People are named by line, because the extract or the mapping has changed or moved.');
  const { account } = shown.run;
  await printAccount(
    { id, plan: kept.plan.plan, account, title: titleOf(kept), below: belowOf(call, kept, shown) },
    invocation.terminal,
    json,
  );
  return shown;
}

export function titleOf({ plan }: Pick<KeptRun, 'plan'>): string {
  return `${plan.source.name} for ${plan.connection.name} (job ${plan.target.jobId}):`;
}

/** Whether the stored data identifies the run's connection. */
export function isKnownByName({ plan }: Pick<KeptRun, 'plan'>): boolean {
  return plan.connection.id !== undefined || plan.target.kind === 'sandbox';
}

function belowOf({ id, invocation }: RunCall, kept: KeptRun, { run, status }: ShownRun): readonly string[] {
  const { madeAt } = kept.plan;
  const head = `Run ${id}, planned ${utcTime(madeAt)}`;
  if (kept.state.blocked !== undefined) return [head, 'A guard or a person stopped it: nothing was sent.'];
  if (kept.fault !== undefined || kept.holder !== undefined) return [head];
  const next = nextCommands(id, invocation, isKnownByName(kept));
  const { account } = run;
  const silence = silenceOf(account);
  const end = describeEnd({ status, counts: account.counts, waits: false, isStopped: false, silence, next });
  const isFailed = account.counts.failed + account.counts.skipped > 0;
  const words = isFailed
    ? [
        `The service's own messages are not kept. To read them, run: ${failuresCommand(id, invocation, isKnownByName(kept))}`,
      ]
    : [];
  return [head, ...end.why, ...unexpected(run), ...words, ...end.next];
}

/** The number of people whose result differs from the prediction; empty without a prediction. */
function unexpected({ plan, account }: Run): readonly string[] {
  if (plan.records.predicted === undefined) return [];
  const { count, groups } = otherwiseThanPredicted(account.records);
  if (count === 0) return [];
  return [
    `The result differs from the prediction for ${count === 1 ? '1 person' : `${formatCount(count)} people`}: ${groups.join('; ')}.`,
  ];
}

import { checkGuards, decisionOf } from '../core/guards/checkGuards';
import type { RunAccount } from '../core/run/account/runAccount';
import { selectionOf } from './kept/planAgain';
import { keptRecords } from './kept/keptRecords';
import type { Preparation, SendRequest } from './preparation';
import { prepareSending } from './prepareSending';
import type { SendingContext } from './sendingContext';
import { SendingRefusal } from './sendingRefusal';
import type { PreparingOptions } from './sendingService';
import { startRun } from './startRun';

/**
 * Sends the requests of a plan to a sandbox, byte for byte, and waits for their results. Returns the plan with the
 * result, by which its guards are checked again. Throws a `SendingRefusal` if guards stop it on the sandbox, too.
 */
export async function simulate(
  context: SendingContext,
  preparation: Preparation,
  sandbox: Pick<SendRequest, 'connection' | 'opened'>,
  options: PreparingOptions = {},
): Promise<Preparation> {
  const trial = await prepareTrial(context, preparation, sandbox, options);
  const isAsked = trial.decision !== 'pass';
  const confirmation = { plan: trial.file.plan, by: isAsked ? 'dialog' : 'nothing-asked' } as const;
  const active = await startRun(context, trial, confirmation, { follows: true, passesPilot: true });
  options.onProgress?.('Simulating on the sandbox');
  const stop = (): void => active.stop();
  options.signal?.addEventListener('abort', stop, { once: true });
  try {
    await active.ended;
  } finally {
    options.signal?.removeEventListener('abort', stop);
  }
  options.signal?.throwIfAborted();
  return withResults(context, preparation, active.run.account);
}

async function prepareTrial(
  context: SendingContext,
  { request, file, plan, planned, options }: Preparation,
  sandbox: Pick<SendRequest, 'connection' | 'opened'>,
  preparing: PreparingOptions,
): Promise<Preparation> {
  const { predict: _, ...rest } = request;
  // The sandbox has another baseline, so the selection is taken from the plan
  const selection = selectionOf(file, keptRecords(plan, planned));
  const chosen = 'bits' in selection ? { records: { bits: selection.bits, reason: file.selection } } : {};
  const { pilot } = options;
  const trial = await prepareSending(context, { ...rest, ...sandbox, ...chosen, pilot, predicts: false }, preparing);
  if (trial.kind !== 'prepared') throw changed();
  if (isSame(trial.plan.batches, plan.batches)) return asFirst(context, trial);
  await trial.discard();
  throw changed();
}

/** Removes the facts about earlier uploads to the sandbox, because they were other plans. */
function asFirst({ limits }: SendingContext, trial: Preparation): Preparation {
  const facts = {
    ...trial.facts,
    comparison: { known: undefined },
    disabledToday: { known: 0 },
    sameBodiesAt: { known: undefined },
    lastSource: { known: undefined },
  };
  const findings = checkGuards(facts, limits);
  return { ...trial, facts, findings, decision: decisionOf(findings) };
}

function isSame(batches: Preparation['plan']['batches'], planned: Preparation['plan']['batches']): boolean {
  return batches.length === planned.length && batches.every(({ hash }, index) => hash === planned[index]?.hash);
}

function changed(): SendingRefusal {
  return new SendingRefusal('source', 'The extract was changed after the plan was made.', {
    remedy: 'Make the plan again.',
  });
}

function withResults(context: SendingContext, preparation: Preparation, { counts }: RunAccount): Preparation {
  const failed = counts.failed + counts.rejected + counts.skipped + counts.held;
  const at = new Date(context.wallClock()).toISOString();
  const facts = { ...preparation.facts, simulated: { failed, at } };
  const findings = checkGuards(facts, context.limits);
  return { ...preparation, facts, findings, decision: decisionOf(findings) };
}

import { printable } from '../../core/text/printable';
import { formatCount } from '../../core/text/formatCount';
import type { SeenGuards } from '../../runs/planMoments';
import type { Resumption } from '../../sending/keptRuns';
import { prepareResume, resumeRun as resume } from '../../sending/resumeRun';
import { SendingRefusal } from '../../sending/sendingRefusal';
import { exitCodeOf } from '../sending/endOfRun';
import { isYes } from '../sending/isYes';
import { confirmingCommand, nextCommands } from '../sending/nextCommands';
import { keepPrinted } from '../sending/planMoment';
import { givenConsent } from '../sending/sendOptions';
import { sendPrepared } from '../sending/sendPrepared';
import { inShell } from '../sending/shellWords';
import { ExitCode } from '../terminal/exitCode';
import type { RunCall } from './runCall';
import { isKnownByName, printKept } from './showRun';
import { verifyRun } from './verifyRun';
import type { OpenedRun } from './withKeptRun';
import { withKeptRun } from './withKeptRun';

/** Resumes a run, with the output and exit codes of `send`. */
export async function resumeRun(call: RunCall): Promise<ExitCode> {
  try {
    return await withKeptRun<Resumption>(
      call,
      (opened) => prepare(call, opened),
      (prepared, opened) => sendResumption(call, prepared, opened),
    );
  } catch (error) {
    if (error instanceof SendingRefusal && error.reason === 'complete') return followUp(call);
    if (error instanceof SendingRefusal && CHANGES.has(error.reason)) throw sendingItAsItIs(error);
    throw error;
  }
}

function prepare({ id, context, invocation }: RunCall, { source, connected }: OpenedRun): Promise<Resumption> {
  const request = { run: id, planner: source.planner, ...connected, predicts: true };
  return prepareResume(context, request, { signal: invocation.terminal.signal });
}

async function sendResumption(call: RunCall, prepared: Resumption, { source }: OpenedRun): Promise<ExitCode> {
  const { id, context, invocation, json, say } = call;
  const { count } = prepared.superseded;
  if (count > 0) await say(`${formatCount(count)} of its people are in a newer run to this job and are left out.`);
  if (!(await mayFollowPilot(call, prepared))) return ExitCode.guard;
  const start = (...given: Parameters<Parameters<typeof sendPrepared>[0]['start']>) =>
    resume(context, prepared, ...given);
  const command = (given: readonly string[]): string => confirmingCommand('runs', invocation, given);
  const consent = givenConsent(invocation);
  const printed = await context.store.momentOf(prepared.file.plan);
  const seen = printed?.guards ?? seenAt(prepared);
  return sendPrepared(
    {
      prepared,
      consent,
      ...(seen && { seen }),
      look: inShell(['runs', 'show', id]),
      again: command([]),
      source: source.name,
      mayAsk: !source.isStandardInput,
      start,
      command,
      // Declining does not change the run
      async decline() {
        if (consent.confirm === undefined) await keepPrinted(context.store, prepared);
      },
      next: nextCommands(id, invocation, isKnownByName(prepared.resumes)),
    },
    invocation,
    json,
  );
}

/** Whether to send the others after the pilot. If the pilot did not go well, this needs the plan's hash. */
async function mayFollowPilot(
  { invocation, json, say }: RunCall,
  { pilot, file }: Pick<Resumption, 'pilot' | 'file'>,
): Promise<boolean> {
  if (pilot === undefined || pilot.isWell || givenConsent(invocation).confirm !== undefined) return true;
  const { ask } = invocation.terminal;
  const found = `${pilot.cause} ${pilot.remedy}`;
  if (ask !== undefined && !json) return isYes(await ask(printable(`${found}\nSend the others? [y/N] `)));
  const command = confirmingCommand('runs', invocation, ['--confirm', file.plan]);
  await say(`${found} Nothing was sent: --yes does not allow that. To send the others anyway, run: ${command}`);
  return false;
}

const CHANGES: ReadonlySet<string> = new Set(['source', 'mapping', 'converter']);

/** Replaces the remedy, because the command line cannot plan only the rest of a run. */
function sendingItAsItIs({ reason, message, run }: SendingRefusal): SendingRefusal {
  const remedy =
    'Pass the original files with --extract and --mapping, or send the current extract, which brings everybody up to date.';
  return new SendingRefusal(reason, message, { remedy, ...(run !== undefined && { run }) });
}

/** The findings of guards when the run was confirmed. */
function seenAt({ resumes }: Resumption): SeenGuards | undefined {
  const { confirmed } = resumes.state;
  return confirmed && Object.fromEntries(confirmed.guards.map(({ id: guard, decision }) => [guard, decision]));
}

/** Shows a run with nothing left to send, whose results may still be missing. */
async function followUp(call: RunCall): Promise<ExitCode> {
  await call.say('Everything in this run was sent. There is nothing to resume.');
  if (call.invocation.flag('wait')) return verifyRun(call);
  const shown = await printKept(call);
  return shown === undefined ? ExitCode.problems : exitCodeOf(shown.status, shown.run.account.counts, false);
}

import { formatCount } from '../../core/text/formatCount';
import { declineRun } from '../../sending/declineRun';
import { findRun } from '../../sending/kept/findRun';
import type { PrepareAnswer } from '../../sending/preparation';
import { prepareSearch } from '../../sending/search/prepareSearch';
import { startRun } from '../../sending/startRun';
import { describeSize } from '../../sending/summary/planSummary';
import { paceTime } from '../../tenant/sending/throttle';
import { confirmingCommand, nextCommands } from '../sending/nextCommands';
import { keepPrinted } from '../sending/planMoment';
import { givenConsent } from '../sending/sendOptions';
import { sendPrepared } from '../sending/sendPrepared';
import { inShell } from '../sending/shellWords';
import { ExitCode } from '../terminal/exitCode';
import type { RunCall } from './runCall';
import type { OpenedRun } from './withKeptRun';
import { withKeptRun } from './withKeptRun';

type Prepared = Extract<PrepareAnswer, { readonly kind: 'prepared' }>;

/**
 * Sends halves of a refused request until the records at fault are found. This is a new run, with the output and exit
 * codes of `send`.
 */
export function findRejected(call: RunCall): Promise<ExitCode> {
  return withKeptRun<Prepared>(
    call,
    (opened) => prepare(call, opened),
    (prepared, opened) => send(call, prepared, opened),
  );
}

async function prepare(call: RunCall, { source, connected }: OpenedRun): Promise<Prepared | ExitCode> {
  const { id, context, invocation } = call;
  const request = { run: id, planner: source.planner, ...connected, predicts: true };
  const answer = await prepareSearch(context, request, { signal: invocation.terminal.signal });
  if (answer.kind === 'prepared') return answer;
  if (answer.kind === 'problems') await source.report(answer.problems);
  return ExitCode.problems;
}

async function send(call: RunCall, prepared: Prepared, { source, connected }: OpenedRun): Promise<ExitCode> {
  const { id, context, invocation, json, say } = call;
  const { facts, findings, file } = prepared;
  await say(describeSize({ facts, findings, ms: paceTime(facts.requests) }));
  const consent = givenConsent(invocation);
  const command = (given: readonly string[]): string => confirmingCommand('runs', invocation, given);
  const printed = await context.store.momentOf(file.plan);
  const isKnown = connected.connection.id !== undefined || file.target.kind === 'sandbox';
  const searched = (await findRun(context.store, id)).state.searchable;
  const code = await sendPrepared(
    {
      prepared,
      consent,
      ...(printed?.guards && { seen: printed.guards }),
      look: inShell(['runs', 'show', id]),
      again: command([]),
      source: source.name,
      mayAsk: !source.isStandardInput,
      async decline() {
        if (consent.confirm === undefined) await keepPrinted(context.store, prepared);
        await declineRun(context, prepared);
      },
      start: (confirmation, follow) => startRun(context, prepared, confirmation, follow),
      command,
      next: nextCommands(prepared.run, invocation, isKnown),
    },
    invocation,
    json,
  );
  const left = (await findRun(context.store, id)).state.searchable;
  if (left !== undefined && left !== searched) {
    const { search } = nextCommands(id, invocation, isKnown);
    await say(`Request ${formatCount(left)} of the same run was also refused. To search it, run: ${search}`);
  }
  return code;
}

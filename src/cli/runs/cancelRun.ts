import { discardRun } from '../../sending/discardRun';
import { ExitCode } from '../terminal/exitCode';
import type { RunCall } from './runCall';
import { printKept } from './showRun';

/** Gives up what a run has not sent. */
export async function cancelRun(call: RunCall): Promise<ExitCode> {
  await discardRun(call.context, call.id);
  await call.say('Cancelled: what was not sent never will be. What was accepted cannot be taken back.');
  await printKept(call);
  return ExitCode.ok;
}

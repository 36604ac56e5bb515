import { discardRun } from '../../sending/discardRun';
import { ExitCode } from '../terminal/exitCode';
import type { RunCall } from './runCall';
import { printKept } from './showRun';

/** Cancels the unsent part of a run. */
export async function cancelRun(call: RunCall): Promise<ExitCode> {
  await discardRun(call.context, call.id);
  await call.say('Cancelled. What was not sent will not be sent. What was accepted cannot be undone.');
  await printKept(call);
  return ExitCode.ok;
}

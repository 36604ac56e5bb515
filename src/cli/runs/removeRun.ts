import { ExitCode } from '../terminal/exitCode';
import { jsonLine } from '../terminal/terminal';
import type { RunCall } from './runCall';

/** Deletes what is kept of a run that nobody is sending. */
export async function removeRun({ id, context, invocation, json }: RunCall): Promise<ExitCode> {
  await context.store.remove(id);
  await invocation.terminal.out(json ? jsonLine({ run: id }) : `Removed the run ${id}.\n`);
  return ExitCode.ok;
}

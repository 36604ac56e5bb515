import { removeRun as remove, whyKeepRun } from '../../sending/kept/removeRun';
import { isYes } from '../sending/isYes';
import { inShell } from '../sending/shellWords';
import { ExitCode } from '../terminal/exitCode';
import { jsonLine } from '../terminal/terminal';
import type { RunCall } from './runCall';

/** Deletes a run that is not open. Asks first if only the run can show which of its requests arrived. */
export async function removeRun(call: RunCall): Promise<ExitCode> {
  const { id, context, invocation, json } = call;
  if (!(await mayRemove(call))) return ExitCode.guard;
  await remove(context.store, id);
  await invocation.terminal.out(json ? jsonLine({ run: id }) : `Removed the run ${id}.\n`);
  return ExitCode.ok;
}

async function mayRemove({ id, context, invocation, json, say }: RunCall): Promise<boolean> {
  const why = await whyKeepRun(context.store, id);
  if (why === undefined) return true;
  if (invocation.flag('yes')) {
    await say(why.cause);
    return true;
  }
  const { ask } = invocation.terminal;
  if (ask === undefined || json) {
    await say(
      `Nothing was removed. ${why.cause} ${why.remedy} To remove it anyway, run: ${inShell(['runs', 'remove', id, '--yes'])}`,
    );
    return false;
  }
  if (isYes(await ask(`${why.cause}\nRemove it? [y/N] `))) return true;
  await say('Nothing was removed.');
  return false;
}

import { verifyRun as verify } from '../../sending/verifyRun';
import { conductRun } from '../sending/conductRun';
import { nextCommands } from '../sending/nextCommands';
import { ExitCode } from '../terminal/exitCode';
import { keptConnection } from './keptConnection';
import { namingPlanner } from './keptSource';
import type { RunCall } from './runCall';
import { keptRun } from './runCall';
import { isKnownByName, titleOf } from './showRun';

/** Reads the log of a run again, once or until everybody has an entry. */
export async function verifyRun(call: RunCall): Promise<ExitCode> {
  const { id, context, invocation, json, say } = call;
  const kept = await keptRun(call);
  if (!('plan' in kept)) {
    await say(`${kept.fault.message} ${kept.fault.remedy}`.trim());
    return ExitCode.problems;
  }
  const { opened } = await keptConnection(kept, call);
  const planner = await namingPlanner(kept.plan, invocation);
  try {
    const waits = invocation.flag('wait');
    const active = await verify(context, { run: id, opened, follows: waits, ...(planner && { planner }) });
    return await conductRun(
      {
        active,
        plan: kept.plan.plan,
        title: titleOf(kept),
        clock: opened.clock,
        waits,
        next: nextCommands(id, invocation, isKnownByName(kept)),
      },
      invocation.terminal,
      json,
    );
  } finally {
    await planner?.close();
    await opened.close();
  }
}

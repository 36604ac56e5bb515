import type { SourceToSend } from '../input/sourceToSend';
import type { Connected } from '../openConnection';
import { unlessStopped } from '../openConnection';
import { ExitCode } from '../terminal/exitCode';
import { keptConnection } from './keptConnection';
import { keptSource } from './keptSource';
import type { RunCall } from './runCall';
import { keptRun } from './runCall';

/** The opened source and connection of a stored run. */
export interface OpenedRun {
  readonly source: SourceToSend;
  readonly connected: Connected;
}

/** Prepares the run; returns the exit code after an error that was printed. */
export type PrepareKept<Prepared> = (opened: OpenedRun) => Promise<Prepared | ExitCode>;

/**
 * Opens the source and the connection of a run, prepares and sends, and always closes both. Stops if the user
 * interrupts the preparation.
 */
export async function withKeptRun<Prepared extends object>(
  call: RunCall,
  prepare: PrepareKept<Prepared>,
  send: (prepared: Prepared, opened: OpenedRun) => Promise<ExitCode>,
): Promise<ExitCode> {
  const opened: Partial<{ -readonly [Part in keyof OpenedRun]: OpenedRun[Part] }> = {};
  const open = async () => {
    const kept = await keptRun(call);
    if (!('plan' in kept)) {
      await call.say(`${kept.fault.message} ${kept.fault.remedy}`.trim());
      return ExitCode.guard;
    }
    const source = await keptSource(kept.plan, call.invocation, call.json);
    if (source === undefined) return ExitCode.problems;
    opened.source = source;
    const connected = await keptConnection(kept, call);
    opened.connected = connected;
    const run = { source, connected };
    const prepared = await prepare(run);
    return typeof prepared === 'number' ? prepared : { prepared, run };
  };
  try {
    const ready = await unlessStopped(open(), call.invocation.terminal.signal);
    return typeof ready === 'number' ? ready : await send(ready.prepared, ready.run);
  } finally {
    await opened.source?.planner.close();
    await opened.connected?.opened.close();
  }
}

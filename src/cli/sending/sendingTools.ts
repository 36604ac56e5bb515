import { openRunStore } from '../../runs/openRunStore';
import type { SendingContext } from '../../sending/sendingContext';
import { readGuardLimits } from '../guardLimits';
import { keptStateFolder, stateFolder } from '../stateFolder';
import type { Terminal } from '../terminal/terminal';

/** The name under which other processes of this machine see this sender. */
const PROGRAM = 'command line';

/**
 * The context of every command that sends. Throws `UsageError` if nothing can be stored, or the limits cannot be read.
 */
export async function sendingContext(terminal: Terminal): Promise<SendingContext> {
  await keptStateFolder(terminal.env);
  return readingContext(terminal);
}

/** A context for reading stored runs, which also works on a full or read-only disk. */
export async function readingContext({ env }: Terminal): Promise<SendingContext> {
  const folder = stateFolder(env);
  const limits = await readGuardLimits(env);
  return {
    store: openRunStore(folder, { program: PROGRAM }),
    limits,
    program: PROGRAM,
    wallClock: Date.now,
    random: Math.random,
  };
}

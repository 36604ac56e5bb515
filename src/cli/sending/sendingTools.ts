import { openRunStore } from '../../runs/openRunStore';
import type { SendingContext } from '../../sending/sendingContext';
import { readGuardLimits } from '../guardLimits';
import { keptStateFolder, stateFolder } from '../stateFolder';
import type { Terminal } from '../terminal/terminal';

/** How other processes of this machine see who sends. */
const PROGRAM = 'command line';

/**
 * The services of every command that sends. Throws `UsageError` if nothing can be stored, or the limits cannot be read.
 */
export async function sendingContext(terminal: Terminal): Promise<SendingContext> {
  await keptStateFolder(terminal.env);
  return readingContext(terminal);
}

/** The same for reading stored runs, which works on a full or read-only disk too. */
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

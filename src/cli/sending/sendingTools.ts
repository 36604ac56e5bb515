import { openRunStore } from '../../runs/openRunStore';
import type { SendingContext } from '../../sending/sendingContext';
import { readGuardLimits } from '../guardLimits';
import { keptStateFolder, stateFolder } from '../stateFolder';
import type { Terminal } from '../terminal/terminal';

/** How other processes of this machine are told who sends. */
const PROGRAM = 'command line';

/** What every sending of a call works with. Throws `UsageError` where nothing can be kept, or the limits cannot be read. */
export async function sendingContext(terminal: Terminal): Promise<SendingContext> {
  await keptStateFolder(terminal.env);
  return readingContext(terminal);
}

/** The same to look at what is kept: a disk that is full or read-only hides nothing. */
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

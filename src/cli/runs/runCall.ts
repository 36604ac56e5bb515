import type { KeptRun, RunFault, RunStore } from '../../runs/runStore';
import type { SendingContext } from '../../sending/sendingContext';
import type { Invocation } from '../command';
import { readingContext, sendingContext } from '../sending/sendingTools';
import { messageLine } from '../terminal/terminal';
import { chooseRun } from './chooseRun';
import { runToResume } from './runToResume';
import { runToSearch } from './runToSearch';

/** A command about one run. */
export interface RunCall {
  /** The command's name: `runs`, or another that refers to a run. */
  readonly command: 'runs' | 'logs';
  readonly id: string;
  readonly context: SendingContext;
  readonly invocation: Invocation;
  readonly json: boolean;
  readonly say: (text: string) => Promise<void>;
}

/** The kind of a command about a run. */
interface CallKind extends Pick<RunCall, 'command'> {
  /** Whether it sends or writes to the run. */
  readonly writes: boolean;
}

export async function runCall(
  word: string,
  invocation: Invocation,
  json: boolean,
  { command, writes }: CallKind,
): Promise<RunCall> {
  const { terminal } = invocation;
  const context = await (writes ? sendingContext : readingContext)(terminal);
  const ids = (await context.store.list()).map(({ id }) => id);
  const say = (text: string): Promise<void> => terminal.err(messageLine(text, json));
  return { command, id: chooseRun(word, ids), context, invocation, json, say };
}

/** A call that resumes a run; "last" is the newest one with something left. */
export function resumingCall(word: string, invocation: Invocation, json: boolean): Promise<RunCall> {
  return callOfLast(word, invocation, json, { find: runToResume, what: 'that has something left' });
}

/** A call that searches for records at fault; "last" is the newest run with a request to search. */
export function searchingCall(word: string, invocation: Invocation, json: boolean): Promise<RunCall> {
  return callOfLast(word, invocation, json, { find: runToSearch, what: 'with a refused request' });
}

interface LastRun {
  readonly find: (store: RunStore) => Promise<string | undefined>;
  readonly what: string;
}

async function callOfLast(word: string, invocation: Invocation, json: boolean, last: LastRun): Promise<RunCall> {
  const call = await runCall(word, invocation, json, { command: 'runs', writes: true });
  const meant = word === 'last' ? await last.find(call.context.store) : undefined;
  if (meant === undefined || meant === call.id) return call;
  await call.say(`The newest run ${last.what} is ${meant}.`);
  return { ...call, id: meant };
}

/** The stored run, or why it cannot be read. */
export async function keptRun({ id, context }: RunCall): Promise<KeptRun | { readonly fault: RunFault }> {
  const kept = await context.store.find(id);
  // The run was removed after its id was found
  if (kept === undefined) return { fault: { message: `The run ${id} was removed just now.`, remedy: '' } };
  return kept.plan === undefined ? { fault: kept.fault } : kept;
}

import type { KeptRun, RunFault } from '../../runs/runStore';
import type { SendingContext } from '../../sending/sendingContext';
import type { Invocation } from '../command';
import { readingContext, sendingContext } from '../sending/sendingTools';
import { messageLine } from '../terminal/terminal';
import { chooseRun } from './chooseRun';

/** A call about one run. */
export interface RunCall {
  readonly id: string;
  readonly context: SendingContext;
  readonly invocation: Invocation;
  readonly json: boolean;
  readonly say: (text: string) => Promise<void>;
}

/** @param writes whether it will write to the run, or send */
export async function runCall(word: string, invocation: Invocation, json: boolean, writes: boolean): Promise<RunCall> {
  const { terminal } = invocation;
  const context = await (writes ? sendingContext : readingContext)(terminal);
  const ids = (await context.store.list()).map(({ id }) => id);
  const say = (text: string): Promise<void> => terminal.err(messageLine(text, json));
  return { id: chooseRun(word, ids), context, invocation, json, say };
}

/** The run as it is kept, or why it cannot be read. */
export async function keptRun({ id, context }: RunCall): Promise<KeptRun | { readonly fault: RunFault }> {
  const kept = await context.store.find(id);
  // It was there a moment ago
  if (kept === undefined) return { fault: { message: `The run ${id} was removed just now.`, remedy: '' } };
  return kept.plan === undefined ? { fault: kept.fault } : kept;
}

import { describeAccount } from '../../core/run/account/describeAccount';
import { recordObject } from '../../core/run/account/recordObject';
import type { RunAccount } from '../../core/run/account/runAccount';
import { printable } from '../../core/text/printable';
import type { Terminal } from '../terminal/terminal';

/** Records per write. */
const WRITTEN = 1000;

/** The results of a run, and its names. */
export interface PrintedRun {
  readonly id: string;
  /** The hash of its plan. */
  readonly plan: string;
  readonly account: RunAccount;
  /** The first line of the text, and the lines after the results. */
  readonly title: string;
  readonly below: readonly string[];
}

/** Prints the results of a run, on standard error if standard output does not accept all of them. */
export function printAccount(printed: PrintedRun, terminal: Terminal, json: boolean): Promise<void> {
  if (json) return terminal.account(() => accountJson(printed));
  const lines = [printed.title, ...describeAccount(printed.account), ...printed.below];
  const text = lines.map((line) => `${printable(line)}\n`).join('');
  return terminal.account(() => [text]);
}

/** One object on one line, in chunks, because there may be millions of records. */
function* accountJson({ id, plan, account }: PrintedRun): Generator<string> {
  const { counts, elsewhere, batches, records } = account;
  const head = JSON.stringify({ run: id, plan, counts, elsewhere, batches });
  let piece = `${head.slice(0, -1)},"records":[`;
  let count = 0;
  for (const record of records) {
    piece += `${count === 0 ? '' : ','}${JSON.stringify(recordObject(record))}`;
    if (++count % WRITTEN !== 0) continue;
    yield piece;
    piece = '';
  }
  yield `${piece}]}\n`;
}

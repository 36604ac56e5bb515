import { describeAccount } from '../../core/run/describeAccount';
import type { RecordAccount, RunAccount } from '../../core/run/runAccount';
import { printable } from '../../core/text/printable';
import type { Terminal } from '../terminal/terminal';

/** Records that are written at once. */
const WRITTEN = 1000;

/**
 * Prints the account of a run: where standard output cannot take all of it, on standard error.
 * @param title the first line of the text
 */
export function printAccount(account: RunAccount, title: string, terminal: Terminal, json: boolean): Promise<void> {
  if (json) return terminal.account(() => accountJson(account));
  const text = [title, ...describeAccount(account)].map((line) => `${printable(line)}\n`).join('');
  return terminal.account(() => [text]);
}

/** One object on a line, in pieces: there may be millions of records. */
function* accountJson({ counts, elsewhere, batches, records }: RunAccount): Generator<string> {
  let piece = `{"counts":${JSON.stringify(counts)},"elsewhere":${elsewhere},"batches":${JSON.stringify(batches)},"records":[`;
  let count = 0;
  for (const record of records) {
    piece += `${count === 0 ? '' : ','}${JSON.stringify(recordObject(record))}`;
    if (++count % WRITTEN !== 0) continue;
    yield piece;
    piece = '';
  }
  yield `${piece}]}\n`;
}

function recordObject({ record, line, externalId, batch, state, cause, remedy, answers }: RecordAccount): object {
  return { record, line, externalId, batch, state, cause, remedy, entries: answers.map(({ entry }) => entry) };
}

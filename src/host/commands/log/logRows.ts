import { env } from 'vscode';
import type { LogElement } from '../../../views/log/logTree';
import { commandIds } from '../../contributions';
import { say } from '../../messages/say';
import { UserError } from '../../messages/userError';
import { isShownRow } from '../../views/shownRows';
import { defineCommand } from '../command';
import { logRowOf } from './logRow';

/** Copies the id of the person in a row. */
export const copyLoggedId = defineCommand(commandIds.copyLoggedId, async (_, args) => {
  await env.clipboard.writeText(neededRow(args).logged.person);
});

/** Copies the entry of a row as the service wrote it. */
export const copyLogEntry = defineCommand(commandIds.copyLogEntry, async ({ log }, args) => {
  const { logged } = neededRow(args);
  const entry = (await log()).log.book.entry(logged.id);
  if (entry === undefined) throw new UserError(say`This entry is no longer in memory. Read the log again.`);
  await env.clipboard.writeText(JSON.stringify(entry.raw, null, 2));
});

/** Shows more rows in place of the one with the number of remaining ones. */
export const loadMoreEntries = defineCommand(commandIds.loadMoreEntries, async ({ log }, [row]) => {
  if (isShownRow(row) && (row as LogElement).kind === 'more')
    (await log()).loadMore((row as Extract<LogElement, { kind: 'more' }>).parent);
});

function neededRow(args: readonly unknown[]) {
  const row = logRowOf(args);
  if (row === undefined) throw new UserError(say`Choose an entry in "Inbound Provisioning: Provisioning Log".`);
  return row;
}

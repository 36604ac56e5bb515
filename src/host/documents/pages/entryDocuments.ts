import type { Disposable } from 'vscode';
import { commands, TabInputCustom, TabInputText, Uri, window, workspace } from 'vscode';
import type { LogEntry } from '../../../core/logs/logEntry';
import { parseLogEntry } from '../../../core/logs/logEntry';
import { plainText } from '../../../core/text/plainText';
import { printable } from '../../../core/text/printable';
import { entryOutcome } from '../../../core/logs/outcome';
import type { RecordAccount } from '../../../core/run/account/runAccount';
import type { EntryPageFacts } from '../../../language/log/entryPage';
import { entryScheme } from '../../contributions';
import type { WindowRun } from '../../runs/windowRun';
import type { WindowRuns } from '../../runs/windowRuns';
import { tiedRecord } from '../../log/tiedRecord';
import type { WindowLog } from '../../log/windowLog';
import type { Services } from '../../services';
import { PAGE_EDITOR } from './planPages';

/** As the service wrote it, or as a page that explains it. */
export type EntryForm = 'json' | 'md';

/** The address of a log entry's document: its path is a title, its query says which entry of which run. */
export function entryUri(run: string, entry: LogEntry, form: EntryForm): Uri {
  return uriFor(entry, form, { run, entry: entry.id });
}

/** The same of an entry of the sandbox tenant that answers no run of this window. */
export function sandboxEntryUri(number: number, entry: LogEntry, form: EntryForm): Uri {
  return uriFor(entry, form, { number: String(number) });
}

/** The same of an entry of the log of the connection in use, whose run is not open here. */
export function logEntryUri(entry: LogEntry, form: EntryForm): Uri {
  return uriFor(entry, form, { log: entry.id });
}

/** The address of the statistics of the log; each has its own, because they change. */
export function statisticsUri(connection: string, at: number): Uri {
  const path = `/Statistics of ${plainText(connection, 80).replace(/[/\\]/g, '-')}.txt`;
  return Uri.from({ scheme: entryScheme, path, query: new URLSearchParams({ statistics: String(at) }).toString() });
}

function uriFor(entry: LogEntry, form: EntryForm, query: Readonly<Record<string, string>>): Uri {
  const id = plainText(entry.sourceIdentity.id || 'entry', 80);
  const name = `${id} ${entryOutcome(entry)}.${form}`.replace(/[/\\]/g, '-');
  return Uri.from({
    scheme: entryScheme,
    path: `/${name}`,
    query: new URLSearchParams(query).toString(),
  });
}

/** Shows the page of an entry, in an editor whose menus know which entry it is. */
export async function showEntryPage(page: Uri): Promise<void> {
  await commands.executeCommand('vscode.openWith', page, PAGE_EDITOR, { preview: true });
}

/** The entry's document in front of the user, whole or as a page. */
export function entryInFront(): Uri | undefined {
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  const shown = input instanceof TabInputText || input instanceof TabInputCustom ? input.uri : undefined;
  return shown?.scheme === entryScheme ? shown : undefined;
}

/** Shows log entries as the service wrote them, and explained. */
export function registerEntryDocuments(services: Services): Disposable {
  return workspace.registerTextDocumentContentProvider(entryScheme, {
    provideTextDocumentContent: async (uri) => {
      if (new URLSearchParams(uri.query).has('statistics')) return statisticsText(await services.log());
      const facts = await entryShownBy(services, uri);
      if (facts === undefined) return 'This entry is no longer in memory. Read the log of its run again.';
      if (uri.path.endsWith('.json')) return JSON.stringify(facts.entry.raw, null, 2);
      return (await import('../../../language/log/entryPage')).entryPage(facts);
    },
  });
}

/** What a document of this scheme shows; `undefined` for other documents, and where the entry is no longer in memory. */
export async function entryShownBy(services: Services, uri: Uri): Promise<EntryPageFacts | undefined> {
  if (uri.scheme !== entryScheme) return undefined;
  return factsOf(services.runs, uri) ?? ofSandbox(services.sandbox, uri) ?? ofLog(services, uri);
}

/** The same entry in the other form. */
export function inForm(uri: Uri, form: EntryForm): Uri {
  return uri.with({ path: uri.path.replace(/\.\w+$/, `.${form}`) });
}

function factsOf(runs: WindowRuns, uri: Uri): EntryPageFacts | undefined {
  const found = entryOf(runs, uri);
  if (found === undefined) return undefined;
  const { entry, person, stored } = found;
  return { entry, origin: originOf(stored, person) };
}

function ofSandbox({ running }: Services['sandbox'], { query }: Uri): EntryPageFacts | undefined {
  const number = new URLSearchParams(query).get('number');
  const entry = number === null ? undefined : parseLogEntry(running?.sandbox.change(Number(number))?.entry);
  return entry && { entry, origin: undefined };
}

async function ofLog({ log, runs }: Services, uri: Uri): Promise<EntryPageFacts | undefined> {
  const id = loggedIn(uri);
  if (id === undefined) return undefined;
  const opened = await log();
  const entry = opened.log.book.entry(id);
  if (entry === undefined) return undefined;
  const found = await tiedRecord(runs, opened.tieOf(id));
  if (found === undefined) return { entry, origin: undefined };
  const { stored, record } = found;
  const person = stored.run.account.records.at(record - 1);
  return { entry, origin: person && originOf(stored, person) };
}

function originOf(
  { extractName: source, target: connection }: WindowRun,
  { record, line, predicted }: RecordAccount,
): NonNullable<EntryPageFacts['origin']> {
  return { source, connection, record, line, ...(predicted && { predicted }) };
}

/** The entry of the log of the connection in use that a document shows. */
export function loggedIn({ scheme, query }: Uri): string | undefined {
  return scheme === entryScheme ? (new URLSearchParams(query).get('log') ?? undefined) : undefined;
}

async function statisticsText({ log: { book } }: WindowLog): Promise<string> {
  const { statisticsLines } = await import('../../../core/logs/list/statisticsLines');
  const cycles = book.statistics.map((cycle) => statisticsLines(cycle).map(printable).join('\n'));
  return cycles.length === 0 ? 'The log has no entries that are shown.' : `${cycles.join('\n\n')}\n`;
}

/** The entry that a document shows, and whose it is; `undefined` where this window has not read it. */
export function entryOf(
  runs: WindowRuns,
  { scheme, query }: Uri,
): { readonly stored: WindowRun; readonly person: RecordAccount; readonly entry: LogEntry } | undefined {
  if (scheme !== entryScheme) return undefined;
  const named = new URLSearchParams(query);
  const stored = runs.find(named.get('run') ?? '');
  for (const person of stored?.run.account.records ?? []) {
    const entry = person.entries.find(({ id }) => id === named.get('entry'));
    if (stored !== undefined && entry !== undefined) return { stored, person, entry };
  }
  return undefined;
}

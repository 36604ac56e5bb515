import { Disposable, EventEmitter, TabInputCustom, TabInputText, Uri, window, workspace } from 'vscode';
import type { Answer } from '../../../core/logs/answer';
import type { LogEntry } from '../../../core/logs/logEntry';
import type { Outcome } from '../../../core/logs/outcome';
import { entryOutcome } from '../../../core/logs/outcome';
import { plainText } from '../../../core/text/plainText';
import { printable } from '../../../core/text/printable';
import { commandIds, entryScheme } from '../../contributions';
import { throttleTrailing } from '../../throttleTrailing';
import type { WindowLog } from '../../log/windowLog';
import type { Services } from '../../services';
import { openPage } from './openPage';
import { shownEntry } from './shownEntry';

/** As the service wrote it, or as a page that explains it. */
export type EntryForm = 'json' | 'md';

/** Milliseconds between two updates of pages whose entries were not in memory, while runs and the log change. */
const LOOKS = 500;

/** Creates pages; loaded with the first one. */
const pages = async () => ({
  ...(await import('../../../language/log/entryPage')),
  ...(await import('../../../language/log/keptEntryPage')),
});

/** The URI of a log entry's document: its path is a title, its query names the entry and the run. */
export function entryUri(run: string, entry: LogEntry, form: EntryForm): Uri {
  return uriFor(entry.sourceIdentity.id, entryOutcome(entry), form, { run, entry: entry.id });
}

/** The same for an entry that only the run knows, from what it has stored. */
export function keptEntryUri(run: string, externalId: string | undefined, { entry, outcome }: Answer): Uri {
  return uriFor(externalId ?? '', outcome, 'md', { run, entry });
}

/** The same for an entry of the sandbox tenant that does not belong to a run of this window. */
export function sandboxEntryUri(number: number, entry: LogEntry, form: EntryForm): Uri {
  return uriFor(entry.sourceIdentity.id, entryOutcome(entry), form, { number: String(number) });
}

/** The same for an entry in the log of the connection in use that does not belong to a run. */
export function logEntryUri(entry: LogEntry, form: EntryForm): Uri {
  return uriFor(entry.sourceIdentity.id, entryOutcome(entry), form, { log: entry.id });
}

/** The address of the statistics of the log; each has its own, because they change. */
export function statisticsUri(connection: string, at: number): Uri {
  const path = `/Statistics of ${plainText(connection, 80).replace(/[/\\]/g, '-')}.txt`;
  return Uri.from({ scheme: entryScheme, path, query: new URLSearchParams({ statistics: String(at) }).toString() });
}

function uriFor(externalId: string, outcome: Outcome, form: EntryForm, query: Readonly<Record<string, string>>): Uri {
  const id = plainText(externalId || 'entry', 80);
  const name = `${id} ${outcome}.${form}`.replace(/[/\\]/g, '-');
  return Uri.from({
    scheme: entryScheme,
    path: `/${name}`,
    query: new URLSearchParams(query).toString(),
  });
}

/** Shows the page of an entry, and sets the context keys for the menus of its editor. */
export async function showEntryPage(page: Uri): Promise<void> {
  await openPage(page, { preview: true });
}

/** The entry's document in front of the user, whole or as a page. */
export function entryInFront(): Uri | undefined {
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  const shown = input instanceof TabInputText || input instanceof TabInputCustom ? input.uri : undefined;
  return shown?.scheme === entryScheme ? shown : undefined;
}

/** Shows log entries as the service wrote them, and explained. */
export function registerEntryDocuments(services: Services): Disposable {
  const changed = new EventEmitter<Uri>();
  /** The addresses of pages that were shown without their entries, because the log may be read again. */
  const incomplete = new Map<string, Uri>();
  const again = throttleTrailing(LOOKS, () => {
    for (const uri of incomplete.values()) changed.fire(uri);
  });
  let log: Disposable | undefined;
  const textOf = async (uri: Uri): Promise<string> => {
    if (new URLSearchParams(uri.query).has('statistics')) return statisticsText(await services.log());
    const shown = await shownEntry(services, uri);
    if (shown?.kind === 'whole') {
      incomplete.delete(uri.toString());
      return uri.path.endsWith('.md') ? (await pages()).entryPage(shown) : JSON.stringify(shown.entry.raw, null, 2);
    }
    incomplete.set(uri.toString(), uri);
    const { onDidChange } = await services.log();
    log ??= onDidChange(again.call);
    if (shown === undefined || uri.path.endsWith('.json'))
      return 'This entry is no longer in memory. Read the provisioning log again.';
    const { answer, origin, of } = shown;
    const readAgain = services.titles.of(commandIds.openEntry);
    return (await pages()).keptEntryPage({ person: of.person, answer, origin, readAgain });
  };
  return Disposable.from(
    changed,
    again,
    services.runs.onDidChange(again.call),
    workspace.onDidCloseTextDocument(({ uri }) => incomplete.delete(uri.toString())),
    new Disposable(() => {
      log?.dispose();
    }),
    workspace.registerTextDocumentContentProvider(entryScheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: textOf,
    }),
  );
}

/** The same entry in the other form. */
export function inForm(uri: Uri, form: EntryForm): Uri {
  return uri.with({ path: uri.path.replace(/\.\w+$/, `.${form}`) });
}

async function statisticsText({ log: { book } }: WindowLog): Promise<string> {
  const { statisticsLines } = await import('../../../core/logs/list/statisticsLines');
  const cycles = book.statistics.map((cycle) => statisticsLines(cycle).map(printable).join('\n'));
  return cycles.length === 0 ? 'The log has no entries that are shown.' : `${cycles.join('\n\n')}\n`;
}

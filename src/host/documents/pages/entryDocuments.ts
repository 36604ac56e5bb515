import type { Disposable } from 'vscode';
import { Uri, workspace } from 'vscode';
import type { LogEntry } from '../../../core/logs/logEntry';
import { parseLogEntry } from '../../../core/logs/logEntry';
import { plainText } from '../../../core/text/plainText';
import { entryOutcome } from '../../../core/logs/outcome';
import type { RecordAccount } from '../../../core/run/account/runAccount';
import type { EntryPageFacts } from '../../../language/log/entryPage';
import { entryScheme } from '../../contributions';
import type { WindowRun } from '../../runs/windowRun';
import type { WindowRuns } from '../../runs/windowRuns';
import type { Services } from '../../services';

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

function uriFor(entry: LogEntry, form: EntryForm, query: Readonly<Record<string, string>>): Uri {
  const id = plainText(entry.sourceIdentity.id || 'entry', 80);
  const name = `${id} ${entryOutcome(entry)}.${form}`.replace(/[/\\]/g, '-');
  return Uri.from({
    scheme: entryScheme,
    path: `/${name}`,
    query: new URLSearchParams(query).toString(),
  });
}

/** Shows log entries as the service wrote them, and explained. */
export function registerEntryDocuments({ runs, sandbox }: Services): Disposable {
  return workspace.registerTextDocumentContentProvider(entryScheme, {
    provideTextDocumentContent: async (uri) => {
      const facts = factsOf(runs, uri) ?? ofSandbox(sandbox, uri);
      if (facts === undefined) return 'This entry is no longer in memory. Read the log of its run again.';
      if (uri.path.endsWith('.json')) return JSON.stringify(facts.entry.raw, null, 2);
      return (await import('../../../language/log/entryPage')).entryPage(facts);
    },
  });
}

function factsOf(runs: WindowRuns, uri: Uri): EntryPageFacts | undefined {
  const found = entryOf(runs, uri);
  if (found === undefined) return undefined;
  const { entry, person, stored } = found;
  const { record, line } = person;
  const origin = { source: stored.extractName, connection: stored.target, record, line };
  return { entry, origin };
}

function ofSandbox({ running }: Services['sandbox'], { query }: Uri): EntryPageFacts | undefined {
  const number = new URLSearchParams(query).get('number');
  const entry = number === null ? undefined : parseLogEntry(running?.sandbox.change(Number(number))?.entry);
  return entry && { entry, origin: undefined };
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

import type { Disposable } from 'vscode';
import { Uri, workspace } from 'vscode';
import type { LogEntry } from '../../../core/logs/logEntry';
import { plainText } from '../../../core/text/plainText';
import { entryOutcome } from '../../../core/logs/outcome';
import type { RecordAccount } from '../../../core/run/account/runAccount';
import { entryScheme } from '../../contributions';
import type { WindowRun } from '../../runs/windowRun';
import type { WindowRuns } from '../../runs/windowRuns';
import type { Services } from '../../services';

/** The address of a log entry's document: its path is a title, its query says which entry of which run. */
export function entryUri(run: string, entry: LogEntry): Uri {
  return uriFor(entry, { run, entry: entry.id });
}

/** The same of an entry of the sandbox tenant that answers no run of this window. */
export function sandboxEntryUri(number: number, entry: LogEntry): Uri {
  return uriFor(entry, { number: String(number) });
}

function uriFor(entry: LogEntry, query: Readonly<Record<string, string>>): Uri {
  const id = plainText(entry.sourceIdentity.id || 'entry', 80);
  const name = `${id} ${entryOutcome(entry)}.json`.replace(/[/\\]/g, '-');
  return Uri.from({
    scheme: entryScheme,
    path: `/${name}`,
    query: new URLSearchParams(query).toString(),
  });
}

/** Shows log entries as the service wrote them. */
export function registerEntryDocuments({ runs, sandbox }: Services): Disposable {
  return workspace.registerTextDocumentContentProvider(entryScheme, {
    provideTextDocumentContent: (uri) => {
      const number = new URLSearchParams(uri.query).get('number');
      const raw =
        number === null ? entryOf(runs, uri)?.entry.raw : sandbox.running?.sandbox.change(Number(number))?.entry;
      return raw === undefined ? 'This entry is not in memory any more.' : JSON.stringify(raw, null, 2);
    },
  });
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

import type { Disposable } from 'vscode';
import { Uri, workspace } from 'vscode';
import type { LogEntry } from '../../core/logs/logEntry';
import { entryOutcome } from '../../core/logs/outcome';
import { entryScheme } from '../contributions';
import type { Services } from '../services';

/** The address of a log entry's document: its path is a title, its query says which entry of which run. */
export function entryUri(run: string, entry: LogEntry): Uri {
  const name = `${entry.sourceIdentity.id || 'entry'} ${entryOutcome(entry)}.json`.replace(/[/\\]/g, '-');
  return Uri.from({
    scheme: entryScheme,
    path: `/${name}`,
    query: new URLSearchParams({ run, entry: entry.id }).toString(),
  });
}

/** Shows log entries as the service wrote them. */
export function registerEntryDocuments({ runs }: Services): Disposable {
  return workspace.registerTextDocumentContentProvider(entryScheme, {
    provideTextDocumentContent: (uri) => {
      const query = new URLSearchParams(uri.query);
      const account = runs.find(query.get('run') ?? '')?.run.account;
      const entry = account?.records
        .flatMap((record) => record.entries)
        .find((candidate) => candidate.id === query.get('entry'));
      return entry === undefined ? 'This entry is not in memory any more.' : JSON.stringify(entry.raw, null, 2);
    },
  });
}

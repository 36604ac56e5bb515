import type { Disposable, Event, TextDocumentContentProvider } from 'vscode';
import { EventEmitter, Uri, workspace } from 'vscode';
import { plainText } from '../../../core/text/plainText';
import type { DoctorReport } from '../../../doctor/report';
import { connectionScheme } from '../../contributions';
import { openPage } from './openPage';

/** The results of the last checks of connections, as pages. Only in memory. */
export class ConnectionPages implements TextDocumentContentProvider, Disposable {
  readonly #reports = new Map<string, DoctorReport>();
  readonly #changed = new EventEmitter<Uri>();

  get onDidChange(): Event<Uri> {
    return this.#changed.event;
  }

  /** Shows a report, in place of the previous one on the same connection. */
  async show(page: Uri, report: DoctorReport): Promise<void> {
    this.#reports.set(page.query, report);
    this.#changed.fire(page);
    await openPage(page, { preview: true });
  }

  async provideTextDocumentContent({ query }: Uri): Promise<string> {
    const report = this.#reports.get(query);
    if (report === undefined) return 'This report is no longer in memory. Check the connection again.';
    return (await import('../../../doctor/reportMarkdown')).reportMarkdown(report);
  }

  dispose(): void {
    this.#reports.clear();
    this.#changed.dispose();
  }
}

/**
 * The address of the page on a connection.
 * @param key the key of its stored state
 */
export function connectionPage(key: string, name: string): Uri {
  const path = `/Check of ${plainText(name, 100).replace(/[/\\]/g, '-')}.md`;
  return Uri.from({ scheme: connectionScheme, path, query: new URLSearchParams({ connection: key }).toString() });
}

export function registerConnectionPages({
  connectionPages,
}: {
  readonly connectionPages: ConnectionPages;
}): Disposable {
  return workspace.registerTextDocumentContentProvider(connectionScheme, connectionPages);
}

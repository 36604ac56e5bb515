import type { Disposable, Event, TextDocumentContentProvider } from 'vscode';
import { EventEmitter, Uri, workspace } from 'vscode';
import { plainText } from '../../../core/text/plainText';
import { columnBeside } from '../../columnBeside';
import { planScheme } from '../../contributions';
import { closeTabs, customTabs } from './customTabs';
import { openPage } from './openPage';

/** Creates the text of a page, each time that it is shown. */
export type PageText = () => Promise<string>;

/** Pages about plans: what will happen, in numbers and names. Only in memory. */
export class PlanPages implements TextDocumentContentProvider, Disposable {
  readonly #texts = new Map<string, PageText>();
  readonly #changed = new EventEmitter<Uri>();

  get onDidChange(): Event<Uri> {
    return this.#changed.event;
  }

  /** Shows the page of a run's plan beside the active editor, in place of the previous one on the same plan. */
  async show(run: string, source: string, text: PageText): Promise<Uri> {
    const path = `/Plan for ${plainText(source, 100).replace(/[/\\]/g, '-')}.md`;
    const page = Uri.from({ scheme: planScheme, path, query: new URLSearchParams({ run }).toString() });
    this.#texts.set(page.query, text);
    this.#changed.fire(page);
    await openPage(page, { viewColumn: columnBeside(), preserveFocus: true, preview: false });
    return page;
  }

  /** Closes a page that was shown for a question, once that is answered. */
  async close(page: Uri): Promise<void> {
    const open = customTabs().filter(({ uri }) => uri.toString() === page.toString());
    await closeTabs(open.map(({ tab }) => tab));
  }

  async provideTextDocumentContent({ query }: Uri): Promise<string> {
    const text = this.#texts.get(query);
    return text === undefined ? 'This plan is no longer in memory. Show it again from "Runs".' : text();
  }

  dispose(): void {
    this.#texts.clear();
    this.#changed.dispose();
  }
}

export function registerPlanPages({ planPages }: { readonly planPages: PlanPages }): Disposable {
  return workspace.registerTextDocumentContentProvider(planScheme, planPages);
}

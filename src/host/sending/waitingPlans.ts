import type { Disposable, Uri } from 'vscode';
import { commands, window } from 'vscode';
import { waitingPlansKey } from '../contributions';
import { customTabs } from '../documents/pages/customTabs';

/** Plans whose pages are read before they are confirmed. A plan waits until its user continues, or closes its page. */
export class WaitingPlans implements Disposable {
  readonly #waiting = new Map<string, (continues: boolean) => void>();
  readonly #tabs = window.tabGroups.onDidChangeTabs(({ closed }) => {
    if (closed.length > 0) this.#giveUpClosed();
  });

  /** Waits; true: the user continues. */
  async continues(page: Uri): Promise<boolean> {
    const key = page.toString();
    const answer = new Promise<boolean>((resolve) => {
      this.#waiting.get(key)?.(false);
      this.#waiting.set(key, resolve);
    });
    this.#publish();
    return answer;
  }

  /** Continues with the plan of a page; false: it is not waiting. */
  continue(page: Uri): boolean {
    return this.#end(page.toString(), true);
  }

  dispose(): void {
    this.#tabs.dispose();
    for (const key of [...this.#waiting.keys()]) this.#end(key, false);
  }

  /** A page that moves to another group is closed there and still open. */
  #giveUpClosed(): void {
    const open = new Set(customTabs().map(({ uri }) => uri.toString()));
    for (const key of [...this.#waiting.keys()]) if (!open.has(key)) this.#end(key, false);
  }

  #end(key: string, continues: boolean): boolean {
    const resolve = this.#waiting.get(key);
    if (resolve === undefined) return false;
    this.#waiting.delete(key);
    this.#publish();
    resolve(continues);
    return true;
  }

  /** The button in the title of the page is there for these. */
  #publish(): void {
    void commands.executeCommand('setContext', waitingPlansKey, [...this.#waiting.keys()]);
  }
}

import type { Disposable, Event, Uri } from 'vscode';
import { EventEmitter } from 'vscode';

/** Lines of extracts that are to be shown by the editor of extracts, until it has them. */
export class RevealRequests implements Disposable {
  readonly #lines = new Map<string, number>();
  readonly #requested = new EventEmitter<Uri>();

  /** Fired with the extract. */
  get onDidRequest(): Event<Uri> {
    return this.#requested.event;
  }

  /** @param line the physical line, from 1 */
  request(extract: Uri, line: number): void {
    this.#lines.set(extract.toString(), line);
    this.#requested.fire(extract);
  }

  lineOf(extract: Uri): number | undefined {
    return this.#lines.get(extract.toString());
  }

  /** The line is shown. */
  settle(extract: Uri): void {
    this.#lines.delete(extract.toString());
  }

  dispose(): void {
    this.#requested.dispose();
  }
}

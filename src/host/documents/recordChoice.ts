import type { Disposable, Event, Uri } from 'vscode';
import { EventEmitter } from 'vscode';

/** The current record of each extract, whose values are shown beside the rules. From 1; the first by default. */
export class RecordChoice implements Disposable {
  readonly #numbers = new Map<string, number>();
  readonly #changed = new EventEmitter<Uri>();

  /** Fired with the extract. */
  get onDidChange(): Event<Uri> {
    return this.#changed.event;
  }

  of(extract: Uri): number {
    return this.#numbers.get(extract.toString()) ?? 1;
  }

  choose(extract: Uri, record: number): void {
    if (record === this.of(extract)) return;
    this.#numbers.set(extract.toString(), record);
    this.#changed.fire(extract);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

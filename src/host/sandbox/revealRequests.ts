import type { Disposable, Event, Uri } from 'vscode';
import { EventEmitter } from 'vscode';
import type { RecordPlace } from '../../views/placeOfRow';

/** Records that the editor of extracts should show, until it has done so. */
export class RevealRequests implements Disposable {
  readonly #places = new Map<string, RecordPlace>();
  readonly #requested = new EventEmitter<Uri>();

  /** Fired with the extract. */
  get onDidRequest(): Event<Uri> {
    return this.#requested.event;
  }

  request(extract: Uri, place: RecordPlace): void {
    this.#places.set(extract.toString(), place);
    this.#requested.fire(extract);
  }

  placeIn(extract: Uri): RecordPlace | undefined {
    return this.#places.get(extract.toString());
  }

  /** The record has been shown. */
  settle(extract: Uri): void {
    this.#places.delete(extract.toString());
  }

  dispose(): void {
    this.#requested.dispose();
  }
}

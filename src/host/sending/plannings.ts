import type { Disposable, Event, Uri } from 'vscode';
import { EventEmitter } from 'vscode';

/** A plan that is being made, to be sent: nothing has left yet. */
export interface Planning {
  /** What is being done: `Reading the people`. */
  readonly words: string;
  /** Of the extract that is read, 0 to 1, where that is known. */
  readonly share?: number;
}

/** Plans in the making in this window, by their extract, so that their progress can be shown. */
export class Plannings implements Disposable {
  readonly #now = new Map<string, Planning & { readonly extract: Uri }>();
  readonly #changed = new EventEmitter<Uri>();

  /** Fired with the extract. */
  get onDidChange(): Event<Uri> {
    return this.#changed.event;
  }

  get all(): readonly (Planning & { readonly extract: Uri })[] {
    return [...this.#now.values()];
  }

  of(extract: Uri): Planning | undefined {
    return this.#now.get(extract.toString());
  }

  /** It begins, or gets on. */
  note(extract: Uri, words: string): void {
    this.#set(extract, { words });
  }

  /** So much of the extract is read. */
  noteShare(extract: Uri, share: number): void {
    const known = this.of(extract);
    // The plan may be there by now
    if (known !== undefined) this.#set(extract, { ...known, share });
  }

  end(extract: Uri): void {
    if (this.#now.delete(extract.toString())) this.#changed.fire(extract);
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #set(extract: Uri, planning: Planning): void {
    this.#now.set(extract.toString(), { ...planning, extract });
    this.#changed.fire(extract);
  }
}

/** `Reading the people, 34 %`. */
export function wordsOfPlanning({ words, share }: Planning): string {
  return share === undefined ? words : `${words}, ${Math.floor(share * 100)} %`;
}

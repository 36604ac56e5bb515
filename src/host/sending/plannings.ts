import type { Disposable, Event, Uri } from 'vscode';
import { EventEmitter } from 'vscode';

/** A plan in preparation: nothing has been sent yet. */
export interface Planning {
  /** The current step: `Reading the people`. */
  readonly words: string;
  /** The share of the extract that has been read, 0 to 1, if it is known. */
  readonly share?: number;
}

/** Plans in preparation in this window, by their extract, so that their progress can be shown. */
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

  /** It begins, or makes progress. */
  note(extract: Uri, words: string): void {
    this.#set(extract, { words });
  }

  /** This share of the extract has been read. */
  noteShare(extract: Uri, share: number): void {
    const known = this.of(extract);
    // The plan may be complete by now
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

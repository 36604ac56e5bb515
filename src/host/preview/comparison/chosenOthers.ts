import type { Event, Memento, Uri } from 'vscode';
import { EventEmitter } from 'vscode';

const KEY = 'entraInbound.comparedWith';

/** Number of extracts to remember; those compared longest ago are forgotten first. */
const MAX_EXTRACTS = 100;

/** Used in place of an address for what was last sent. */
export const LAST_SENT = 'last-sent';

type Kept = readonly (readonly [extract: string, other: string])[];

/** An extract whose comparison has changed. */
interface ChosenOther {
  readonly extract: string;
  /** Whether the user wants to see it at once. */
  readonly isShown: boolean;
}

/** All previews of a window share one store. */
const chosen = new EventEmitter<ChosenOther>();

/** The other side for the extracts of this workspace: the address of another extract, or {@link LAST_SENT}. */
export class ChosenOthers {
  readonly #memory: Memento;

  /** @param memory of the workspace */
  constructor(memory: Memento) {
    this.#memory = memory;
  }

  get onDidChoose(): Event<ChosenOther> {
    return chosen.event;
  }

  of(extract: Uri): string | undefined {
    return this.#all.find(([address]) => address === extract.toString())?.[1];
  }

  /** @param other `undefined`: no comparison any more */
  async keep(extract: Uri, other: string | undefined, isShown = false): Promise<void> {
    const others = this.#all.filter(([address]) => address !== extract.toString());
    const own = other === undefined ? [] : [[extract.toString(), other] as const];
    await this.#memory.update(KEY, [...own, ...others].slice(0, MAX_EXTRACTS));
    chosen.fire({ extract: extract.toString(), isShown });
  }

  get #all(): Kept {
    return this.#memory.get<Kept>(KEY, []);
  }
}

import type { Event, Memento, Uri } from 'vscode';
import { EventEmitter } from 'vscode';

const KEY = 'entraInbound.comparedWith';

/** Number of extracts to remember; those compared longest ago are forgotten first. */
const MAX_EXTRACTS = 100;

/** What stands for what was last sent, in the place of an address. */
export const LAST_SENT = 'last-sent';

type Kept = readonly (readonly [extract: string, other: string])[];

/** An extract that is compared with something else by now. */
interface ChosenOther {
  readonly extract: string;
  /** Whether somebody wants to see that at once. */
  readonly isShown: boolean;
}

/** All previews of a window remember in one place. */
const chosen = new EventEmitter<ChosenOther>();

/** What extracts of this workspace are compared with: the address of another one, or {@link LAST_SENT}. */
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

  /** @param other `undefined`: nothing any more */
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

import type { Memento, Uri } from 'vscode';

const KEY = 'entraInbound.comparedWith';

/** Extracts of which it is remembered; those that were compared longest ago are forgotten for new ones. */
const MAX_EXTRACTS = 100;

/** What stands for what was last sent, in the place of an address. */
export const LAST_SENT = 'last-sent';

type Kept = readonly (readonly [extract: string, other: string])[];

/** What extracts of this workspace are compared with: the address of another one, or {@link LAST_SENT}. */
export class ChosenOthers {
  readonly #memory: Memento;

  /** @param memory of the workspace */
  constructor(memory: Memento) {
    this.#memory = memory;
  }

  of(extract: Uri): string | undefined {
    return this.#all.find(([address]) => address === extract.toString())?.[1];
  }

  /** @param other left out: nothing any more */
  async keep(extract: Uri, other?: string): Promise<void> {
    const others = this.#all.filter(([address]) => address !== extract.toString());
    const own = other === undefined ? [] : [[extract.toString(), other] as const];
    await this.#memory.update(KEY, [...own, ...others].slice(0, MAX_EXTRACTS));
  }

  get #all(): Kept {
    return this.#memory.get<Kept>(KEY, []);
  }
}

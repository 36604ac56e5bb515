import type { ListShare } from '../../preview/pageLayout';
import { Splitter } from './splitter';

/** The room that lists share with what is beside or below them: the same for all tabs, so that nothing jumps between them. */
export class ListRoom {
  readonly #splitters: Splitter[] = [];
  readonly #onMove: (share: ListShare) => void;

  /** @param onMove called when the user has moved the bar of a list */
  constructor(onMove: (share: ListShare) => void) {
    this.#onMove = onMove;
  }

  /** Another bar, which moves with the others. */
  splitter(): Splitter {
    const splitter = new Splitter((share) => {
      this.place(share);
      this.#onMove(share);
    });
    this.#splitters.push(splitter);
    return splitter;
  }

  place(share: ListShare | undefined): void {
    if (share !== undefined) for (const splitter of this.#splitters) splitter.place(share);
  }
}

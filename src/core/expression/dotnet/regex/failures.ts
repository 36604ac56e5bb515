import { IntStack } from './intStack';
import type { Crossing } from './program';

/** 8 MiB of flags; a text and pattern that need more are matched without remembering. */
const MAX_FLAGS = 2 ** 26;

/**
 * Where the matcher has failed. A pattern without references always continues in the same way from the same crossing
 * and position, so the second time can be cut short. This keeps `^(a+)+$` from trying the exponentially many ways to
 * divide its text.
 */
export class Failures {
  readonly #flags: Int32Array;
  readonly #width: number;
  readonly #set = new IntStack();

  /** Undefined where remembering would take too much memory. */
  static create(textLength: number, crossingSlots: number): Failures | undefined {
    const flags = (textLength + 1) * crossingSlots;
    return flags > MAX_FLAGS || flags === 0 ? undefined : new Failures(flags, crossingSlots);
  }

  private constructor(flags: number, width: number) {
    this.#flags = new Int32Array((flags >>> 5) + 1);
    this.#width = width;
  }

  /** How many flags are set: what `forget` takes. */
  get size(): number {
    return this.#set.length;
  }

  /**
   * Notes the arrival at a crossing; false if the matcher has been there. The matcher explores everything that follows
   * a crossing before it can come back, so coming back means that it failed.
   */
  enter(crossing: Crossing, position: number, registers: Int32Array): boolean {
    let moved = 0;
    for (const mark of crossing.marks) if (registers[mark] !== position) moved++;
    const key = position * this.#width + crossing.slot + moved;
    const word = this.#flags[key >>> 5] ?? 0;
    const flag = 1 << (key & 31);
    if ((word & flag) !== 0) return false;
    this.#flags[key >>> 5] = word | flag;
    this.#set.push(key);
    return true;
  }

  /** Undoes what was noted after the first `size` flags: the successful path is part of it. */
  forget(size: number): void {
    while (this.#set.length > size) {
      const key = this.#set.pop();
      this.#flags[key >>> 5] = (this.#flags[key >>> 5] ?? 0) & ~(1 << (key & 31));
    }
  }
}

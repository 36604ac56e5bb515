import { IntStack } from './intStack';
import type { Balance, Capture } from './program';

/** The size of a capture in the history: start, end, and the place of the one before it. */
const RECORD = 3;
const NONE = -1;

/**
 * The captures of groups and the marks of repetitions, with a log to undo the changes of a failed path. For groups
 * whose captures a balancing group removes, it keeps all captures, not only the last.
 */
export class CaptureRegisters {
  readonly #values: Int32Array;
  /** The former values of registers, to be restored: register, value. */
  readonly #log = new IntStack();
  readonly #history = new IntStack();

  constructor(registers: number) {
    this.#values = new Int32Array(registers);
  }

  begin(): void {
    this.#values.fill(NONE);
  }

  end(): void {
    this.#log.clear();
    this.#history.clear();
  }

  get values(): Int32Array {
    return this.#values;
  }

  get logLength(): number {
    return this.#log.length;
  }

  read(register: number): number {
    return this.#values[register] ?? NONE;
  }

  write(register: number, value: number): void {
    this.#log.push(register);
    this.#log.push(this.read(register));
    this.#values[register] = value;
  }

  unwind(length: number): void {
    while (this.#log.length > length) {
      const value = this.#log.pop();
      this.#values[this.#log.pop()] = value;
    }
    if (length === 0) this.#history.length = 0;
  }

  /** Captures the text of a group between the position in its register and `position`. */
  capture({ slot, register, last }: Capture, position: number): void {
    const from = this.read(register);
    this.#put(slot, last, Math.min(from, position), Math.max(from, position));
  }

  /**
   * Removes the last capture of a group; false if it has none. The text between the two, or what both have in
   * common, is captured instead, if the group captures.
   * Source: .NET 8, `RegexRunner.TransferCapture`.
   */
  balance({ slot, register, last, taken, takenLast }: Balance, position: number): boolean {
    const start2 = this.read(2 * taken);
    const end2 = this.read(2 * taken + 1);
    if (start2 === NONE) return false;
    const from = this.read(register);
    let start = Math.min(from, position);
    let end = Math.max(from, position);
    if (start >= end2) {
      end = start;
      start = end2;
    } else if (end <= start2) start = start2;
    else {
      end = Math.min(end, end2);
      start = Math.max(start, start2);
    }
    this.#takeAway(taken, takenLast);
    if (slot !== NONE) this.#put(slot, last, start, end);
    return true;
  }

  #put(slot: number, last: number, start: number, end: number): void {
    if (last !== NONE) {
      const before = this.read(last);
      this.write(last, this.#history.length);
      this.#history.push(start);
      this.#history.push(end);
      this.#history.push(before);
    }
    this.write(2 * slot, start);
    this.write(2 * slot + 1, end);
  }

  #takeAway(slot: number, last: number): void {
    const before = this.#history.at(this.read(last) + RECORD - 1);
    this.write(last, before);
    this.write(2 * slot, before === NONE ? NONE : this.#history.at(before));
    this.write(2 * slot + 1, before === NONE ? NONE : this.#history.at(before + 1));
  }
}

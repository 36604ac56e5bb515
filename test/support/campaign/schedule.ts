import type { Fault } from './faults';
import { harmlessFaults, NO_FAULT, passingFaults, stoppingFaults } from './faults';

/** Faults one after another: quiet times, single faults and storms. */
export class Schedule {
  readonly #random: () => number;
  #isCalm = false;
  #storm: { readonly fault: Fault; left: number } | undefined;

  constructor(random: () => number) {
    this.#random = random;
  }

  calm(): void {
    this.#isCalm = true;
    this.#storm = undefined;
  }

  stir(): void {
    this.#isCalm = false;
  }

  next(): Fault {
    if (this.#isCalm) return NO_FAULT;
    if (this.#storm !== undefined && this.#storm.left-- > 0) return this.#storm.fault;
    this.#storm = undefined;
    const dice = this.#random();
    if (dice < 0.7) return NO_FAULT;
    if (dice < 0.78) return this.#one(harmlessFaults);
    if (dice < 0.94) return this.#one(passingFaults);
    if (dice < 0.97) return this.#one(stoppingFaults);
    this.#storm = { fault: this.#one(passingFaults), left: 1 + Math.floor(this.#random() * 8) };
    return this.#storm.fault;
  }

  #one(faults: readonly Fault[]): Fault {
    return faults[Math.floor(this.#random() * faults.length)] ?? NO_FAULT;
  }
}

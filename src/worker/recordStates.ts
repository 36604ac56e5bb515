import type { ShownOutcome } from '../core/provisioning/prediction/outcomes';
import { countPacked, outcomeOfCode } from '../preview/predictedOutcomes';
import { stateOfCode } from '../preview/runStates';
import type { ShownState } from '../preview/previewState';
import { SHOWN_STATES } from '../preview/previewState';

type Fate = Extract<ShownState, 'operation' | 'refused' | 'excluded'>;

/** As stored. A record without another outcome becomes an operation. */
const FATES: readonly Fate[] = ['operation', 'refused', 'excluded'];

/** For every record of an extract: its outcome, and its state in a run, in 2 bytes. */
export class RecordStates {
  #fates = new Uint8Array(4096);
  #run: Uint8Array = new Uint8Array();
  #outcomes: Uint8Array | undefined;

  /** @param number from 1 */
  note(number: number, fate: Exclude<Fate, 'operation'>): void {
    this.#reserve(number);
    this.#fates[number - 1] = FATES.indexOf(fate);
  }

  /** Stores the states of a run, as {@link packStates} gives them; none: nothing was sent. */
  follow(run: Uint8Array): void {
    this.#run = run;
  }

  /** Stores predictions, as {@link packOutcomes} gives them; `undefined`: there are none. */
  predict(outcomes: Uint8Array | undefined): void {
    this.#outcomes = outcomes;
  }

  predictedOf(number: number): ShownOutcome | undefined {
    return outcomeOfCode(this.#outcomes?.[number - 1] ?? 0);
  }

  /** The number of records for each prediction; `undefined` without predictions. */
  get outcomes(): ReturnType<typeof countPacked> | undefined {
    return this.#outcomes && countPacked(this.#outcomes);
  }

  of(number: number): ShownState {
    return shownState(this.#run[number - 1] ?? 0, this.#fates[number - 1] ?? 0);
  }

  /** The number of the first records in each state that occurs among them. */
  counts(records: number): readonly (readonly [ShownState, number])[] {
    // This runs several times a second while an extract is read: only numbers, and no call for each record
    const tally = new Uint32Array(256 * FATES.length);
    for (let index = 0; index < records; index++) {
      const place = (this.#run[index] ?? 0) * FATES.length + (this.#fates[index] ?? 0);
      tally[place] = (tally[place] ?? 0) + 1;
    }
    const counts = new Map<ShownState, number>();
    tally.forEach((count, place) => {
      const state = shownState(Math.floor(place / FATES.length), place % FATES.length);
      if (count > 0) counts.set(state, (counts.get(state) ?? 0) + count);
    });
    return SHOWN_STATES.flatMap((state) => {
      const count = counts.get(state);
      return count === undefined ? [] : [[state, count] as const];
    });
  }

  #reserve(number: number): void {
    if (number <= this.#fates.length) return;
    const length = Math.max(number, this.#fates.length * 2);
    const fates = new Uint8Array(length);
    fates.set(this.#fates);
    this.#fates = fates;
  }
}

function shownState(run: number, fate: number): ShownState {
  return stateOfCode(run) ?? FATES[fate] ?? 'operation';
}

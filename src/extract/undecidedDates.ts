import type { SampledRecord } from '../core/guess/columnFacts';
import { meaningsOf } from '../core/guess/headers/headerMeaning';
import { guessDateFormats } from '../core/profile/dateFormats';

/** Maximum number of different dates to keep per column: all days of two centuries. */
const MAX_DATES = 75_000;

/** The number of records between two checks of whether the dates are decided. */
const STEP = 5000;

/** A column whose dates can be read with the day first or the month first. */
interface Open {
  readonly index: number;
  readonly seen: Set<string>;
  readonly later: Set<string>;
}

/** Date columns whose sample does not distinguish day from month, and their values in the records after it. */
export class UndecidedDates {
  readonly #columns: readonly Open[];
  #open: readonly Open[];
  #records = 0;

  constructor(columns: readonly string[], rows: readonly SampledRecord[]) {
    this.#columns = columns.flatMap((column, index) => {
      const names = meaningsOf(column);
      if (!names.has('hireDate') && !names.has('leaveDate')) return [];
      return [{ index, seen: new Set(rows.map(({ cells }) => cells[index]?.trim() ?? '')), later: new Set<string>() }];
    });
    this.#open = this.#columns.filter(isOpen);
  }

  get areDecided(): boolean {
    return this.#open.length === 0;
  }

  add(cells: readonly string[]): void {
    for (const { index, seen, later } of this.#open) {
      const value = cells[index]?.trim() ?? '';
      if (value !== '' && !seen.has(value) && later.size < MAX_DATES) later.add(value);
    }
    this.#records++;
    if (this.#records % STEP === 0) this.#open = this.#open.filter(isOpen);
  }

  /** Values of a column after the sample, by its index in the header. */
  later(index: number): readonly string[] {
    const column = this.#columns.find((each) => each.index === index);
    return column === undefined ? [] : [...column.later];
  }
}

function isOpen({ seen, later }: Open): boolean {
  return guessDateFormats([...seen, ...later]).some(({ orElse }) => orElse !== undefined);
}

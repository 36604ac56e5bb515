import type { DateTime } from '../instant';
import { toFields } from '../instant';
import { dayExists } from '../calendar';
import type { TerminalState } from './dateStates';
import type { DateSuffix } from './dateWords';

/** Completes a year of two digits: 00 to 49 are in this century. Source: .NET 8, "TwoDigitYearMax default is 2049". */
export function fullYear(year: number): number {
  if (year >= 100) return year;
  return year + (year < 50 ? 2000 : 1900);
}

/** The parts of a date and a time that have been read. Methods return `false` when the text is not a date. */
export class DateResult {
  /** The numbers after the last complete date or time. */
  numbers: number[] = [];
  /** From names, and from numbers that can only be years. */
  year: number | undefined;
  month: number | undefined;
  weekday: number | undefined;
  half: 'AM' | 'PM' | undefined;
  /** The fraction of the second. */
  fraction = 0;
  /** The offset in the text, in minutes east of UTC. */
  offset: number | undefined;
  readonly fields: Partial<Record<DateSuffix, number>> = {};
  readonly #suffixed = new Set<DateSuffix>();
  readonly #now: DateTime | undefined;
  #hasDate = false;
  #hasTime = false;

  constructor(now: DateTime | undefined) {
    this.#now = now;
  }

  get hasNoDay(): boolean {
    const { year, month, day } = this.fields;
    return year === undefined && month === undefined && day === undefined;
  }

  /** A number with 年, 月 or the like after it. */
  setSuffixed(suffix: DateSuffix, value: number): boolean {
    if (this.#suffixed.has(suffix)) return false;
    this.#suffixed.add(suffix);
    this.fields[suffix] = value;
    if (suffix === 'year') this.year = value;
    if (suffix === 'month') this.month = value;
    return true;
  }

  /** Assigns the numbers to the fields. The order of the invariant culture is month, day, year. */
  complete(state: TerminalState): boolean {
    const isDone = state.startsWith('TX') ? this.#time(state) : this.#date(state);
    this.numbers = [];
    return isDone;
  }

  #time(state: TerminalState): boolean {
    if (state === 'TX_TS') return true;
    const [hour = 0, minute = 0, second = 0] = this.numbers;
    if (this.#hasTime || (state === 'TX_N' && this.half === undefined)) return false;
    this.#hasTime = true;
    this.fields.hour = hour;
    if (state !== 'TX_N') this.fields.minute = minute;
    if (state === 'TX_NNN') this.fields.second = second;
    return true;
  }

  #date(state: TerminalState): boolean {
    if (state === 'DX_DS') return true;
    if (state === 'DX_DSN' || state === 'DX_NDS' || state === 'DX_NNDS') return this.#besideSuffixes(state);
    if (this.#hasDate) return false;
    const [first = 0, second = 0, third = 0] = this.numbers;
    const { year = -1, month = -1 } = this;
    switch (state) {
      case 'DX_NN':
        return this.#take(this.#thisYear, first, second);
      case 'DX_NNN':
        return this.#take(fullYear(third), first, second);
      case 'DX_MNN':
        return this.#take(fullYear(second), month, first) || this.#take(fullYear(first), month, second);
      case 'DX_YNN':
      case 'DX_NNY':
        return this.#take(year, first, second);
      case 'DX_YMN':
        return this.#take(year, month, first);
      case 'DX_YN':
        return this.#take(year, first, 1);
      case 'DX_YM':
        return this.#take(year, month, 1);
      case 'DX_MN':
        return this.#put(this.#thisYear, month, first);
      default:
        // A number before a month is a year: .NET reads "13 Sep" as September 2013
        return this.#put(fullYear(first), month, 1);
    }
  }

  #besideSuffixes(state: TerminalState): boolean {
    const [first = 0, second = 0] = this.numbers;
    const { fields } = this;
    if (state === 'DX_DSN') {
      if (this.numbers.length !== 1 || fields.day !== undefined) return false;
      fields.day = first;
      return true;
    }
    if (state === 'DX_NDS') {
      if (fields.month === undefined || fields.year !== undefined) return false;
      Object.assign(fields, { year: fullYear(first), day: 1 });
      return true;
    }
    const has = (suffix: DateSuffix) => this.#suffixed.has(suffix);
    if (has('day') || has('year') === has('month')) return false;
    return has('year')
      ? this.#put(fullYear(this.year ?? 0), first, second)
      : this.#put(fullYear(second), fields.month ?? 0, first);
  }

  /** Without a clock there is no default year. */
  get #thisYear(): number {
    return this.#now === undefined ? -1 : toFields(this.#now).year;
  }

  #take(year: number, month: number, day: number): boolean {
    this.#hasDate = this.#put(year, month, day);
    return this.#hasDate;
  }

  #put(year: number, month: number, day: number): boolean {
    if (!dayExists({ year, month, day })) return false;
    Object.assign(this.fields, { year, month, day });
    return true;
  }
}

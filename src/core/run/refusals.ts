import type { Listed } from '../problems/listed';
import { ListedBuilder } from '../problems/listed';
import type { RecordProblem } from '../problems/problem';

/** Why a record is refused, without the record's position and value. */
type Reason = Omit<RecordProblem, 'record' | 'line' | 'value'>;

/**
 * Why records are refused. Millions may be refused for the same few reasons, so each reason is stored once and each
 * record refers to a list of reasons. Plain data that can be copied to another thread.
 */
export interface Refusals {
  /** The first problems, with their values. */
  readonly first: Listed<RecordProblem>;
  readonly reasons: readonly Reason[];
  /**
   * By record index, the position of its list plus one; 0 if the record is not refused. May be shorter than the number
   * of records.
   */
  readonly places: Uint32Array;
  /** The lists, back to back: the number of reasons, then the indexes of the reasons. */
  readonly lists: Uint32Array;
}

export const NO_REFUSALS: Refusals = {
  first: { items: [], more: 0 },
  reasons: [],
  places: new Uint32Array(),
  lists: new Uint32Array(),
};

/** The problems of the record at an index from 0, without values. */
export function problemsOfRecord(
  { reasons, places, lists }: Refusals,
  index: number,
  line: number,
): readonly RecordProblem[] {
  const place = places[index] ?? 0;
  if (place === 0) return [];
  const own = lists.subarray(place, place + (lists[place - 1] ?? 0));
  return Array.from(own, (number) => reasons[number])
    .filter((reason) => reason !== undefined)
    .map((reason) => ({ ...reason, record: index + 1, line }));
}

/** Maximum number of shared lists; after that, each record gets its own. */
const MAX_SHARED_LISTS = 4096;

/** Collects why records are refused, in any order. */
export class RefusalsBuilder {
  readonly #first = new ListedBuilder<RecordProblem>();
  readonly #reasons: Reason[] = [];
  readonly #known = new Map<string, number>();
  readonly #shared = new Map<string, number>();
  #places = new Uint32Array(0);
  #lists = new Uint32Array(1024);
  #length = 0;

  /** @param index the record's index, from 0 */
  add(index: number, problems: readonly RecordProblem[]): void {
    for (const problem of problems) this.#first.add(problem);
    const numbers = problems.map((problem) => this.#numberOf(problem));
    const key = numbers.join();
    const place = this.#shared.get(key) ?? this.#keep(numbers);
    if (this.#shared.size < MAX_SHARED_LISTS) this.#shared.set(key, place);
    if (index >= this.#places.length) this.#places = longer(this.#places, index + 1);
    this.#places[index] = place;
  }

  finish(): Refusals {
    return {
      first: this.#first.listed,
      reasons: this.#reasons,
      places: this.#places,
      lists: this.#lists.slice(0, this.#length),
    };
  }

  #numberOf(problem: RecordProblem): number {
    const { record: _record, line: _line, value: _value, ...reason } = problem;
    const { code, severity, column = '', path = '', rule, message } = reason;
    const key = [code, severity, column, path, rule?.start ?? '', message].join('\0');
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const number = this.#reasons.push(reason) - 1;
    this.#known.set(key, number);
    return number;
  }

  #keep(numbers: readonly number[]): number {
    const needed = this.#length + 1 + numbers.length;
    if (needed > this.#lists.length) this.#lists = longer(this.#lists, needed);
    this.#lists[this.#length] = numbers.length;
    this.#lists.set(numbers, this.#length + 1);
    const place = this.#length + 1;
    this.#length = needed;
    return place;
  }
}

function longer(numbers: Uint32Array<ArrayBuffer>, needed: number): Uint32Array<ArrayBuffer> {
  const grown = new Uint32Array(Math.max(needed, numbers.length * 2, 1024));
  grown.set(numbers);
  return grown;
}

import type { RecordAccount, RunAccount } from './runAccount';
import type { OutcomeGroup } from './outcomeGroups';
import { inOrder, outcomeGroups } from './outcomeGroups';
import type { OutcomeKey } from './outcomeKey';

/** Those of an outcome who share a cause. */
export interface CauseGroup {
  /** Unique within its outcome. */
  readonly key: string;
  readonly count: number;
  /** One of them, who says what it is. */
  readonly example: RecordAccount;
}

/** Whom a list of people is of: an outcome, or a cause of it. */
export interface GroupPlace {
  readonly outcome: OutcomeKey;
  readonly cause?: string;
}

/**
 * The people of an account by outcome and cause, as indexes: nobody's account is made before somebody looks. Each outcome is gone
 * through once, with the first question about its people.
 */
export class AccountGroups {
  readonly #account: RunAccount;
  /** Indexes of those who are shown, in the order of the extract; all when left out. */
  readonly #shown: readonly number[] | undefined;
  #byOutcome: ReadonlyMap<OutcomeKey, readonly number[]> | undefined;
  readonly #byCause = new Map<OutcomeKey, ReadonlyMap<string, readonly number[]>>();

  constructor(account: RunAccount, shown?: readonly number[]) {
    this.#account = account;
    this.#shown = shown;
  }

  /** Those that hold somebody, in the order of reading. */
  get outcomes(): readonly OutcomeGroup[] {
    const { counts, records } = this.#account;
    if (this.#shown === undefined) return outcomeGroups(counts, records.leftOut);
    return inOrder((key) => this.#indexesOf({ outcome: key }).length);
  }

  /** The largest first; of the same size, those who come first in the extract. */
  causes(outcome: OutcomeKey): readonly CauseGroup[] {
    const { records } = this.#account;
    return [...this.#causesOf(outcome)]
      .flatMap(([key, [first = -1, ...others]]) => {
        const example = records.at(first);
        return example === undefined ? [] : [{ key, count: others.length + 1, example }];
      })
      .sort((left, right) => right.count - left.count);
  }

  /** The first people of a group, in the order of the extract. */
  people(place: GroupPlace, count: number): readonly RecordAccount[] {
    const { records } = this.#account;
    return this.#indexesOf(place)
      .slice(0, count)
      .flatMap((index) => records.at(index) ?? []);
  }

  size(place: GroupPlace): number {
    return this.#indexesOf(place).length;
  }

  /** How many come before the record at an index in a group; -1 where it is not in it. */
  position(place: GroupPlace, index: number): number {
    return this.#indexesOf(place).indexOf(index);
  }

  #indexesOf({ outcome, cause }: GroupPlace): readonly number[] {
    if (cause !== undefined) return this.#causesOf(outcome).get(cause) ?? [];
    this.#byOutcome ??= grouped(this.#all(), (index) => this.#account.records.outcomeAt(index));
    return this.#byOutcome.get(outcome) ?? [];
  }

  #causesOf(outcome: OutcomeKey): ReadonlyMap<string, readonly number[]> {
    const known = this.#byCause.get(outcome);
    if (known !== undefined) return known;
    const found = grouped(this.#indexesOf({ outcome }), (index) => this.#account.records.causeKeyAt(index));
    this.#byCause.set(outcome, found);
    return found;
  }

  *#all(): Generator<number> {
    if (this.#shown !== undefined) yield* this.#shown;
    else for (let index = 0; index < this.#account.records.length; index++) yield index;
  }
}

function grouped<Key>(indexes: Iterable<number>, keyOf: (index: number) => Key): ReadonlyMap<Key, readonly number[]> {
  const groups = new Map<Key, number[]>();
  for (const index of indexes) {
    const key = keyOf(index);
    const own = groups.get(key);
    if (own === undefined) groups.set(key, [index]);
    else own.push(index);
  }
  return groups;
}

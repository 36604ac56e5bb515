import type { RecordAccount, RunAccount } from './runAccount';
import type { OutcomeGroup } from './outcomeGroups';
import { inOrder, outcomeGroups } from './outcomeGroups';
import type { OutcomeKey } from './outcomeKey';

/** People of an outcome who share a cause. */
export interface CauseGroup {
  /** Unique within its outcome. */
  readonly key: string;
  readonly count: number;
  /** A representative of the group. */
  readonly example: RecordAccount;
}

/** Identifies a group of people: an outcome, or one of its causes. */
export interface GroupPlace {
  readonly outcome: OutcomeKey;
  readonly cause?: string;
}

/**
 * The people of an account by outcome and cause, as indexes: a person's account is built only on demand. Each outcome
 * is computed once, when its people are first requested.
 */
export class AccountGroups {
  readonly #account: RunAccount;
  /** Indexes of the shown people, in the order of the extract; default: all. */
  readonly #shown: readonly number[] | undefined;
  #byOutcome: ReadonlyMap<OutcomeKey, readonly number[]> | undefined;
  readonly #byCause = new Map<OutcomeKey, ReadonlyMap<string, readonly number[]>>();

  constructor(account: RunAccount, shown?: readonly number[]) {
    this.#account = account;
    this.#shown = shown;
  }

  /** The non-empty groups, in reading order. */
  get outcomes(): readonly OutcomeGroup[] {
    const { counts, records } = this.#account;
    if (this.#shown === undefined) return outcomeGroups(counts, records.leftOut);
    return inOrder((key) => this.#indexesOf({ outcome: key }).length);
  }

  /** The causes of an outcome, the largest first; causes of the same size in the order of the extract. */
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

  /** The position of a record in a group; -1 if it is not in it. */
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

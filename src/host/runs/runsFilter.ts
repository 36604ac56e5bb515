import { setImmediate } from 'node:timers/promises';
import { searchAccount, searchWords } from '../../core/run/account/searchAccount';
import type { RunAccount } from '../../core/run/account/runAccount';

/** Number of records that are searched before others get their turn. */
const SLICE = 2_000;

/** The people of each run that match a text; each account is searched once. */
export class RunsFilter {
  readonly text: string;
  readonly #words: readonly string[];
  readonly #found = new WeakMap<RunAccount, readonly number[]>();

  constructor(text: string) {
    this.text = text;
    this.#words = searchWords(text);
  }

  /** The indexes of the matching people; nobody in an account that has not been searched yet. */
  found(account: RunAccount): readonly number[] {
    return this.#found.get(account) ?? NOBODY;
  }

  async search(account: RunAccount): Promise<void> {
    if (this.#found.has(account)) return;
    const { records } = account;
    const found: number[] = [];
    for (let from = 0; from < records.length; from += SLICE) {
      found.push(...searchAccount(records, this.#words, from, from + SLICE));
      await setImmediate();
    }
    this.#found.set(account, found);
  }
}

const NOBODY: readonly number[] = [];

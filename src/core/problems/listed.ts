import type { Problem } from './problem';

/**
 * Nobody reads more problems than this, and one wrong column gives a problem for every record. The total count stays
 * exact.
 */
export const MAX_LISTED = 1000;

/** The first of many, and how many more there are. */
export interface Listed<Item> {
  readonly items: readonly Item[];
  readonly more: number;
}

const GRAVITY: Readonly<Record<Problem['severity'], number>> = { error: 1, warning: 2, information: 3 };

/** The most severe of a list; among these the first, in the order of the list. */
export function listed<Item extends Pick<Problem, 'severity'>>(all: readonly Item[], limit = MAX_LISTED): Listed<Item> {
  if (all.length <= limit) return { items: all, more: 0 };
  const gravest = all
    .map((item, index) => ({ index, gravity: GRAVITY[item.severity] }))
    .sort((a, b) => a.gravity - b.gravity || a.index - b.index)
    .slice(0, limit);
  const kept = new Set(gravest.map(({ index }) => index));
  return { items: all.filter((_, index) => kept.has(index)), more: all.length - limit };
}

/** Takes problems one by one and keeps only what is listed. */
export class ListedBuilder<Item> {
  readonly #items: Item[] = [];
  #more = 0;

  add(item: Item): void {
    if (this.#items.length < MAX_LISTED) this.#items.push(item);
    else this.#more++;
  }

  /** The current state. */
  get listed(): Listed<Item> {
    return { items: [...this.#items], more: this.#more };
  }
}

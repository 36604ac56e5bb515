import type { Problem } from './problem';

/**
 * Maximum number of problems that are kept: nobody reads more, and one wrong column causes a problem in every record.
 * The total count remains exact.
 */
export const MAX_LISTED = 1000;

/** The first of many items, and the number of the others. */
export interface Listed<Item> {
  readonly items: readonly Item[];
  readonly more: number;
}

const GRAVITY: Readonly<Record<Problem['severity'], number>> = { error: 1, warning: 2, information: 3 };

/** Keeps the most severe items of a list, and of equally severe ones the first, in list order. */
export function listed<Item extends Pick<Problem, 'severity'>>(all: readonly Item[], limit = MAX_LISTED): Listed<Item> {
  if (all.length <= limit) return { items: all, more: 0 };
  const gravest = all
    .map((item, index) => ({ index, gravity: GRAVITY[item.severity] }))
    .sort((a, b) => a.gravity - b.gravity || a.index - b.index)
    .slice(0, limit);
  const kept = new Set(gravest.map(({ index }) => index));
  return { items: all.filter((_, index) => kept.has(index)), more: all.length - limit };
}

/** Takes items one at a time and keeps the first {@link MAX_LISTED}. */
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

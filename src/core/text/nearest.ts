/**
 * The candidate that `word` probably means: it differs only in case, or in at most a third of its letters.
 * `undefined` if none is close enough.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const lower = word.toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    const distance = editDistance(lower, candidate.toLowerCase(), bestDistance);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** Maximum number of comparisons for one text. With more names, only the first get a suggestion. */
const COMPARED = 200_000;

/** Like {@link nearest}, for many words and the same candidates: each word is looked up once, within a limit. */
export class NearestNames {
  readonly #candidates: readonly string[];
  readonly #found = new Map<string, string | undefined>();

  constructor(candidates: readonly string[]) {
    this.#candidates = candidates;
  }

  of(word: string): string | undefined {
    if (!this.#found.has(word)) {
      const isBeyond = this.#found.size > 0 && this.#found.size * this.#candidates.length >= COMPARED;
      if (isBeyond) return undefined;
      this.#found.set(word, nearest(word, this.#candidates));
    }
    return this.#found.get(word);
  }
}

/**
 * The number of letters to insert, delete, replace or swap with a neighbour to turn one text into the other; `limit` if
 * it is at least that.
 */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  let least = 0;
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    const leastBefore = least;
    least = i;
    for (let j = 1; j <= b.length; j++) {
      const isSame = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      const replaced = (row[j - 1] ?? 0) + (isSame ? 0 : 1);
      const isExchanged =
        i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      const exchanged = isExchanged ? (before[j - 2] ?? 0) + 1 : Infinity;
      const distance = Math.min(replaced, exchanged, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
      next.push(distance);
      if (distance < least) least = distance;
    }
    // A swap refers to the row before the previous one; the minimum of two rows never decreases
    if (least >= limit && leastBefore >= limit) return limit;
    [before, row] = [row, next];
  }
  return Math.min(limit, row[b.length] ?? limit);
}

/**
 * The candidate that was probably meant by `word`: equal but for case, or at most a third of its letters away.
 * `undefined` when none is near enough to be offered.
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

/** Pairs of words that are compared for one text. With more names than this allows, the first of them get an offer. */
const COMPARED = 200_000;

/** {@link nearest} for many words and the same candidates: each word is looked for once, and not without end. */
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

/** Letters to insert, delete or replace to get from one text to the other; `limit` when it is not less. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  let next = [...row];
  for (let i = 1; i <= a.length; i++) {
    const unit = a.charCodeAt(i - 1);
    let left = i;
    let least = i;
    next[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (unit === b.charCodeAt(j - 1) ? 0 : 1);
      left = Math.min(replaced, (row[j] ?? 0) + 1, left + 1);
      next[j] = left;
      if (left < least) least = left;
    }
    // Distances never fall from row to row
    if (least >= limit) return limit;
    [row, next] = [next, row];
  }
  return Math.min(limit, row[b.length] ?? limit);
}

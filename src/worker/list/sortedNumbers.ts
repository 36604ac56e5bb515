import { setImmediate } from 'node:timers/promises';

/** Number of numbers that are sorted at once, before others get a turn. */
const RUN = 4096;

/** Number of numbers that are merged before others get a turn: some milliseconds. */
const AT_ONCE = 50_000;

/** How a sort reports its progress and is cancelled. */
export interface Sorting {
  /** Below 0 when the first number comes before the second; equal ones stay in their order. */
  readonly compare: (one: number, other: number) => number;
  readonly isGivenUp: () => boolean;
  /** @param share of the work done, 0 to 1 */
  readonly onProgress: (share: number) => void;
}

/** The numbers in order, sorted in turns, so that millions do not block others; `undefined` after it is cancelled. */
export async function sortedNumbers(
  numbers: Uint32Array,
  { compare, isGivenUp, onProgress }: Sorting,
): Promise<Uint32Array | undefined> {
  const passes = 1 + Math.max(0, Math.ceil(Math.log2(numbers.length / RUN)));
  let source = numbers.slice();
  for (let start = 0; start < source.length; start += RUN) {
    source.subarray(start, start + RUN).sort(compare);
    if (start % (RUN * 8) !== 0) continue;
    onProgress(start / source.length / passes);
    await setImmediate();
    if (isGivenUp()) return undefined;
  }
  let target = new Uint32Array(source.length);
  let pass = 1;
  for (let width = RUN; width < source.length; width *= 2, pass++) {
    let done = 0;
    for (let start = 0; start < source.length; start += 2 * width)
      for (const merged of merging(source, target, { start, width, compare })) {
        done += merged;
        onProgress((pass + done / source.length) / passes);
        await setImmediate();
        if (isGivenUp()) return undefined;
      }
    [source, target] = [target, source];
  }
  return source;
}

interface Merge {
  readonly start: number;
  readonly width: number;
  readonly compare: Sorting['compare'];
}

/** Merges two neighbouring sorted stretches, and reports now and then how many numbers have been merged since the last report. */
function* merging(
  source: Uint32Array,
  target: Uint32Array,
  { start, width, compare }: Merge,
): Generator<number, void, undefined> {
  const middle = Math.min(start + width, source.length);
  const end = Math.min(start + 2 * width, source.length);
  let [left, right] = [start, middle];
  for (let place = start; place < end; place++) {
    const first = source[left] ?? 0;
    const second = source[right] ?? 0;
    const takesFirst = left < middle && (right >= end || compare(first, second) <= 0);
    target[place] = takesFirst ? first : second;
    if (takesFirst) left++;
    else right++;
    if ((place - start) % AT_ONCE === AT_ONCE - 1) yield AT_ONCE;
  }
}

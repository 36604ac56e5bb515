/**
 * How much of a sweep is run: a property over many generated texts, a question at every place of a file, a long table.
 *
 * Files with such tests end in `.sweep.test.ts`. The project `unit` runs a slice of each, always the same one; `unit-slow` runs all of it.
 * vitest.config.mjs makes the difference, by the variables that are read here.
 */
const { ENTRA_INBOUND_RUNS: runs, ENTRA_INBOUND_SEED: seed } = process.env;
const most = runs === undefined ? Infinity : Number(runs);

/** What fast-check is to do for a property that is worth `count` runs; a slice has `share` of its size of them. */
export function sweepOf(count: number, share = 1): { readonly numRuns: number; readonly seed?: number } {
  return { numRuns: Math.min(count, Math.floor(most * share)), ...(seed === undefined ? {} : { seed: Number(seed) }) };
}

/** Every place from 0 to `end`, `step` apart; a slice has `share` of its size of them, spread over the text. */
export function placesUpTo(end: number, step = 1, share = 1): readonly number[] {
  return sliceOf(
    Array.from({ length: Math.floor(end / step) + 1 }, (_, index) => index * step),
    share,
  );
}

/** The rows of a table; a slice has `share` of its size of them, spread over the table, with the first and the last. */
export function sliceOf<Row>(rows: readonly Row[], share = 1): readonly Row[] {
  const count = Math.max(2, Math.floor(most * share));
  if (rows.length <= count) return rows;
  return Array.from(
    { length: count },
    (_, index) => rows[Math.round((index * (rows.length - 1)) / (count - 1))] as Row,
  );
}

import { defineConfig } from 'vitest/config';

/** The tests that mutation testing runs: those of the expression language, with few random runs, because it runs them often. */
export default defineConfig({
  test: {
    include: ['test/unit/expression/**/*.test.ts'],
    // They hold the engine to bounds of work with texts that take long by intent; a changed engine takes longer still
    exclude: ['**/regex/regexMeter.slow.test.ts', '**/regex/matcher.sweep.test.ts'],
    env: { ENTRA_INBOUND_RUNS: '60', ENTRA_INBOUND_SEED: '1' },
  },
});

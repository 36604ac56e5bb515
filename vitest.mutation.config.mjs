import { defineConfig } from 'vitest/config';
import { chosenPart } from './scripts/mutationParts.mjs';

const { tests, excludedTests = [], runs = 60 } = chosenPart();

/** The tests that mutation testing runs, with few random runs, because it runs them often. */
export default defineConfig({
  test: {
    include: [...tests],
    exclude: [...excludedTests],
    testTimeout: 60_000,
    env: { ENTRA_INBOUND_RUNS: String(runs), ENTRA_INBOUND_SEED: '1' },
  },
});

import { defineConfig } from 'vitest/config';
import { chosenPart } from './scripts/mutationParts.mjs';

const { tests, excludedTests = [] } = chosenPart();

/** The tests that mutation testing runs, with few random runs, because it runs them often. */
export default defineConfig({
  test: {
    include: [...tests],
    exclude: [...excludedTests],
    testTimeout: 60_000,
    env: { ENTRA_INBOUND_RUNS: '60', ENTRA_INBOUND_SEED: '1' },
  },
});

// Mutation testing: npm run mutation
import { chosenPart } from './scripts/mutationParts.mjs';

const { name, mutate, least, excludedMutations, ignoreStatic } = chosenPart();

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.mutation.config.mjs' },
  mutate: [...mutate],
  mutator: { excludedMutations: [...excludedMutations] },
  coverageAnalysis: 'perTest',
  // What acts when a module is loaded (tables, patterns) needs every test for each change
  ignoreStatic,
  // vitest checks no types, and whole folders of files need no comment about it
  disableTypeChecks: false,
  incremental: true,
  incrementalFile: `out/mutation/${name}.incremental.json`,
  concurrency: 2,
  timeoutMS: 10_000,
  reporters: ['clear-text', 'json', 'progress-append-only'],
  clearTextReporter: { logTests: false, reportTests: false, reportMutants: false, allowColor: false },
  jsonReporter: { fileName: `out/mutation/${name}.json` },
  tempDirName: `out/stryker/${name}`,
  // What a run that was ended left behind, and what is made from the sources
  ignorePatterns: ['out', 'dist'],
  thresholds: { high: Math.min(100, least + 5), low: least, break: least },
};

// Mutation testing of the expression language: npm run mutation
/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.mutation.config.mjs' },
  mutate: ['src/core/expression/**/*.ts', '!src/core/expression/describeLanguage.ts'],
  // Words for people are looked at by people; the tests hold to codes, places and values
  mutator: { excludedMutations: ['StringLiteral'] },
  coverageAnalysis: 'perTest',
  // What acts when a module is loaded (tables, patterns) needs every test for each change: ask for it with --ignoreStatic false
  ignoreStatic: true,
  concurrency: 2,
  timeoutMS: 10_000,
  reporters: ['clear-text', 'json', 'progress-append-only'],
  clearTextReporter: { logTests: false, reportTests: false, reportMutants: false, allowColor: false },
  jsonReporter: { fileName: 'out/mutation.json' },
  tempDirName: 'out/stryker',
  thresholds: { high: 90, low: 85, break: 85 },
};

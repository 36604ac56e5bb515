/**
 * What is tested by changing the code: each part with its files, the tests that have to notice a change, and the least share of changes
 * that they notice. The build of releases breaks below it.
 * @typedef {object} MutationPart
 * @property {string} title
 * @property {readonly string[]} mutate
 * @property {readonly string[]} tests
 * @property {readonly string[]} [excludedTests]
 * @property {number} [runs] of each property over generated texts; 60 where left out
 * @property {number} least percent
 * @property {readonly string[]} excludedMutations
 * @property {boolean} ignoreStatic whether changes that act when a module is loaded are left out: each of them needs every test
 */

/** People review the texts for people; the tests check codes, places and values. */
const WORDS = ['StringLiteral'];

/** @type {Readonly<Record<string, MutationPart>>} */
export const mutationParts = {
  guards: {
    title: 'guards and their limits',
    mutate: ['src/core/guards/**/*.ts'],
    tests: ['test/unit/guards/**/*.test.ts'],
    least: 95,
    excludedMutations: WORDS,
    ignoreStatic: false,
  },
  hosts: {
    title: 'host pinning: where a token and a request may go',
    mutate: ['src/tenant/endpoint.ts', 'src/tenant/network/boundTransport.ts', 'src/tenant/signIn/bearerToken.ts'],
    tests: [
      'test/unit/tenant/endpoint.test.ts',
      'test/unit/tenant/confusingAddresses.test.ts',
      'test/unit/tenant/httpTenant.test.ts',
      'test/unit/tenant/signIn/**/*.test.ts',
    ],
    least: 95,
    excludedMutations: WORDS,
    ignoreStatic: false,
  },
  outcomes: {
    title: 'outcome classes, and what happens next',
    mutate: [
      'src/tenant/classify.ts',
      'src/tenant/backOff.ts',
      'src/tenant/sending/nextStep.ts',
      'src/tenant/sending/breaker.ts',
    ],
    tests: [
      'test/unit/tenant/classify.test.ts',
      'test/unit/tenant/answersInFull.test.ts',
      'test/unit/tenant/sending/nextStep.test.ts',
    ],
    least: 95,
    excludedMutations: WORDS,
    ignoreStatic: false,
  },
  journal: {
    title: 'what a journal says, and how it is read again',
    mutate: ['src/core/journal/**/*.ts'],
    tests: ['test/unit/journal/**/*.test.ts'],
    runs: 10,
    least: 95,
    excludedMutations: WORDS,
    ignoreStatic: false,
  },
  expressions: {
    title: 'the expression language',
    mutate: ['src/core/expression/**/*.ts', '!src/core/expression/describeLanguage.ts'],
    tests: ['test/unit/expression/**/*.test.ts'],
    // They hold the engine to bounds of work with texts that take long by intent; a changed engine takes longer still
    excludedTests: ['**/regex/regexMeter.slow.test.ts', '**/regex/matcher.sweep.test.ts'],
    least: 85,
    excludedMutations: WORDS,
    ignoreStatic: true,
  },
};

/** The part of this run, which `scripts/mutation.mjs` names; the first where a tool only reads the configuration. */
export function chosenPart() {
  const name = process.env.ENTRA_INBOUND_MUTATION ?? 'guards';
  return { name, ...mutationParts[name] };
}

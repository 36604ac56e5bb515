import { defineProblemKinds } from '../../problems/problemKind';

/** What can be wrong with `@empty(...)` and `@type(...)`. */
export const decoratorProblems = defineProblemKinds({
  unknown: {
    code: 'mapping.unknown-decorator',
    severity: 'error',
    blocking: true,
    title: 'Unknown decorator',
    explanation:
      'The decorators are @empty, which decides what happens to an empty value, and @type, the type of a custom attribute.',
    remedy: 'Correct the name, or remove the decorator.',
    authority: 'the language',
    example: { wrong: 'title = [JobTitle]  @blank(null)', right: 'title = [JobTitle]  @empty(null)' },
  },
  duplicate: {
    code: 'mapping.duplicate-decorator',
    severity: 'error',
    blocking: true,
    title: 'Duplicate decorator',
    explanation: 'A rule can have each decorator once; two could contradict each other.',
    remedy: 'Keep only one of them.',
    authority: 'the language',
    example: {
      wrong: 'title = [JobTitle]  @empty(null) @empty(omit)',
      right: 'title = [JobTitle]  @empty(null)',
    },
  },
  value: {
    code: 'mapping.decorator-value',
    severity: 'error',
    blocking: true,
    title: 'Decorator with a wrong value',
    explanation:
      '@empty takes omit, null, blank or error, and only error on externalId, userName and active: a record without one of them is never sent. @type names the type of an attribute of a custom schema; the types of standard attributes are fixed by RFC 7643.',
    remedy: 'Write one of the values that the message names, or remove the decorator.',
    authority: 'the language',
    example: { wrong: 'title = [JobTitle]  @empty(nothing)', right: 'title = [JobTitle]  @empty(null)' },
  },
});

import { defineProblemKinds } from '../../problems/problemKind';

/** What can be wrong with `@empty(...)` and `@type(...)`. */
export const decoratorProblems = defineProblemKinds({
  unknown: {
    code: 'mapping.unknown-decorator',
    severity: 'error',
    blocking: true,
    title: 'Unknown decorator',
    explanation:
      'There are two decorators: @empty says what an empty value becomes, @type what type a custom attribute has.',
    remedy: 'Correct the name, or remove the decorator.',
    authority: 'the language',
    example: { wrong: 'title = [JobTitle]  @blank(null)', right: 'title = [JobTitle]  @empty(null)' },
  },
  duplicate: {
    code: 'mapping.duplicate-decorator',
    severity: 'error',
    blocking: true,
    title: 'Decorator twice',
    explanation: 'A rule takes each decorator once; two could contradict each other.',
    remedy: 'Keep the one that is meant.',
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
      '@empty takes omit, null, blank or error, and only error on externalId, userName and active: a record without one of them is never sent. @type names the type of an attribute of a custom schema; the attributes of RFC 7643 have theirs.',
    remedy: 'Write one of the values that the message names, or remove the decorator.',
    authority: 'the language',
    example: { wrong: 'title = [JobTitle]  @empty(nothing)', right: 'title = [JobTitle]  @empty(null)' },
  },
});

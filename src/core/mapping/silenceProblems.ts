import { defineProblemKinds } from '../problems/problemKind';

/** What can be wrong with a comment that silences problems. */
export const silenceProblems = defineProblemKinds({
  unknownCode: {
    code: 'mapping.silence-unknown-code',
    severity: 'information',
    title: 'Comment that silences an unknown code',
    explanation: 'The comment names an unknown code, so it has no effect.',
    remedy: 'Copy the code from the message of the problem to silence.',
    authority: 'the language',
    example: {
      wrong: 'emails[type eq "home"].value = [Mail]  # ignore mapping.element-no-work',
      right: 'emails[type eq "home"].value = [Mail]  # ignore mapping.element-not-work',
    },
  },
  formerCode: {
    code: 'mapping.silence-former-code',
    severity: 'information',
    title: 'Comment with the former spelling of a code',
    explanation:
      'The code has been renamed. The comment still works, but the code is reported and documented under its new name.',
    remedy: 'Write the current code.',
    authority: 'the language',
    example: {
      wrong: 'title = [JobTitle]  # ignore value.tooLong',
      right: 'title = [JobTitle]  # ignore value.too-long',
    },
  },
  withoutEffect: {
    code: 'mapping.silence-without-effect',
    severity: 'information',
    title: 'Comment without effect',
    explanation:
      'There is no problem with that code on the line, or it is one that prevents the mapping from being used, which cannot be silenced.',
    remedy: 'Remove the code from the comment.',
    authority: 'the language',
    example: { wrong: 'title = [JobTitle]  # ignore mapping.element-not-work', right: 'title = [JobTitle]' },
  },
});

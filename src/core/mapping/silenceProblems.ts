import { defineProblemKinds } from '../problems/problemKind';

/** What can be wrong with a comment that silences problems. */
export const silenceProblems = defineProblemKinds({
  unknownCode: {
    code: 'mapping.silence-unknown-code',
    severity: 'information',
    title: 'Comment that silences an unknown code',
    explanation: 'The comment names a code that no problem has, so that it silences nothing.',
    remedy: 'Take the code from the message of the problem that is to be silenced.',
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
      'The code has been renamed since the comment was written. The comment still works, but the code is reported and documented under another name.',
    remedy: 'Write the code as it is reported today.',
    authority: 'the language',
    example: {
      wrong: 'title = [JobTitle]  # ignore value.tooLong',
      right: 'title = [JobTitle]  # ignore value.too-long',
    },
  },
  withoutEffect: {
    code: 'mapping.silence-without-effect',
    severity: 'information',
    title: 'Comment that silences nothing',
    explanation:
      'No problem with that code stands on the line, or it is one that keeps the mapping from being used, which cannot be silenced.',
    remedy: 'Remove the code from the comment.',
    authority: 'the language',
    example: { wrong: 'title = [JobTitle]  # ignore mapping.element-not-work', right: 'title = [JobTitle]' },
  },
});

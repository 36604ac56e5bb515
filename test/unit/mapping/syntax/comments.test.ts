import { describe, expect, it } from 'vitest';
import { findComments } from '../../../../src/core/mapping/syntax/comments';

/** The comments of a text; those that are alone on their line have a star in front. */
function comments(text: string): readonly string[] {
  return findComments(text).map(({ span, isAlone }) => (isAlone ? '*' : '') + text.slice(span.start, span.end));
}

describe('findComments', () => {
  it.each([
    ['none', 'title = [T]', []],
    ['alone and after a rule', '# one\ntitle = [T] # two', ['*# one', '# two']],
    ['after a brace, in a block, at its end', 'name { # a\n  # b\n} # c', ['# a', '*# b', '# c']],
    ['inside an open parenthesis', 'title = Join("-", # a\n  [A], # b\n  # c\n  [B])', ['# a', '# b', '*# c']],
    ['not in a text', 'title = "# no" # yes', ['# yes']],
    ['not after an escaped quote in a text', 'title = "\\"# no" # yes', ['# yes']],
    ['a text that is not closed holds the rest of its line', 'title = "# no\n# yes', ['*# yes']],
    ["not in a column's brackets", 'title = [Column #1] # yes', ['# yes']],
    ['not in nested brackets', 'title = [emails[type eq "#"].value] # yes', ['# yes']],
    ["not in a path's filter", 'emails[type eq "#work"].value = [M] # yes', ['# yes']],
    ['a comment with quotes and brackets in it', '# "a [b\ntitle = [T] # c', ['*# "a [b', '# c']],
    ['with a byte order mark and CR LF', '\uFEFF# a\r\n  # b\r\ntitle = [T]# c\r\n', ['*# a', '*# b', '# c']],
    ['at the end of the file', 'title = [T]\n#', ['*#']],
  ])('%s', (_, text, expected) => {
    expect(comments(text)).toEqual(expected);
  });
});

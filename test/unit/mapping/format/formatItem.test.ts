import { describe, expect, it } from 'vitest';
import { formatItems } from '../../../../src/core/mapping/format/formatItem';
import { parseMapping } from '../../../../src/core/mapping/syntax/parseMapping';

/** Each item on a line: its kind, its depth, what it says, and the comment after it. */
function items(text: string): readonly string[] {
  return formatItems(parseMapping(text)).map((item) => {
    const words =
      item.kind === 'entry' ? `${item.left} = ${[item.right, item.decorators].filter(Boolean).join(' | ')}` : item.text;
    const comment =
      item.comment === undefined ? '' : ` ~ ${text.slice(item.comment.span.start, item.comment.span.end)}`;
    return `${item.kind} ${item.depth} ${words}${comment}`;
  });
}

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

describe('the items of a mapping', () => {
  it.each<[string, readonly string[]]>([
    ['', []],
    ['title=[T]', ['entry 0 title = [T]']],
    ['TITLE=[T]@empty(  null )  @empty(x)', ['entry 0 title = [T] | @empty(null) @empty(x)']],
    ['title=[T] # why', ['entry 0 title = [T] ~ # why']],
    ['# a\n\n# b', ['comment 0 # a', 'comment 0 # b']],
    ['where  [A]="x"', ['statement 0 where [A] = "x"']],
    ['source csv{\nheader=2 # two\n}', ['open 0 source csv {', 'entry 1 header = 2 ~ # two', 'close 0 }']],
    [
      'name{ # who\n# in\nGIVENNAME=[G]\n} # end',
      ['open 0 name { ~ # who', 'comment 1 # in', 'entry 1 givenName = [G]', 'close 0 } ~ # end'],
    ],
    [
      `schema ${ENTERPRISE}{\nmanager{\nVALUE=[M]\n}\n}`,
      [`open 0 schema ${ENTERPRISE} {`, 'open 1 manager {', 'entry 2 value = [M]', 'close 1 }', 'close 0 }'],
    ],
    // A custom schema has no spelling
    ['schema urn:x:y{\nTITLE=[T]\n}', ['open 0 schema urn:x:y {', 'entry 1 TITLE = [T]', 'close 0 }']],
    ['name{givenName=[G]@empty(null)}', ['statement 0 name { givenName = [G]  @empty(null) }']],
    ['EMAILS[Type eq "work"].VALUE=[M]', ['entry 0 emails[type eq "work"].value = [M]']],
    ['emails[Display eq "Type eq "].VALUE=[M]', ['entry 0 emails[display eq "Type eq "].value = [M]']],
    [`${ENTERPRISE.toUpperCase()}:DEPARTMENT=[D]`, [`entry 0 ${ENTERPRISE}:department = [D]`]],
    ['urn:x:y:TITLE=[T]', ['entry 0 urn:x:y:TITLE = [T]']],
    [
      `schema ${ENTERPRISE.toLowerCase()}{\nDEPARTMENT=[D]\n}`,
      [`open 0 schema ${ENTERPRISE} {`, 'entry 1 department = [D]', 'close 0 }'],
    ],
    // What a line cannot hold stays as it is
    ['source csv { }', ['verbatim 0 source csv { }']],
    ['title = Join(,', ['verbatim 0 title = Join(,']],
    [
      'name{\ngivenName [G]\nfamilyName=[F]\n}',
      ['open 0 name {', 'verbatim 1 givenName [G]', 'entry 1 familyName = [F]', 'close 0 }'],
    ],
    ['title=[T]\n}', ['entry 0 title = [T]', 'verbatim 0 }']],
  ])('%j are %j', (text, expected) => {
    expect(items(text)).toEqual(expected);
  });

  it('are in the order of the text without overlap, and lose no word', () => {
    const text =
      '# a\nsource csv{\nheader=2\n}\nname{ # b\ngivenName [G]\n# c\nfamilyName=[F]\n}}\nwhere [A]="x" # d\ntitle=';
    const places = formatItems(parseMapping(text)).map(({ span, comment }) => ({
      start: span.start,
      end: comment?.span.end ?? span.end,
    }));
    let at = 0;
    for (const { start, end } of [...places, { start: text.length, end: text.length }]) {
      expect(text.slice(at, start).trim()).toBe('');
      expect(start).toBeGreaterThanOrEqual(at);
      at = end;
    }
  });
});

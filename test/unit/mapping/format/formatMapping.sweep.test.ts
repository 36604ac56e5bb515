import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findComments } from '../../../../src/core/mapping/syntax/comments';
import { formatMapping } from '../../../../src/core/mapping/format/formatMapping';
import { loadMapping } from '../../../../src/core/mapping/loadMapping';
import { parseMapping } from '../../../../src/core/mapping/syntax/parseMapping';
import { applyEdits } from '../../../../src/core/text/textEdit';
import { sweepOf } from '../../../support/sweep';

const contoso = readFileSync(new URL('../../../../samples/contoso/contoso.scimmap', import.meta.url), 'utf8');

function format(text: string): string {
  return applyEdits(text, formatMapping(parseMapping(text)));
}

/** What a mapping says, without where it says it. */
function meaning(text: string): unknown {
  const { model } = loadMapping(text);
  return JSON.parse(
    JSON.stringify({ ...model, rules: model.rules.map(({ rule: _, ...rest }) => rest) }, (key, value: unknown) =>
      /span$/i.test(key) ? undefined : value,
    ),
  );
}

describe('formatMapping', () => {
  it.each<[string, string, string]>([
    ['aligns "=" within a run', 'userName=[a]\ntitle =  [b]', 'userName = [a]\ntitle    = [b]\n'],
    ['starts another run after an empty line', 'userName=[a]\n\ntitle=[b]\n', 'userName = [a]\n\ntitle = [b]\n'],
    ['keeps a run together over a comment', 'userName=[a]\n# x\ntitle=[b]\n', 'userName = [a]\n# x\ntitle    = [b]\n'],
    [
      'indents blocks and puts one empty line around them',
      'title=[a]\nname{\nfamilyName=[b]\n      givenName=[c]\n}\nactive="True"',
      'title = [a]\n\nname {\n  familyName = [b]\n  givenName  = [c]\n}\n\nactive = "True"\n',
    ],
    [
      'takes away empty lines at the ends of a block, and leaves one of several',
      'name {\n\n  familyName = [b]\n\n\n\n  givenName = [c]\n\n}\n\n\n\n',
      'name {\n  familyName = [b]\n\n  givenName = [c]\n}\n',
    ],
    [
      'leaves comments with the block below them',
      'title=[a]\n# who\nname{\n# in\nfamilyName=[b]\n}\n# end',
      'title = [a]\n\n# who\nname {\n  # in\n  familyName = [b]\n}\n\n# end\n',
    ],
    [
      'spaces expressions, but never texts and columns',
      'title=Join( "a  ,b" ,[x  y],IIF([A]="1","2",[b]) )',
      'title = Join("a  ,b", [x  y], IIF([A] = "1", "2", [b]))\n',
    ],
    ['keeps arguments left out', 'active=Switch([s],,"a","True")', 'active = Switch([s], , "a", "True")\n'],
    [
      'keeps the line breaks of an expression',
      'active = Switch([s], ,\n"a", "True",\n     # those who left\n "b",   "False"\n)',
      'active = Switch([s], ,\n    "a", "True",\n    # those who left\n    "b", "False"\n  )\n',
    ],
    [
      'aligns decorators and comments',
      'title=[a] @empty( null )#one\nuserType  =  [bcd]   @empty(blank)  # two',
      'title    = [a]    @empty(null)   # one\nuserType = [bcd]  @empty(blank)  # two\n'.replace('# one', '#one'),
    ],
    [
      'writes names in their canonical case',
      'USERNAME=[a]\nName.FAMILYNAME=[b]',
      'userName        = [a]\nname.familyName = [b]\n',
    ],
    [
      'lets a very long path stick out',
      'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department=[a]\ntitle=[b]\nuserName=[c]',
      'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department = [a]\ntitle    = [b]\nuserName = [c]\n',
    ],
    ['keeps a block of one line', 'name{familyName=[b]}\ntitle=[a]', 'name { familyName = [b] }\ntitle = [a]\n'],
    [
      'spaces settings and conditions',
      'source csv{\nempty="a","b"\nkey=[x]\n}\nwhere  [a]<>"b"',
      'source csv {\n  empty = "a", "b"\n  key   = [x]\n}\n\nwhere [a] <> "b"\n',
    ],
    [
      'keeps a mistake as it is, and formats the rest',
      'title=[a]\nuserName =   Join(,\nactive="True"',
      'title = [a]\nuserName =   Join(,\nactive = "True"\n',
    ],
    [
      'keeps the line ends of the file',
      'title=[a]\r\nname{\r\nfamilyName=[b]\r\n}\r\n',
      'title = [a]\r\n\r\nname {\r\n  familyName = [b]\r\n}\r\n',
    ],
    ['keeps a byte order mark', '\uFEFFtitle=[a]', '\uFEFFtitle = [a]\n'],
    ['does nothing to an empty text', '', ''],
  ])('%s', (_, text, formatted) => {
    expect(format(text)).toBe(formatted);
    expect(format(formatted)).toBe(formatted);
  });

  it('leaves the sample as it is', () => {
    expect(formatMapping(parseMapping(contoso))).toEqual([]);
  });

  it('is idempotent, keeps meaning and comments, and loses nothing, also when spaces are changed, removed or cut off', () => {
    const anyText = fc
      .tuple(
        fc.array(fc.tuple(fc.nat(contoso.length), fc.constantFrom('', ' ', '\n', '#', '}', '{', '"', '(', '\t', ')')), {
          maxLength: 8,
        }),
        fc.boolean(),
      )
      .map(([changes, isInsertion]) =>
        changes.reduce(
          (text, [at, letter]) => text.slice(0, at) + letter + text.slice(at + (isInsertion ? 0 : 1)),
          contoso,
        ),
      );
    fc.assert(
      fc.property(anyText, (text) => {
        const formatted = format(text);
        expect(format(formatted)).toBe(formatted);
        expect(meaning(formatted)).toEqual(meaning(text));
        const words = (source: string) => source.replace(/[\s\uFEFF]/g, '').toLowerCase();
        expect(words(formatted)).toBe(words(text));
        expect(findComments(formatted)).toHaveLength(findComments(text).length);
      }),
      sweepOf(100),
    );
  }, 60_000);
});

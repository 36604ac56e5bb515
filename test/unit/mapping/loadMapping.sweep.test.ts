import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadMapping } from '../../../src/core/mapping/loadMapping';
import { problemLines } from '../../support/problemLines';
import { placesUpTo, sweepOf } from '../../support/sweep';

const NEEDED = 'externalId = [Id]\nuserName = [User]\nactive = [Active]\n';

/** Problems of a mapping that has its three needed rules on the first three lines. */
function problemsBelow(text: string, columns?: readonly string[]): readonly string[] {
  const whole = NEEDED + text;
  return problemLines(whole, loadMapping(whole, columns === undefined ? {} : { columns }).problems);
}

describe('problems of mappings', () => {
  it.each([
    ['a rule', 'title = [T]', []],
    ['a constant', 'userType = "Member"', []],
    ['groups and paths', 'name { givenName = [G] }\naddresses[type eq "work"] {\n  locality = [C]\n}', []],
    [
      'a schema block',
      'schema urn:ietf:params:scim:schemas:extension:contoso:1.0:User {\n  HireDate = [D] @type(DateTime)\n  badge.number = [B]\n}',
      [],
    ],
    ['an extension path', 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value = [M]', []],
    ['a rule over several lines', 'title = Switch([S], ,\n  "a", "b", # why\n  "c", "d"\n)', []],
    ['a comment after a rule', 'title = [T] # the job', []],
    ['a decorator', 'title = [T] @empty(null)', []],
    [
      'attributes named like statements',
      'schema urn:ietf:params:scim:schemas:extension:contoso:1.0:User {\n  where  = [W]\n  schema\t = [S]\n}',
      [],
    ],
    ['several conditions', 'where [A] <> "x"\nwhere IsNullOrEmpty([B])', []],

    ['a parenthesis left open costs one rule', 'title = ToLower([T]\nnickName = [N]', ['4:16 error expression.syntax']],
    ['a string ends on its line', 'title = "x\nnickName = [N]', ['4:9 error expression.syntax']],
    ['a bracket left open', 'title = [T\nnickName = [N]', ['4:9 error expression.syntax']],
    ['a missing expression', 'title =\nnickName = [N]', ['4:8 error expression.syntax']],
    ['two rules on a line', 'name { givenName = [G] familyName = [F] }', ['4:24 error expression.syntax']],
    ['a block left open', 'name {\n  givenName = [G]\nwhere [A] <> "x"', ['4:1 error mapping.syntax']],
    ['a source block left open', 'source csv {\n  delimiter = ";"\ntitle = [T]', ['4:1 error mapping.syntax']],
    ['a brace too many', '}', ['4:1 error mapping.syntax']],
    ['neither = nor {', 'title [T]', ['4:1 error mapping.syntax']],
    ['no URN', 'schema contoso {\n}', ['4:8 error mapping.syntax']],

    ['an unknown attribute', 'titel = [T]', ['4:1 error mapping.unknown-attribute']],
    ['an unknown sub-attribute', 'name.first = [F]', ['4:6 error mapping.unknown-attribute']],
    ['a complex attribute', 'name = [N]', ['4:1 error mapping.complex-attribute']],
    ['a list without an element', 'emails = [Mail]', ['4:1 error mapping.complex-attribute']],
    ['a filter on a single value', 'name[type eq "x"].givenName = [G]', ['4:5 error mapping.filter']],
    [
      'a filter that is not an equality',
      'emails[type ne "work"].value = [M]',
      ['4:1 warning mapping.element-not-work', '4:7 error mapping.syntax'],
    ],
    ['one level too deep', 'name { givenName.x = [G] }', ['4:18 error mapping.path-too-deep']],
    ['the same path twice', 'title = [T]\ntitle = [U]', ['5:1 error mapping.duplicate-path']],
    [
      'the same path by a group',
      'name { givenName = [G] }\nname.givenName = [H]',
      ['5:1 error mapping.duplicate-path'],
    ],
    ['an element that Entra ignores', 'emails[type eq "home"].value = [M]', ['4:1 warning mapping.element-not-work']],
    ['an element without type', 'emails.value = [M]', ['4:1 warning mapping.element-not-work']],
    ['password', 'password = [P]', ['4:1 warning mapping.attribute-without-effect']],
    ['a constant of the wrong type', 'roles[type eq "x"].primary = "yes"', ['4:30 error mapping.constant-type']],
    ['a function of the tenant', 'title = Append([T], DefaultDomain())', ['4:21 error mapping.needs-tenant']],
    ['a function of roles', 'title = SingleAppRoleAssignment([R])', ['4:9 error mapping.needs-tenant']],
    ['a function of chance', 'title = Guid()', []],
    ['an unknown decorator', 'title = [T] @nil(x)', ['4:14 error mapping.unknown-decorator']],
    ['a decorator twice', 'title = [T] @empty(null) @empty(omit)', ['4:26 error mapping.duplicate-decorator']],
    ['a wrong decorator value', 'title = [T] @empty(nil)', ['4:13 error mapping.decorator-value']],
    ['@type on a known attribute', 'title = [T] @type(String)', ['4:13 error mapping.decorator-value']],
    ['an unknown setting', 'source csv {\n  colour = "red"\n}', ['5:3 error mapping.unknown-setting']],
    ['a setting of the wrong kind', 'source csv {\n  header = "two"\n}', ['5:12 error mapping.setting-value']],
    ['a delimiter of two characters', 'source csv { delimiter = ";;" }', []],
    ['a quote of two characters', 'source csv { quote = "~!" }', []],
    ['an empty delimiter', 'source csv { delimiter = "" }', ['4:26 error mapping.setting-value']],
    ['another kind of source', 'source xml { }', ['4:8 error mapping.unknown-source']],
    ['two source blocks', 'source csv { }\nsource csv { }', ['5:1 error mapping.duplicate-source']],
  ])('%s', (_, text, expected) => {
    expect(problemsBelow(text)).toEqual(expected);
  });

  it('says which of the needed rules are missing, on the first line', () => {
    expect(problemLines('title = [T]', loadMapping('title = [T]').problems)).toEqual([
      '1:1 error mapping.missing-rule',
      '1:1 error mapping.missing-rule',
      '1:1 warning mapping.missing-rule',
    ]);
  });

  it('knows the columns only with an extract', () => {
    expect(problemsBelow('title = [JobTitel]', undefined)).toEqual([]);
    expect(problemsBelow('title = [JobTitel]', ['Id', 'User', 'Active', 'JobTitle'])).toEqual([
      '1:1 information mapping.unused-column',
      '4:9 error mapping.unknown-column',
    ]);
  });

  it('allows only @empty(error) on what a record needs', () => {
    const text = 'externalId = [Id] @empty(omit)\nuserName = [U]\nactive = [A] @empty(error)';
    expect(problemLines(text, loadMapping(text).problems)).toEqual(['1:19 error mapping.decorator-value']);
  });
});

describe('any text', () => {
  const sample = readFileSync(new URL('../../data/csv2scim/AttributeMapping.scimmap', import.meta.url), 'utf8');

  it('every prefix of a mapping loads, with problems inside the text', () => {
    for (const length of placesUpTo(sample.length)) expectSpansInside(sample.slice(0, length));
  });

  it('a mapping with any character taken out loads', () => {
    for (const at of placesUpTo(sample.length - 1)) expectSpansInside(sample.slice(0, at) + sample.slice(at + 1));
  });

  it('hostile pieces in any order load', () => {
    const pieces = fc.constantFrom(
      'source csv {',
      'where ',
      'schema urn:a:b {',
      '{',
      '}',
      '[',
      ']',
      '"',
      '@empty(',
      '(',
      ')',
      '=',
      ',',
      '#',
      '\n',
      ' ',
      'name',
      'a.b',
      'x[type eq "',
      '\uFEFF',
      '\\',
      '\u0000',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => expectSpansInside(parts.join(''))),
      sweepOf(500),
    );
  });
});

function expectSpansInside(text: string): void {
  for (const { span, code } of loadMapping(text).problems) {
    expect(span.start, code).toBeLessThanOrEqual(span.end);
    expect(span.start, code).toBeGreaterThanOrEqual(0);
    expect(span.end, code).toBeLessThanOrEqual(text.length);
  }
}

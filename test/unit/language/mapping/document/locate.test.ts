import { describe, expect, it } from 'vitest';
import { locate } from '../../../../../src/language/mapping/document/locate';
import { openMapping } from '../../../../../src/language/mapping/document/mappingDocument';
import type { OpenBlock, Place } from '../../../../../src/language/mapping/document/place';
import { withCursor } from '../../../../support/cursor';

/** A place in one line: its kind, the blocks around it, and what matters of it. */
function describePlace(text: string, place: Place): string {
  const blocks = (open: readonly OpenBlock[]) =>
    open.map((block) =>
      block.kind === 'group' ? block.path.text : block.kind === 'schema' ? block.urn.text : 'source',
    );
  const cut = ({ start, end }: { readonly start: number; readonly end: number }) => `'${text.slice(start, end)}'`;
  switch (place.kind) {
    case 'nowhere':
      return 'nowhere';
    case 'statement':
      return ['statement', ...blocks(place.blocks), cut(place.span)].join(' ');
    case 'source-kind':
    case 'urn':
    case 'setting':
      return `${place.kind} ${cut(place.span)}`;
    case 'setting-value':
      return `${place.setting}: ${place.token?.value ?? (place.expectsValue ? '?' : 'done')}`;
    case 'expression': {
      const owner = place.rule === undefined ? 'where' : [...blocks(place.rule.blocks), cut(place.rule.path)].join(' ');
      const calls = place.calls.map(({ name, argument, slots }) => `${name}/${argument}of${slots.length}`);
      const left =
        place.left === undefined ? [] : [cut(place.left), ...(place.operator === undefined ? [] : [place.operator])];
      const token = place.token === undefined ? [] : [`at ${cut(place.token.span)}`];
      return [owner, ...calls, place.expects, ...left, ...token].join(' ');
    }
    case 'decorator':
      return ['decorator', cut(place.rule.path), cut(place.span), ...place.before].join(' ');
    case 'decorator-value':
      return `decorator-value ${cut(place.rule.path)} ${place.decorator} ${cut(place.span)}`;
  }
}

const CASES: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'at the start of a statement': [
    ['|', "statement ''"],
    ['ext|', "statement 'ext'"],
    ['ex|ternalId = [A]', "statement 'externalId'"],
    ['  |externalId = [A]', "statement ''"],
    ['where|', "statement 'where'"],
    ['title = [A]\n|\nactive = [B]', "statement ''"],
    ['title = Join("a", [B]) # c\n|', "statement ''"],
    ['name {\n  |\n}', "statement name ''"],
    ['name {\n  fam|\n  givenName = [A]\n}', "statement name 'fam'"],
    ['name { fam| }', "statement name 'fam'"],
    ['name { familyName = [A] }\n|', "statement ''"],
    ['schema urn:x:1.0:User {\n  manager {\n    v|', "statement urn:x:1.0:User manager 'v'"],
    ['emails[ty|', "statement 'emails[ty'"],
    ['emails[type eq "wo|rk"].value = [A]', 'statement \'emails[type eq "work"].value\''],
    ['source csv {\n  delimiter = ";"\n}\n|', "statement ''"],
    ['source csv {\n  delimiter = ";"\nexternalId = [A]\n|', "statement ''"],
    ['title = [A\n|', "statement ''"],
    ['title = "A\n|', "statement ''"],
  ],
  'after an open parenthesis': [
    ['active = Switch([A], , "B"\n|', "statement ''"],
    ['active = Switch([A], , "B"\nti|\nname {', "statement 'ti'"],
    ['active = Switch([A], , "B",\n  |', "'active' Switch/3of4 value"],
    ['active = Switch([A],\n|\n)', "'active' Switch/1of2 value"],
    ['title = Join("a"\nname {\n  fam|', "statement name 'fam'"],
    ['name {\n  familyName = Join("a"\n}\ntitle = |', "'title' value"],
  ],
  'where nothing is allowed': [
    ['# com|ment', 'nowhere'],
    ['title = [A] # com|ment', 'nowhere'],
    ['title = Join( # com|ment\n  [A])', 'nowhere'],
    ['source csv { files = "a" # |\n}', 'nowhere'],
    ['title |', 'nowhere'],
    ['schema urn:x:y |', 'nowhere'],
    ['title = [A] @empty(null) x|', 'nowhere'],
  ],
  'in a source block': [
    ['source |', "source-kind ''"],
    ['source cs| {', "source-kind 'cs'"],
    ['source csv {\n  del|', "setting 'del'"],
    ['source csv {\n  files = "a"\n  |\n}', "statement source ''"],
    ['source csv {\n  delimiter = |', 'delimiter: ?'],
    ['source csv {\n  delimiter = "|"', 'delimiter: '],
    ['source csv {\n  empty = "NULL", "N|', 'empty: N'],
    ['source csv {\n  empty = "NULL" |', 'empty: done'],
    ['source csv {\n  key = [Wo|]\n}', 'key: Wo'],
  ],
  'in a schema line': [
    ['schema |', "urn ''"],
    ['schema urn:ie|tf {', "urn 'urn:ietf'"],
  ],
  'in an expression': [
    ['title = |', "'title' value"],
    ['title = [|', "'title' value at '['"],
    ['title = [Jo|b]', "'title' value at '[Job]'"],
    ['title = [Job (le|gal), x]', "'title' value at '[Job (legal), x]'"],
    ['title = [Job] |', "'title' operator '[Job]'"],
    ['title = ToL|', "'title' value at 'ToL'"],
    ['title = ToLower(|)', "'title' ToLower/0of1 value"],
    ['userName = Join("@", ToLower(|), "x")', "'userName' Join/1of3 ToLower/0of1 value"],
    ['a = Switch([S], , |, "x")', "'a' Switch/2of4 value"],
    ['a = Switch([S], , "|', "'a' Switch/2of3 value at '\"'"],
    ['a = IIF([S] = |, "x")', "'a' IIF/0of2 right side '[S]' ="],
    ['a = IIF(ToLower([S]) <> "|", "x")', "'a' IIF/0of2 right side 'ToLower([S])' <> at '\"\"'"],
    ['a = IIF([S] = "x" |', "'a' IIF/0of1 nothing '[S]' ="],
    ['a = IIF([S] = "x", |', "'a' IIF/1of2 value"],
    ['where |', 'where value'],
    ['where [A] |', "where operator '[A]'"],
    ['where [A] <> |', "where right side '[A]' <>"],
    ['schema urn:x:1.0:User { A = | }', "urn:x:1.0:User 'A' value"],
    ['a = (|', "'a' /0of1 value"],
    ['a = f)|', "'a' operator 'f'"],
  ],
  'in a decorator': [
    ['title = [A] @|', "decorator 'title' '@'"],
    ['title = [A] @em|pty(null)', "decorator 'title' '@empty'"],
    ['title = [A] @empty(null) @|', "decorator 'title' '@' empty"],
    ['title = [A] @empty(|)', "decorator-value 'title' empty ''"],
    ['title = [A] @empty(nu|ll)', "decorator-value 'title' empty 'null'"],
  ],
};

for (const [where, cases] of Object.entries(CASES)) {
  describe(`a cursor ${where}`, () => {
    it.each(cases)('%j', (marked, expected) => {
      const { text, offset } = withCursor(marked);
      expect(describePlace(text, locate(openMapping(text), offset))).toBe(expected);
    });
  });
}

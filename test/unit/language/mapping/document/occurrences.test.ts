import { describe, expect, it } from 'vitest';
import type { Range } from 'vscode-languageserver-types';
import { documentHighlights } from '../../../../../src/language/mapping/highlights';
import type { MappingDocument } from '../../../../../src/language/mapping/document/mappingDocument';
import { openMapping } from '../../../../../src/language/mapping/document/mappingDocument';
import { findReferences } from '../../../../../src/language/mapping/references';
import { prepareRename, renameColumn } from '../../../../../src/language/mapping/rename';
import { withCursor } from '../../../../support/cursor';

function open(marked: string): { readonly document: MappingDocument; readonly offset: number } {
  const { text, offset } = withCursor(marked);
  return { document: openMapping(text), offset };
}

/** The text with `<` and `>` around ranges; read-only places of columns as `<r...>`, written ones as `<w...>`. */
function marked({ text, index }: MappingDocument, ranges: readonly { range: Range; sign?: string }[]): string {
  return ranges.toReversed().reduce((shown, { range, sign = '' }) => {
    const [start, end] = [index.offsetAt(range.start), index.offsetAt(range.end)];
    return `${shown.slice(0, start)}<${sign}${shown.slice(start, end)}>${shown.slice(end)}`;
  }, text);
}

describe('documentHighlights and findReferences', () => {
  it.each([
    ['title = [A|]\nlocale = Join("A", [ A ], [B])', 'title = <r[A]>\nlocale = Join("A", <r[ A ]>, [B])'],
    ['title = ToLower([A]|)', 'title = ToLower(<r[A]>)'],
    ['source csv { key = [A] }\nwhere [|A] = "A"', 'source csv { key = <r[A]> }\nwhere <r[A]> = "A"'],
    ['title = To|Lower(ToLower([A]))', 'title = <ToLower>(<ToLower>([A]))'],
    ['na|me { familyName = [A] }\nname.givenName = [B]', '<name> { familyName = [A] }\n<name>.givenName = [B]'],
    ['name { family|Name = [A] }\nname.FAMILYNAME = [B]', 'name { <wfamilyName> = [A] }\nname.<wFAMILYNAME> = [B]'],
    [
      'emails[type eq "work"].val|ue = [A]\nemails[type eq "home"].value = [B]',
      'emails[type eq "work"].<wvalue> = [A]\nemails[type eq "home"].value = [B]',
    ],
    [
      'addresses[type eq "work" and primary eq true].locali|ty = [A]\naddresses[primary eq true and type eq "work"] { locality = [A] }',
      'addresses[type eq "work" and primary eq true].<wlocality> = [A]\naddresses[primary eq true and type eq "work"] { <wlocality> = [A] }',
    ],
    ['schema urn:a:b:c { titl|e = [A] }\ntitle = [B]', 'schema urn:a:b:c { <wtitle> = [A] }\ntitle = [B]'],
    ['title = Join("|", [A])', 'title = Join("", [A])'],
    ['title |= [A]', 'title = [A]'],
    ['# [A|]\ntitle = [A]', '# [A]\ntitle = [A]'],
  ])('%s', (text, expected) => {
    const { document, offset } = open(text);
    const highlights = documentHighlights(document, offset);
    const signs = ['', '', 'r', 'w'];
    expect(
      marked(
        document,
        highlights.map(({ range, kind = 1 }) => ({ range, sign: signs[kind] ?? '' })),
      ),
    ).toBe(expected);
    expect(findReferences(document, offset)).toEqual(highlights.map(({ range }) => range));
  });
});

/** The text after the renaming, or why it was refused. */
function renamed(text: string, name: string): string {
  const { document, offset } = open(text);
  const renaming = renameColumn(document, offset, name);
  if ('error' in renaming) return renaming.error;
  return renaming.edits.toReversed().reduce((result, { range, newText }) => {
    const [start, end] = [document.index.offsetAt(range.start), document.index.offsetAt(range.end)];
    return result.slice(0, start) + newText + result.slice(end);
  }, document.text);
}

describe('renameColumn', () => {
  it.each([
    [
      'source csv { key = [Id] }\nwhere [Id] = "Id"\nexternalId = [I|d]  # [Id]\ntitle = Join("Id", [ Id ], [id])',
      'Worker',
      'source csv { key = [Worker] }\nwhere [Worker] = "Id"\nexternalId = [Worker]  # [Id]\ntitle = Join("Id", [ Worker ], [id])',
    ],
    ['title = [a|]', 'Cost Center #1', 'title = [Cost Center #1]'],
    ['title = [a|]', 'x [1]', 'title = [x [1]]'],
    ['title = [a|]', 'e["x]"]', 'title = [e["x]"]]'],
    ['title = [a|', 'b', 'title = [b'],
  ])('%s to %s', (text, name, expected) => {
    expect(renamed(text, name)).toBe(expected);
  });

  it.each([
    ['', /Enter the name/],
    ['  ', /Enter the name/],
    [' a', /leading or trailing spaces/],
    ['a\t', /leading or trailing spaces/],
    ['a\nb', /line break/],
    ['a\rb', /line break/],
    ['a]', /pairs/],
    ['a[b', /pairs/],
    ['[a]]', /pairs/],
    ['12" rack', /pairs/],
  ])('refuses the name %j', (name, reason) => {
    expect(renamed('title = [a|]', name)).toMatch(reason);
  });

  it('offers the name without brackets and blanks', () => {
    const { document, offset } = open('title = Join("", [ Cost| Center ])');
    const offer = prepareRename(document, offset);
    expect(offer).toMatchObject({ placeholder: 'Cost Center' });
    expect('error' in offer ? '' : marked(document, [offer])).toBe('title = Join("", [ <Cost Center> ])');
  });

  it.each(['tit|le = [A]', 'title = ToLo|wer([A])', 'title = "|A"', '|'])('renames nothing but columns: %s', (text) => {
    const { document, offset } = open(text);
    expect(prepareRename(document, offset)).toMatchObject({ error: expect.stringMatching(/^Only columns/) as string });
    expect(renamed(text, 'b')).toMatch(/^Only columns/);
  });
});

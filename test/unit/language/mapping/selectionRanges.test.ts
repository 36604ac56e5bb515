import { describe, expect, it } from 'vitest';
import type { SelectionRange } from 'vscode-languageserver-types';
import { openMapping } from '../../../../src/language/mapping/document/mappingDocument';
import { selectionRanges } from '../../../../src/language/mapping/selectionRanges';
import { withCursor } from '../../../support/cursor';

function selections(marked: string): readonly string[] {
  const { text, offset } = withCursor(marked);
  const document = openMapping(text);
  const texts: string[] = [];
  for (let at: SelectionRange | undefined = selectionRanges(document, [offset])[0]; at !== undefined; at = at.parent)
    texts.push(text.slice(document.index.offsetAt(at.range.start), document.index.offsetAt(at.range.end)));
  return texts;
}

describe('selectionRanges', () => {
  it('grows from the name of a column to the file', () => {
    const rule = 'title = Join("-", ToLower([ Na me ]), "x") @empty(null)';
    expect(selections(`schema urn:a:b:c {\n  ${rule.replace('Na', 'N|a')}\n}\nlocale = [B]`)).toEqual([
      'Na me',
      '[ Na me ]',
      'ToLower([ Na me ])',
      '"-", ToLower([ Na me ]), "x"',
      'Join("-", ToLower([ Na me ]), "x")',
      rule,
      `schema urn:a:b:c {\n  ${rule}\n}`,
      `schema urn:a:b:c {\n  ${rule}\n}\nlocale = [B]`,
    ]);
  });

  it.each([
    ['title = "a| b"', ['a b', '"a b"', 'title = "a b"']],
    ['name.fami|lyName = [A]', ['familyName', 'name.familyName', 'name.familyName = [A]']],
    [
      'emails[type| eq "work"].value = [A]',
      ['[type eq "work"]', 'emails[type eq "work"].value', 'emails[type eq "work"].value = [A]'],
    ],
    ['title = Left|([A], 1)', ['Left', 'Left([A], 1)', 'title = Left([A], 1)']],
    ['where [A] = "|b"', ['b', '"b"', '[A] = "b"', 'where [A] = "b"']],
    ['source csv { empty = "N|A", "B" }', ['NA', '"NA"', 'empty = "NA", "B"', 'source csv { empty = "NA", "B" }']],
    ['title = [A] @empty(nu|ll)', ['null', '@empty(null)', 'title = [A] @empty(null)']],
    ['# com|ment', ['# comment']],
    ['|', ['']],
  ])('%s', (text, expected) => {
    expect(selections(text)).toEqual(expected);
  });

  it('answers for every cursor', () => {
    expect(selectionRanges(openMapping('title = [A]'), [0, 9, 11])).toHaveLength(3);
  });
});

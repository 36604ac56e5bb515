import { describe, expect, it } from 'vitest';
import type { EditorKnowledge } from '../../../../src/language/mapping/document/knowledge';
import { openMapping } from '../../../../src/language/mapping/document/mappingDocument';
import { semanticTokens } from '../../../../src/language/mapping/semanticTokens';
import { semanticTokensLegend } from '../../../../src/language/mapping/semanticTokensLegend';

/** The tokens as an editor reads them from the numbers: `type[.modifier] text`. */
function tokens(text: string, knowledge: EditorKnowledge = {}, lines?: readonly [number, number]): readonly string[] {
  const document = openMapping(text, knowledge);
  const range = lines && { start: { line: lines[0], character: 0 }, end: { line: lines[1], character: 0 } };
  const { data } = semanticTokens(document, range);
  const found: string[] = [];
  let place = { line: 0, character: 0 };
  for (let i = 0; i < data.length; i += 5) {
    const [line = 0, character = 0, length = 0, type = 0, modifiers = 0] = data.slice(i, i + 5);
    place = { line: place.line + line, character: line === 0 ? place.character + character : character };
    const offset = document.index.offsetAt(place);
    const modifier = semanticTokensLegend.tokenModifiers.filter((_, bit) => (modifiers & (1 << bit)) !== 0);
    found.push(
      `${[semanticTokensLegend.tokenTypes[type], ...modifier].join('.')} ${text.slice(offset, offset + length)}`,
    );
  }
  return found;
}

describe('semanticTokens', () => {
  it.each<[string, readonly string[]]>([
    ['title = [A]', ['property title', 'column [A]']],
    ['name { familyName = "x" }', ['property name', 'property familyName', 'string "x"']],
    [
      'addresses[type eq "work" and primary eq true].locality = 5',
      [
        'property addresses',
        'property type',
        'operator eq',
        'string "work"',
        'operator and',
        'property primary',
        'operator eq',
        'enumMember true',
        'property locality',
        'number 5',
      ],
    ],
    ['where [A] <> "b"', ['keyword where', 'column [A]', 'operator <>', 'string "b"']],
    [
      'title = IIF([A] # why\n = "b", Left([B], 1), IgnoreAttributeFlow) @empty(null)',
      [
        'property title',
        'function IIF',
        'column [A]',
        'operator =',
        'string "b"',
        'function Left',
        'column [B]',
        'number 1',
        'enumMember IgnoreAttributeFlow',
        'decorator @empty',
        'enumMember null',
      ],
    ],
    [
      'source csv { header = 2\n key = [A] }',
      ['keyword source', 'type csv', 'property header', 'number 2', 'property key', 'column [A]'],
    ],
    ['schema urn:a:b:c { X = [A] }', ['keyword schema', 'namespace urn:a:b:c', 'property X', 'column [A]']],
    ['urn:a:b:c:X = [A]', ['namespace urn:a:b:c', 'property X', 'column [A]']],
    ['titel = Nothing(none)', ['property.unknown titel', 'function.unknown Nothing', 'enumMember.unknown none']],
    ['groups.value = [A]', ['property.readonly groups', 'property value', 'column [A]']],
    ['title = [A\n B]', ['property title', 'column [A', 'column  B]']],
    ['\r\ntitle = "😀"\r\nlocale = [Ä]', ['property title', 'string "😀"', 'property locale', 'column [Ä]']],
  ])('%s', (text, expected) => {
    expect(tokens(text)).toEqual(expected);
  });

  it('knows the columns of the extract', () => {
    expect(tokens('title = Join("", [A], [B])', { columns: ['A'] }).slice(-2)).toEqual([
      'column [A]',
      'column.unknown [B]',
    ]);
  });

  it('answers for the statements of a range alone', () => {
    expect(tokens('title = [A]\nlocale = [B]\nnickName = [C]', {}, [1, 1])).toEqual(['property locale', 'column [B]']);
  });
});

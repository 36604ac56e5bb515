import { describe, expect, it } from 'vitest';
import { documentLinks } from '../../../../src/language/mapping/documentLinks';
import { openMapping } from '../../../../src/language/mapping/document/mappingDocument';

/** `text -> target`, where a pattern has its glob for a target. */
function links(text: string): readonly string[] {
  const document = openMapping(text);
  return documentLinks(document).map(({ range, target, data }) => {
    const shown = text.slice(document.index.offsetAt(range.start), document.index.offsetAt(range.end));
    return `${shown} -> ${target ?? JSON.stringify(data)}`;
  });
}

describe('documentLinks', () => {
  it.each<[string, readonly string[]]>([
    ['source csv { files = "a/*.csv", "b.csv" }', ['a/*.csv -> {"glob":"a/*.csv"}', 'b.csv -> {"glob":"b.csv"}']],
    ['source csv { files = "a\\\\b.csv"\n}', ['a\\\\b.csv -> {"glob":"a\\\\b.csv"}']],
    ['source csv { files = "open\n}', ['open -> {"glob":"open"}']],
    ['source csv { files = ""\n delimiter = ";"\n files = [A] }', []],
    [
      'schema urn:ietf:params:scim:schemas:extension:enterprise:2.0:User { }',
      [
        'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User -> https://www.rfc-editor.org/rfc/rfc7643#section-4.3',
      ],
    ],
    ['schema urn:a:b:c { }\ntitle = "a.csv"', []],
  ])('%s', (text, expected) => {
    expect(links(text)).toEqual(expected);
  });
});

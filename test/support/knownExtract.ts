import type { EditorKnowledge, ExtractKnowledge } from '../../src/language/mapping/document/knowledge';

/** What an editor knows when it looks at an extract of one record: `{ Id: '7', Name: 'Ana' }`; it begins in line 2. */
export function knownRecord(
  cells: Readonly<Record<string, string>>,
  more: Partial<ExtractKnowledge> = {},
): EditorKnowledge {
  return {
    columns: Object.keys(cells),
    extract: { name: 'people.csv', record: { number: 1, line: 2, cells: Object.values(cells) }, ...more },
  };
}

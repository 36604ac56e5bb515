import { describe, expect, it } from 'vitest';
import type { DocumentSymbol } from 'vscode-languageserver-types';
import { openMapping } from '../../../../src/language/mapping/document/mappingDocument';
import { documentSymbols } from '../../../../src/language/mapping/symbols';

function outline(symbols: readonly DocumentSymbol[], indent = ''): readonly string[] {
  return symbols.flatMap(({ name, detail, range, children }) => [
    `${indent}${name}${detail === undefined ? '' : `: ${detail}`} (${range.start.line}-${range.end.line})`,
    ...outline(children ?? [], `${indent}  `),
  ]);
}

describe('documentSymbols', () => {
  it('shows how a mapping nests, each rule with its expression', () => {
    const text = `source csv {
  files = "a.csv", "b.csv"
}
where [Type] <> "Intern"
externalId = [Id]  # the number
name {
  familyName = Join(" ",
    [Prefix], [Last])
}
schema urn:a:b:c {
  x { y = [Y] }
}
`;
    expect(outline(documentSymbols(openMapping(text)))).toEqual([
      'source: csv (0-2)',
      '  files: "a.csv", "b.csv" (1-1)',
      'where: [Type] <> "Intern" (3-3)',
      'externalId: [Id] (4-4)',
      'name (5-8)',
      '  familyName: Join(" ", [Prefix], [Last]) (6-7)',
      'urn:a:b:c (9-11)',
      '  x (10-10)',
      '    y: [Y] (10-10)',
    ]);
  });

  it('names everything, also what is half typed', () => {
    expect(outline(documentSymbols(openMapping('source\nschema\nwhere\ntitle =\n')))).toEqual([
      'source (0-0)',
      'schema (1-1)',
      'where (2-2)',
      'title (3-3)',
    ]);
  });

  it('cuts long expressions', () => {
    const [symbol] = documentSymbols(openMapping(`title = "${'x'.repeat(200)}"`));
    expect(symbol?.detail).toBe(`"${'x'.repeat(79)}…`);
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { DocumentSymbol, Range } from 'vscode-languageserver-types';
import { documentLinks } from '../../../src/language/mapping/documentLinks';
import { foldingRanges } from '../../../src/language/mapping/foldingRanges';
import { documentHighlights } from '../../../src/language/mapping/highlights';
import { hoverMapping } from '../../../src/language/mapping/hover/hoverMapping';
import { inlayHints } from '../../../src/language/mapping/inlayHints';
import type { MappingDocument } from '../../../src/language/mapping/document/mappingDocument';
import { openMapping } from '../../../src/language/mapping/document/mappingDocument';
import { findReferences } from '../../../src/language/mapping/references';
import { prepareRename, renameColumn } from '../../../src/language/mapping/rename';
import { selectionRanges } from '../../../src/language/mapping/selectionRanges';
import { semanticTokens } from '../../../src/language/mapping/semanticTokens';
import { documentSymbols } from '../../../src/language/mapping/symbols';
import { placesUpTo, sliceOf } from '../../support/sweep';

const SAMPLE = readFileSync('samples/contoso/contoso.scimmap', 'utf8');
const [header = '', first = ''] = readFileSync('samples/contoso/contoso.csv', 'utf8').split('\n');
const KNOWLEDGE = {
  columns: header.split(';'),
  extract: { name: 'contoso.csv', record: { number: 1, line: 2, cells: first.split(';') } },
};
const WHOLE = { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } };

/** Asks everything that is asked of a place, and of the text as a whole. */
function askAll(document: MappingDocument, offset: number): void {
  hoverMapping(document, offset);
  documentHighlights(document, offset);
  findReferences(document, offset);
  prepareRename(document, offset);
  renameColumn(document, offset, 'New');
  expectRange(document, selectionRanges(document, [offset])[0]?.range);
  inlayHints(document, WHOLE);
  documentLinks(document);
  documentSymbols(document).forEach((symbol) => expectNesting(document, symbol));
  const { lineCount } = document.index;
  for (const fold of foldingRanges(document)) {
    expect(fold.startLine).toBeLessThan(fold.endLine);
    expect(fold.endLine).toBeLessThan(lineCount);
  }
  const { data } = semanticTokens(document);
  expect(data.length % 5).toBe(0);
  expect(data.every((number) => number >= 0)).toBe(true);
}

function expectRange({ index, text }: MappingDocument, range: Range | undefined): void {
  expect(range).toBeDefined();
  if (range === undefined) return;
  const [start, end] = [index.offsetAt(range.start), index.offsetAt(range.end)];
  expect(start).toBeLessThanOrEqual(end);
  expect(end).toBeLessThanOrEqual(text.length);
}

/** Editors refuse symbols without a name, and selections outside of their symbol. */
function expectNesting(document: MappingDocument, { name, range, selectionRange, children }: DocumentSymbol): void {
  const { index } = document;
  expect(name).not.toBe('');
  for (const inner of [selectionRange, ...(children ?? []).map((child) => child.range)]) {
    expect(index.offsetAt(inner.start)).toBeGreaterThanOrEqual(index.offsetAt(range.start));
    expect(index.offsetAt(inner.end)).toBeLessThanOrEqual(index.offsetAt(range.end));
  }
  children?.forEach((child) => expectNesting(document, child));
}

describe('every question about what is written', () => {
  // Every place would take long: these steps come past every kind of place
  it('is answered for any beginning of the sample', () => {
    for (const end of placesUpTo(SAMPLE.length, 11)) askAll(openMapping(SAMPLE.slice(0, end), KNOWLEDGE), end);
  });

  it('is answered for the sample without any one of its characters', () => {
    for (const at of placesUpTo(SAMPLE.length - 1, 17)) {
      const document = openMapping(SAMPLE.slice(0, at) + SAMPLE.slice(at + 1), KNOWLEDGE);
      askAll(document, at);
      askAll(document, Math.max(0, at - 1));
    }
  });

  it('is answered at every place of the sample, and outside of it', () => {
    const document = openMapping(SAMPLE, KNOWLEDGE);
    for (const at of [-1, ...placesUpTo(SAMPLE.length + 1)]) {
      hoverMapping(document, at);
      documentHighlights(document, at);
      prepareRename(document, at);
      expect(selectionRanges(document, [at])).toHaveLength(1);
    }
  });

  it.each([
    '',
    '\0',
    '[',
    '{{{{',
    '}}}}',
    'source csv {',
    'source csv { key = [',
    '@',
    '"',
    '\r\r\n',
    'schema {',
    'schema urn:a:b:c { x.y.z.a = [',
    'a..b = [A]',
    'a[.b = [A]',
    'a[type eq ""].b[x eq 1].c { d[] = @x(',
    'urn:a:b:c:x { urn:d:e:f:y = ToLower( }',
    `title = ${'Left('.repeat(150)}`,
    'where where where',
    '# region\n# endregion # region',
    'title = [A\nB\n] @empty(\n',
  ])('is answered for %j', (text) => {
    const document = openMapping(text, KNOWLEDGE);
    for (const at of sliceOf(placesUpTo(text.length, Math.ceil(text.length / 40) || 1), 0.2)) askAll(document, at);
  });
});

import { readFileSync } from 'node:fs';
import { describe, it } from 'vitest';
import { completeMapping } from '../../../src/language/mapping/completion/completeMapping';
import { diagnoseMapping } from '../../../src/language/mapping/diagnoseMapping';
import { documentLinks } from '../../../src/language/mapping/documentLinks';
import { foldingRanges } from '../../../src/language/mapping/foldingRanges';
import { formatDocument } from '../../../src/language/mapping/formatting';
import { documentHighlights } from '../../../src/language/mapping/highlights';
import { hoverMapping } from '../../../src/language/mapping/hover/hoverMapping';
import { inlayHints } from '../../../src/language/mapping/inlayHints';
import type { EditorKnowledge } from '../../../src/language/mapping/document/knowledge';
import type { MappingDocument } from '../../../src/language/mapping/document/mappingDocument';
import { openMapping } from '../../../src/language/mapping/document/mappingDocument';
import { refactorings, sourceActions } from '../../../src/language/mapping/refactorings/refactorings';
import { findReferences } from '../../../src/language/mapping/references';
import { prepareRename, renameColumn } from '../../../src/language/mapping/rename';
import { selectionRanges } from '../../../src/language/mapping/selectionRanges';
import { semanticTokens } from '../../../src/language/mapping/semanticTokens';
import { signatureHelp } from '../../../src/language/mapping/signatureHelp';
import { documentSymbols } from '../../../src/language/mapping/symbols';
import { quickFixes } from './appliedActions';
import { placesUpTo } from '../../support/sweep';

const WHOLE = { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } };

/** Every question of the editor. Each answers, or says by `undefined` that it has no answer; none throws. */
const questions: Readonly<Record<string, (document: MappingDocument, offset: number) => unknown>> = {
  completion: completeMapping,
  'signature help': signatureHelp,
  hover: hoverMapping,
  highlights: documentHighlights,
  references: findReferences,
  'prepared rename': prepareRename,
  rename: (document, offset) => renameColumn(document, offset, 'New'),
  'selection ranges': (document, offset) => selectionRanges(document, [offset]),
  'inlay hints': (document) => inlayHints(document, WHOLE),
  links: documentLinks,
  symbols: documentSymbols,
  folding: foldingRanges,
  'semantic tokens': (document) => semanticTokens(document),
  formatting: formatDocument,
  'quick fixes': (document) => quickFixes(document, diagnoseMapping(document)),
  refactorings: (document, offset) => {
    const cursor = document.index.positionAt(offset);
    return refactorings(document, { start: cursor, end: cursor });
  },
  'source actions': sourceActions,
};

const SAMPLES = [
  { mapping: 'samples/contoso/contoso.scimmap', extract: 'samples/contoso/contoso.csv', delimiter: ';' },
  {
    mapping: 'test/data/csv2scim/AttributeMapping.scimmap',
    extract: 'test/data/csv2scim/csv-with-1000-records.csv',
    delimiter: ',',
  },
];

function knowledgeOf(extract: string, delimiter: string): EditorKnowledge {
  const [header = '', first = ''] = readFileSync(extract, 'utf8').replaceAll('"', '').split(/\r?\n/);
  const record = { number: 1, line: 2, cells: first.split(delimiter) };
  return { columns: header.replace('\uFEFF', '').split(delimiter), extract: { name: 'extract.csv', record } };
}

describe.each(SAMPLES)('every question about $mapping is answered', ({ mapping, extract, delimiter }) => {
  const text = readFileSync(mapping, 'utf8').replaceAll('\r\n', '\n');
  const knowledge = knowledgeOf(extract, delimiter);

  function askAll(changed: string, offset: number): void {
    const document = openMapping(changed, knowledge);
    for (const [name, ask] of Object.entries(questions)) {
      try {
        ask(document, offset);
      } catch (error) {
        throw new Error(`${name} failed at ${offset} of ${JSON.stringify(changed.slice(-80))}`, { cause: error });
      }
    }
  }

  it('for every beginning of it', () => {
    for (const end of placesUpTo(text.length)) askAll(text.slice(0, end), end);
  }, 300_000);

  it('without any one of its characters', () => {
    for (const at of placesUpTo(text.length - 1)) askAll(text.slice(0, at) + text.slice(at + 1), at);
  }, 300_000);
});

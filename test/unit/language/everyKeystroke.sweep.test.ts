import { readFileSync } from 'node:fs';
import { describe, it } from 'vitest';
import type { CodeAction, Range } from 'vscode-languageserver-types';
import type { LineIndex } from '../../../src/core/text/lineIndex';
import type { EditorKnowledge } from '../../../src/language/mapping/document/knowledge';
import { openMapping } from '../../../src/language/mapping/document/mappingDocument';
import { mappingAnswers } from '../../../src/language/mapping/mappingAnswers';
import type { DocumentAnswers } from '../../../src/language/shared/documentAnswers';
import { placesUpTo } from '../../support/sweep';

const WHOLE = { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } };

type Question = Exclude<keyof DocumentAnswers, 'kind'>;

/** Every question of the editor. Each answers, or says by `undefined` that it has no answer; none throws. */
const questions: Readonly<Record<Question, (answers: DocumentAnswers, index: LineIndex, offset: number) => unknown>> = {
  diagnose: (answers) => answers.diagnose(),
  complete: (answers, _, offset) => answers.complete(offset),
  hover: (answers, _, offset) => answers.hover(offset),
  signatureHelp: (answers, _, offset) => answers.signatureHelp?.(offset),
  codeActions: (answers, index, offset) => answers.codeActions({ range: cursor(index, offset), diagnostics: [] }),
  resolveAction: (answers, index, offset) => fixesAndSourceActions(answers, index, offset).map(answers.resolveAction),
  symbols: (answers) => answers.symbols(),
  format: (answers) => answers.format?.(),
  folds: (answers) => answers.folds?.(),
  selectionRanges: (answers, _, offset) => answers.selectionRanges?.([offset]),
  semanticTokens: (answers) => answers.semanticTokens?.(),
  inlayHints: (answers) => answers.inlayHints?.(WHOLE),
  links: (answers) => answers.links?.(),
  highlights: (answers, _, offset) => answers.highlights?.(offset),
  references: (answers, _, offset) => answers.references?.(offset),
  prepareRename: (answers, _, offset) => answers.prepareRename?.(offset),
  rename: (answers, _, offset) => answers.rename?.(offset, 'New'),
};

function cursor(index: LineIndex, offset: number): Range {
  const place = index.positionAt(offset);
  return { start: place, end: place };
}

/** What can be done about all problems, and to the text as a whole. */
function fixesAndSourceActions(answers: DocumentAnswers, index: LineIndex, offset: number): readonly CodeAction[] {
  const asked = { range: cursor(index, offset), diagnostics: answers.diagnose() };
  return ['quickfix', 'source'].flatMap((only) => answers.codeActions({ ...asked, only }));
}

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
    const answers = mappingAnswers(document);
    for (const [name, ask] of Object.entries(questions)) {
      try {
        ask(answers, document.index, offset);
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

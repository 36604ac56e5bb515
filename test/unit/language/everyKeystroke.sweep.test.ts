import { readFileSync } from 'node:fs';
import { describe, it } from 'vitest';
import type { EditorKnowledge } from '../../../src/language/mapping/document/knowledge';
import { openMapping } from '../../../src/language/mapping/document/mappingDocument';
import { mappingAnswers } from '../../../src/language/mapping/mappingAnswers';
import { placesUpTo } from '../../support/sweep';
import { askEverything } from '../../support/everyQuestion';

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
    try {
      askEverything(mappingAnswers(document), document.index, offset);
    } catch (error) {
      throw new Error(`failed at ${offset} of ${JSON.stringify(changed.slice(-80))}`, { cause: error });
    }
  }

  it('for every beginning of it', () => {
    for (const end of placesUpTo(text.length)) askAll(text.slice(0, end), end);
  }, 300_000);

  it('without any one of its characters', () => {
    for (const at of placesUpTo(text.length - 1)) askAll(text.slice(0, at) + text.slice(at + 1), at);
  }, 300_000);
});

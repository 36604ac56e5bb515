import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { completeMapping } from '../../../../../src/language/mapping/completion/completeMapping';
import { openMapping } from '../../../../../src/language/mapping/document/mappingDocument';
import { signatureHelp } from '../../../../../src/language/mapping/signatureHelp';
import { createSeededRandom } from '../../../../support/seededRandom';
import { applied, knowledgeOf } from './support';
import { placesUpTo, sweepOf } from '../../../../support/sweep';

const sample = readFileSync(new URL('../../../../../samples/contoso/contoso.scimmap', import.meta.url), 'utf8');
const knowledge = knowledgeOf({ WorkerStatus: ['Active'], HireDate: ['2024-01-31'], 'a`b\\$}': ['x\ny', '"', '$1'] });

/** Asks everything at one place; what is offered must fit there. */
function ask(text: string, offset: number): void {
  const document = openMapping(text, knowledge);
  const { items } = completeMapping(document, offset);
  signatureHelp(document, offset);
  for (const item of items) {
    const changed = applied(document, offset, item);
    if (changed.length < text.length - 120) throw new Error(`${item.label} takes too much away at ${offset}`);
  }
}

describe('completion and signature help answer for any text', () => {
  it('at the end of prefixes of a mapping', () => {
    for (const end of placesUpTo(sample.length, 7)) ask(sample.slice(0, end), end);
  });

  it('at places all over a mapping', () => {
    for (const offset of placesUpTo(sample.length, 7)) ask(sample, offset);
  });

  it('where a character is missing', () => {
    for (const at of placesUpTo(sample.length - 1, 8)) ask(sample.slice(0, at) + sample.slice(at + 1), at);
  });

  it('in texts that are not mappings', () => {
    const random = createSeededRandom(7);
    const pieces = [
      ...Array.from('[]{}()",=#@<>\\\r\n\t\uFEFF'),
      ' ',
      'source csv',
      'where',
      'schema urn:a:b',
      'emails',
      'Switch',
      'x',
      '😀',
      '1',
    ];
    const piece = () => pieces[Math.floor(random() * pieces.length)] ?? '';
    for (let run = 0; run < sweepOf(120).numRuns; run++) {
      const text = Array.from({ length: 25 }, piece).join('');
      for (let offset = 0; offset <= text.length; offset += 4) ask(text, offset);
    }
    expect(() => ask('', 0)).not.toThrow();
  });
});

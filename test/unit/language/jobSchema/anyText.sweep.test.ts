import { describe, expect, it } from 'vitest';
import { completeJobSchema } from '../../../../src/language/jobSchema/completeJobSchema';
import { diagnoseJobSchema } from '../../../../src/language/jobSchema/diagnoseJobSchema';
import { hoverJobSchema } from '../../../../src/language/jobSchema/hoverJobSchema';
import { openJobSchema } from '../../../../src/language/jobSchema/jobDocument';
import { jobSymbols } from '../../../../src/language/jobSchema/jobSymbols';
import { signatureInJobSchema } from '../../../../src/language/jobSchema/signatureInJobSchema';
import { createSeededRandom } from '../../../support/seededRandom';
import { changedJob, expressionSource, scope } from '../../jobSchema/smallJob';
import { jobQuickFixes } from './support';
import { placesUpTo, sweepOf } from '../../../support/sweep';

const TEXT = changedJob(({ title, mapping, source, target }) => {
  source.attributes.splice(3);
  target.attributes.splice(3);
  title.source = expressionSource('Join("-", [emails[type eq "work"].value], Switch([active], , "\\"é", "x"))');
  mapping.scope = scope(['title', 'REGEX MATCH', 'a|b']);
});

/** Every question about a text; places must lie in it. */
function ask(text: string, offset: number): void {
  const document = openJobSchema(text);
  const lines = text.split('\n').length;
  const diagnostics = diagnoseJobSchema(document);
  for (const { range } of diagnostics) expect(range.end.line).toBeLessThan(lines);
  jobQuickFixes(document, diagnostics);
  jobSymbols(document);
  hoverJobSchema(document, offset);
  signatureInJobSchema(document, offset);
  for (const { textEdit } of completeJobSchema(document, offset).items) {
    if (textEdit === undefined || !('range' in textEdit)) throw new Error('an item without a place');
    const [start, end] = [textEdit.range.start, textEdit.range.end].map((place) => document.index.offsetAt(place));
    expect(start).toBeLessThanOrEqual(offset);
    expect(end).toBeGreaterThanOrEqual(offset);
    expect(textEdit.range.start.line).toBe(textEdit.range.end.line);
  }
}

describe('every question about a job schema is answered', () => {
  it('for the beginnings of one', () => {
    for (const end of placesUpTo(TEXT.length, 5)) ask(TEXT.slice(0, end), end);
  });

  it('without any few of its characters, and with others in their place', () => {
    const random = createSeededRandom(3);
    const place = () => Math.floor(random() * TEXT.length);
    for (let round = 0; round < sweepOf(600).numRuns; round++) {
      const [at, size] = [place(), Math.floor(random() * 4)];
      const other = ['', '"', '\\', '{', ']', '\n', ',', '[', '5'][Math.floor(random() * 9)] ?? '';
      const text = TEXT.slice(0, at) + other + TEXT.slice(at + size);
      ask(text, Math.min(text.length, round % 2 === 0 ? at : place()));
    }
  });
});

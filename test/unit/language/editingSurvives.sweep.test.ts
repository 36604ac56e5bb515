import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { diagnoseMapping } from '../../../src/language/mapping/diagnoseMapping';
import { formatDocument, formatRange } from '../../../src/language/mapping/formatting';
import type { MappingDocument } from '../../../src/language/mapping/document/mappingDocument';
import { openMapping } from '../../../src/language/mapping/document/mappingDocument';
import { refactorings, sourceActions } from '../../../src/language/mapping/refactorings/refactorings';
import { applied, quickFixes } from './appliedActions';
import { placesUpTo, sliceOf } from '../../support/sweep';

const SAMPLE = readFileSync('samples/contoso/contoso.scimmap', 'utf8');
// Columns that the sample does not read: there is a problem at every rule
const KNOWLEDGE = { columns: ['Worker ID', 'User Id', 'Status', 'Lastname'] };

/** Asks for everything that changes the text, and makes every change. */
function changeAll(document: MappingDocument, offset: number): void {
  const place = document.index.positionAt(offset);
  const range = { start: place, end: place };
  formatDocument(document);
  formatRange(document, range);
  const diagnostics = diagnoseMapping(document);
  for (const action of [
    ...quickFixes(document, diagnostics),
    ...refactorings(document, range),
    ...sourceActions(document),
  ]) {
    const text = applied(document, action);
    if (action.edit !== undefined) expect(text).not.toBe(document.text);
    expect(action.title).not.toBe('');
  }
}

describe('every question about what to change', () => {
  // Every place would take long: these steps come past every kind of place
  it('is answered for any beginning of the sample', () => {
    for (const end of placesUpTo(SAMPLE.length, 67)) changeAll(openMapping(SAMPLE.slice(0, end), KNOWLEDGE), end);
  });

  it('is answered for the sample without any one of its characters', () => {
    for (const at of placesUpTo(SAMPLE.length - 1, 71))
      changeAll(openMapping(SAMPLE.slice(0, at) + SAMPLE.slice(at + 1), KNOWLEDGE), at);
  });

  it.each([
    '',
    '\uFEFF',
    '\0',
    '[',
    '{{{{',
    '}}}}',
    'name {',
    'name { givenName = [G]',
    'name { givenName = [G] } title = [T]',
    'source csv { key = [',
    '"',
    '\r\r\n',
    'title = [A]\rtitle = [B]\r',
    'schema { x = [X] }',
    'schema urn:a:b:c { x.y.z.a = [',
    'urn:a:b:c:x = [A]\nurn:a:b:c: = [B]',
    'name. = [A]\nname.givenName = [B]',
    'a[.b = [A]\na[x eq 1].b = [B]\na[x eq 1].c = [C]',
    'name { name { name.x = ToLower( } }',
    'active = Switch([S], , "a")\nActive = IIF(IsNull(),,)',
    `title = ${'Left('.repeat(150)}`,
    '# ignore mapping.x, mapping.y\nTitle = "x" # ignore',
  ])('is answered for %j', (text) => {
    const document = openMapping(text, KNOWLEDGE);
    for (const at of sliceOf(placesUpTo(text.length, Math.ceil(text.length / 20) || 1), 0.1)) changeAll(document, at);
  });
});

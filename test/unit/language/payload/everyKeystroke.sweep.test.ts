import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { completePayload } from '../../../../src/language/payload/completion/completePayload';
import { spanAt } from '../../../../src/language/shared/textPlaces';
import { hoverPayload } from '../../../../src/language/payload/hover/hoverPayload';
import { createPayloadService } from '../../../../src/language/payload/payloadService';
import { payloadRefactorings } from '../../../../src/language/payload/refactorings/payloadRefactorings';
import { refactoringActions } from '../../../../src/language/shared/refactorings/refactoringActions';
import { span } from '../../../../src/core/text/span';
import { payloadSymbols } from '../../../../src/language/payload/symbols';
import { openInEditor } from '../../../support/openPayload';
import { placesUpTo } from '../../../support/sweep';

const URN = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const TEXT = `{ "schemas": [], "Operations": [ { "method": "POST", "data": {
  "active": true, "emails": [{ "type": "work" }],
  "${URN}": { "manager": { "value": "1" } } } }, {}, 1 ], "failOnErrors": null }`;
const service = createPayloadService({ bulkRequest: {}, user: {} }, {});

/** Asks every question at a place of a text; an offer must be on the line of the cursor and around it. */
async function askAll(text: string, offset: number): Promise<void> {
  const payload = openInEditor(text);
  const { items } = await completePayload(service, payload, offset);
  for (const { textEdit, label } of items) {
    if (textEdit === undefined || !('range' in textEdit)) throw new Error(`${label} is put nowhere`);
    const { start, end } = spanAt(payload, textEdit.range);
    const isAround = start <= offset && offset <= end && !text.slice(start, end).includes('\n');
    expect(isAround, `${label} at ${offset} of ${text}`).toBe(true);
  }
  await hoverPayload(service, payload, offset);
  payloadSymbols(payload);
  refactoringActions(payloadRefactorings(payload), span(offset, offset));
}

describe('at every keystroke', () => {
  it('all questions have an answer, at each place', async () => {
    for (const offset of placesUpTo(TEXT.length)) await askAll(TEXT, offset);
  });

  it('and at the end of what has been typed so far', async () => {
    for (const length of placesUpTo(TEXT.length)) await askAll(TEXT.slice(0, length), length);
  });

  it('and with a character missing', async () => {
    for (const offset of placesUpTo(TEXT.length - 1))
      await askAll(TEXT.slice(0, offset) + TEXT.slice(offset + 1), offset);
  });

  it('and in a sample of Microsoft', async () => {
    const file = new URL('../../../data/csv2scim/Sample-CSV-2-SCIM-payload.json', import.meta.url);
    const text = readFileSync(file, 'utf8').slice(0, 1200);
    for (const offset of placesUpTo(text.length, 7)) await askAll(text, offset);
  });
});

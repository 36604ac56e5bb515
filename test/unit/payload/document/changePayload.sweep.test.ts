import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJson } from '../../../../src/core/json/jsonValue';
import { severalDocuments } from '../../../../src/core/payload/document/furtherDocuments';
import type { PayloadDocument } from '../../../../src/core/payload/document/payloadDocument';
import {
  changePayload,
  factsOf,
  openPayload,
  openPayloadInSlices,
  partAt,
  positionAt,
  problemsOf,
  textBetween,
} from '../../../../src/core/payload/document/payloadDocument';
import { LineIndex } from '../../../../src/core/text/lineIndex';
import { bulkText, operationText } from '../bulkTexts';
import { sweepOf } from '../../../support/sweep';

/** All facts about a document. */
function told(document: PayloadDocument) {
  const { kind, length, head, trailing: behind, tail, list, name } = document;
  const parts = document.parts.map(({ start, end, text, before, isClosed, findings }) => {
    return { start, end, text, before, isClosed, findings };
  });
  return {
    kind,
    length,
    head,
    behind,
    tail,
    list,
    name,
    parts,
    problems: problemsOf(document),
    facts: factsOf(document),
  };
}

const texts = fc.oneof(
  fc
    .record({ count: fc.integer({ min: 0, max: 4 }), indent: fc.constantFrom(0, 2) })
    .map(({ count, indent }) => bulkText(count, indent)),
  fc.constant(
    '{"schemas":["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],"Operations":[1, "a", null, [2, [3]], {}]}',
  ),
  fc.constant(operationText(1).slice(operationText(1).indexOf('"data": ') + 8, -1)),
  fc.constant('{"Operations": {"method": [{"method": "POST"}]}}'),
);

const pieces = [
  '', '{', '}', '[', ']', '"', ',', ':', '\n', ' ', 'x', '\\', '/', '//', '/* ', ' */', '{"', '"}', '}}', ']}', '},{', '{"method":', '"method": "POST"',
  '{"data": 1}', '"Operations": [', '"schemas": [', '],', 'null', 'true', '"a": 1,', ' '.repeat(600), operationText(9), operationText(9, 0), `${operationText(8, 0)},`,
]; // prettier-ignore

const changes = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    removed: fc.oneof({ weight: 3, arbitrary: fc.nat(2) }, fc.nat(40), fc.nat(900)),
    put: fc.constantFrom(...pieces),
    snaps: fc.constantFrom('', '{', '}', '[', ']', '"', ','),
  }),
  { minLength: 1, maxLength: 8 },
);

/** The place at that share of the text, or the next such character after it. */
function placeOf(text: string, at: number, snaps: string): number {
  const place = Math.floor(at * text.length);
  const next = snaps === '' ? -1 : text.indexOf(snaps, place);
  return next < 0 ? place : next;
}

describe('a document that is changed', () => {
  it('is the one that the new text would be opened as', () => {
    let changed = 0;
    let anew = 0;
    fc.assert(
      fc.property(texts, changes, (before, list) => {
        let text = before;
        let document = openPayload(text);
        for (const { at, removed, put, snaps } of list) {
          const start = placeOf(text, at, snaps);
          const end = Math.min(text.length, start + removed);
          text = text.slice(0, start) + put + text.slice(end);
          const expected = openPayload(text);
          const next = changePayload(document, { start, end, text: put });
          if (next !== undefined) expect(told(next)).toEqual(told(expected));
          if (next === undefined) anew++;
          else changed++;
          document = next ?? expected;
          expect(textBetween(document, 0, text.length)).toBe(text);
        }
      }),
      sweepOf(300),
    );
    expect(changed).toBeGreaterThan(anew);
  });

  it('is the same when the text is known only after several changes', () => {
    let changed = 0;
    fc.assert(
      fc.property(texts, changes, (before, list) => {
        const steps: { readonly start: number; readonly end: number; readonly text: string }[] = [];
        let text = before;
        for (const { at, removed, put, snaps } of list.slice(0, 3)) {
          const start = placeOf(text, at, snaps);
          const end = Math.min(text.length, start + removed);
          text = text.slice(0, start) + put + text.slice(end);
          steps.push({ start, end, text: put });
        }
        const expected = openPayload(text);
        let document: PayloadDocument | undefined = openPayload(before);
        const isOther = document.kind !== expected.kind;
        for (const step of steps) document &&= changePayload(document, step, expected.kind);
        if (document === undefined) return;
        changed++;
        expect(isOther && steps.length > 0).toBe(false);
        expect(told(document)).toEqual(told(expected));
      }),
      { numRuns: 100 },
    );
    expect(changed).toBeGreaterThan(0);
  });

  it('has a mistake of syntax exactly when JSON.parse refuses the text', () => {
    fc.assert(
      fc.property(texts, changes, (before, list) => {
        let text = before;
        for (const { at, removed, put, snaps } of list.slice(0, 2)) {
          const start = placeOf(text, at, snaps);
          text = text.slice(0, start) + put + text.slice(start + removed);
        }
        const document = openPayload(text);
        const mistakes = problemsOf(document).filter(({ code }) => code === 'json.syntax');
        // A byte order mark is a warning; documents after the first one are payloads of their own
        const several = severalDocuments(document);
        const all =
          several === undefined ? [text] : [text.slice(0, several.end), ...several.further.map((one) => one.text)];
        const isTaken = all.every((one) => 'value' in readJson(one.replace(/^\uFEFF/, '')));
        expect(mistakes.length === 0, text).toBe(isTaken);
      }),
      sweepOf(1_000),
    );
  });

  it('has places inside the text only, and counts lines as the whole text does', () => {
    fc.assert(
      fc.property(texts, changes, fc.double({ min: 0, max: 1, noNaN: true }), (before, list, share) => {
        let text = before;
        for (const { at, removed, put, snaps } of list.slice(0, 2)) {
          const start = placeOf(text, at, snaps);
          text = text.slice(0, start) + put + text.slice(start + removed);
        }
        const document = openPayload(text);
        const offset = Math.floor(share * text.length);
        expect(positionAt(document, offset)).toEqual(new LineIndex(text).positionAt(offset));
        for (const { span } of problemsOf(document))
          expect(0 <= span.start && span.start <= span.end && span.end <= text.length, text).toBe(true);
        const part = partAt(document, offset);
        if (part !== undefined) expect(text.slice(part.start, part.end)).toBe(part.text);
      }),
      sweepOf(300),
    );
  });

  it('is the same when opened beside the one before', () => {
    fc.assert(
      fc.property(texts, texts, (before, text) => {
        const opening = openPayloadInSlices(text, undefined, undefined, openPayload(before));
        let step = opening.next();
        while (step.done !== true) step = opening.next();
        expect(told(step.value)).toEqual(told(openPayload(text)));
      }),
      sweepOf(100),
    );
  });
});

describe('a change inside one operation', () => {
  const text = bulkText(200);
  const document = openPayload(text);

  it.each([
    ['a letter in a value', text.indexOf('user100@') + 4, 'x'],
    ['a brace', text.indexOf('"familyName"', 40_000), '{'],
    ['a quote', text.indexOf('"familyName"', 40_000), '"'],
    ['a new operation', text.indexOf('{\n', 40_000), `${operationText(999)},`],
  ])('leaves all others as they were: %s', (_what, at, put) => {
    const changed = changePayload(document, { start: at, end: at, text: put });
    const before = new Set(document.parts.map(({ findings }) => findings));
    const fresh = changed?.parts.filter(({ findings }) => !before.has(findings));
    expect(fresh?.length).toBeGreaterThan(0);
    expect(fresh?.length).toBeLessThanOrEqual(2);
    expect(changed?.parts.length).toBeGreaterThanOrEqual(200);
  });
});

import { describe, expect, it } from 'vitest';
import { spanAt } from '../../../../src/language/shared/textPlaces';
import type { EditedPayload } from '../../../../src/language/payload/editedPayload';
import { payloadSymbols } from '../../../../src/language/payload/symbols';
import { openInEditor } from '../../../support/openPayload';

/** The facts of each part, as finding problems leaves them. */
function withFacts(text: string): EditedPayload {
  const payload = openInEditor(text);
  const parts = payload.payload.parts.map((part) => {
    const placed = (name: string) => {
      const found = new RegExp(`"${name}": ("[^"]*")`).exec(part.text);
      const [all = '', quoted = ''] = found ?? [];
      const start = (found?.index ?? 0) + all.length - quoted.length;
      return found ? { text: quoted.slice(1, -1), span: { start, end: start + quoted.length } } : undefined;
    };
    const [title, externalId, bulkId] = [placed('displayName')?.text, placed('externalId'), placed('bulkId')];
    const facts = {
      span: { start: 0, end: part.text.length },
      ...(title === undefined ? {} : { title }),
      ...(externalId === undefined ? {} : { externalId }),
      ...(bulkId === undefined ? {} : { bulkId }),
    };
    return { start: part.start, text: part.text, root: part.root, findings: { problems: [], facts } };
  });
  return { ...payload, payload: { ...payload.payload, parts } };
}

const TEXT = `{ "Operations": [
  { "bulkId": "b1", "data": { "externalId": "1", "displayName": "Ana Ruiz", "active": true, "name": {} } },
  { "bulkId": "b2", "data": { "externalId": "2" } },
  { "bulkId": "b3", "data": {} },
  {}
] }`;

describe('outline of payloads', () => {
  it('is by person', () => {
    const found = payloadSymbols(withFacts(TEXT));
    expect(found.map(({ name, detail }) => [name, detail])).toEqual([
      ['Ana Ruiz', '1'],
      ['2', undefined],
      ['b3', undefined],
      ['Operation 4', undefined],
    ]);
  });

  it('has the attributes of a few people, with the values that are short', () => {
    const [ana] = payloadSymbols(withFacts(TEXT));
    expect(ana?.children?.map(({ name, detail }) => [name, detail])).toEqual([
      ['externalId', '1'],
      ['displayName', 'Ana Ruiz'],
      ['active', 'true'],
      ['name', undefined],
    ]);
  });

  it('and of many the people alone', () => {
    const many = Array.from({ length: 300 }, (_, index) => `{ "bulkId": "${index}", "data": { "title": "T" } }`);
    const found = payloadSymbols(withFacts(`{ "Operations": [${many.join(',')}] }`));
    expect(found).toHaveLength(300);
    expect(found[299]).toMatchObject({ name: '299' });
    expect(found[299]).not.toHaveProperty('children');
  });

  it('every selection lies in its range', () => {
    const payload = withFacts(TEXT);
    for (const symbol of payloadSymbols(payload).flatMap((one) => [one, ...(one.children ?? [])])) {
      const [range, selection] = [spanAt(payload, symbol.range), spanAt(payload, symbol.selectionRange)];
      expect(selection.start).toBeGreaterThanOrEqual(range.start);
      expect(selection.end).toBeLessThanOrEqual(range.end);
      expect(symbol.name).not.toBe('');
    }
  });

  it('a single user is one person', () => {
    expect(payloadSymbols(openInEditor('{ "userName": "a" }')).map(({ name }) => name)).toEqual(['User']);
  });
});

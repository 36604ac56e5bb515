import { describe, expect, it } from 'vitest';
import { jsonProblemKinds } from '../../../src/core/json/jsonProblemKinds';
import { openPayload, problemsOf } from '../../../src/core/payload/document/payloadDocument';
import type { TextEdit } from '../../../src/core/text/textEdit';
import { applyEdits } from '../../../src/core/text/textEdit';
import { bulkText } from './bulkTexts';

const COUNT = 30;

/** The request with the first text after the beginning of the fifth operation removed or preceded by something. */
function withMistake(indent: number, remove: string, put = ''): string {
  const text = bulkText(COUNT, indent);
  const at = text.indexOf(remove, text.indexOf('700005'));
  return text.slice(0, at) + put + text.slice(at + remove.length);
}

const mistakesOf = (text: string) => problemsOf(openPayload(text)).filter(({ code }) => code === 'json.syntax');

/** What the text is refused for, regardless of its meaning. */
const OF_JSON: ReadonlySet<string> = new Set(jsonProblemKinds.map(({ code }) => code));

/** Layouts, and the text of an operation's end in each. */
const layouts = [
  { name: 'in lines', indent: 2 },
  { name: 'in one line', indent: 0 },
];

describe.each(layouts)('one mistake in a request $name', ({ indent }) => {
  const mistakes = [
    ['an object is not closed', '}', ''],
    ['a list is not closed', ']', ''],
    ['an object is opened and not closed', '"displayName"', '{"displayName"'],
    ['a list is opened and not closed', '"displayName"', '["displayName"'],
    ['a brace too much', '}', '}}'],
    ['a bracket too much', ']', ']]'],
    ['a quote too much', '"userName"', '""userName"'],
    ['no closing quote', '@contoso.com"', '@contoso.com'],
    ['a quote in a text', 'Jensen', 'Jen"sen'],
    ['no comma', ',', ''],
    ['a comma too much', ',', ',,'],
    ['a name without quotes', '"userName"', 'userName'],
    ['no colon', '"userName":', '"userName"'],
    ['no value', 'true', ''],
  ] as const;

  it.each(mistakes)('is one problem, or two where it ends an operation early: %s', (_what, remove, put) => {
    const text = withMistake(indent, remove, put);
    expect(text).not.toBe(bulkText(COUNT, indent));
    const found = mistakesOf(text);
    expect(found.length).toBeGreaterThan(0);
    expect(found.length, found.map(({ message }) => message).join('\n')).toBeLessThanOrEqual(2);
  });

  it.each(mistakes)('is in its operation or right after it: %s', (_what, remove, put) => {
    const text = withMistake(indent, remove, put);
    const from = text.lastIndexOf('"method"', text.indexOf('700005')) - 20;
    const to = text.indexOf('"method"', text.indexOf('700005'));
    for (const { span } of mistakesOf(text)) {
      expect(span.start).toBeGreaterThan(from);
      expect(span.end).toBeLessThan(to);
    }
  });

  it.each(mistakes)('leaves all other operations as they are: %s', (_what, remove, put) => {
    const sound = new Set(openPayload(bulkText(COUNT, indent)).parts.map(({ text }) => text));
    const parts = openPayload(withMistake(indent, remove, put)).parts;
    expect(parts.filter(({ text }) => sound.has(text))).toHaveLength(COUNT - 1);
  });
});

describe('a bracket that is missing around the operations', () => {
  const text = bulkText(3, 0);
  it.each([
    ['the end of the list', '],"failOnErrors"', ',"failOnErrors"'],
    ['the end of the request', '"failOnErrors":null}', '"failOnErrors":null'],
    ['the end of the URNs', 'BulkRequest"]', 'BulkRequest"'],
    ['a quote of a URN', 'BulkRequest"]', 'BulkRequest]'],
    ['everything after the operations', '],"failOnErrors":null}', ''],
    ['the brace of the last operation and all after it', '}],"failOnErrors":null}', ''],
    ['a comma after the last', '],"failOnErrors"', ',],"failOnErrors"'],
    ['the comma between two', '},{', '}{'],
    ['a comment between two', '},{', '},/* { */{'],
    ['something after the end', '"failOnErrors":null}', '"failOnErrors":null} x'],
  ])('%s: one problem, and three operations', (_what, remove, put) => {
    const wrong = text.replace(remove, put);
    const document = openPayload(wrong);
    expect(document.kind).toBe('bulkRequest');
    expect(document.parts).toHaveLength(3);
    expect(mistakesOf(wrong).map(({ message }) => message)).toHaveLength(1);
  });

  it.each([
    ['everything after the operations', '],"failOnErrors":null}', ''],
    ['the comma between two', '},{', '}{'],
    ['two commas', '},{', '},,{'],
    ['a comma after the last', '],"failOnErrors"', ',],"failOnErrors"'],
    ['a comment between two', '},{', '},/* { */{'],
  ])('%s is repaired by the edit that comes with it', (_what, remove, put) => {
    const wrong = text.replace(remove, put);
    const repaired = applyEdits(
      wrong,
      mistakesOf(wrong).map(({ data }) => data?.edit as TextEdit),
    );
    expect(mistakesOf(repaired)).toEqual([]);
  });
});

describe('a request without a list of operations', () => {
  it.each(['{"Operations": {}}', '{"Operations": null}', '{}', '{"a": {"Operations": 1}}'])(
    '%s has no parts',
    (text) => {
      const document = openPayload(text, undefined, { name: 'x.bulk.json' });
      expect(document.parts).toEqual([]);
      expect(document.head).toBe(text);
      expect(problemsOf(document).filter(({ code }) => OF_JSON.has(code))).toEqual([]);
    },
  );

  it('that has one elsewhere, takes the root’s', () => {
    const document = openPayload('{"a": {"Operations": [1]}, "operations": [2, 3]}', undefined, {
      name: 'x.bulk.json',
    });
    expect(document.parts.map(({ text }) => text)).toEqual(['2', '3']);
  });
});

describe('what is too large', () => {
  const codes = (text: string) =>
    problemsOf(openPayload(text, undefined, { name: 'x.bulk.json' }))
      .map(({ code }) => code)
      .filter((code) => OF_JSON.has(code));

  it('is an operation over 1 MiB, alone', () => {
    const long = `{"data": {"a": "${'x'.repeat(700_000)}", "b": "${'x'.repeat(700_000)}"}}`;
    expect(codes(`{"Operations": [${long}, {"data": {"a": 1, "a": 1}}]}`)).toEqual([
      'json.too-large',
      'json.duplicate-member',
    ]);
  });

  it('is the 10,001st operation', () => {
    const operations = (count: number) => `{"Operations": [${'1,'.repeat(count - 1)}1]}`;
    expect(codes(operations(10_000))).toEqual([]);
    expect(codes(operations(10_001))).toEqual(['json.too-large']);
  });

  it('is a request over 10 MiB', () => {
    expect(codes(`{"Operations": []}${' '.repeat(10_485_760)}`)).toEqual(['json.too-large']);
  });

  it('is what lies 65 levels deep in the whole', () => {
    const nested = (depth: number) => `{"Operations": [${'['.repeat(depth)}${']'.repeat(depth)}]}`;
    expect(codes(nested(62))).toEqual([]);
    expect(codes(nested(63))).toEqual(['json.too-deep']);
  });
});

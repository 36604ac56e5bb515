import { describe, expect, it } from 'vitest';
import { memberNode } from '../../../src/core/json/jsonNode';
import { embeddedExpression } from '../../../src/core/jobSchema/embeddedExpression';
import { loadJobSchema } from '../../../src/core/jobSchema/loadJobSchema';
import { readJsonText } from '../../../src/core/json/readJsonText';
import { createSeededRandom } from '../../support/seededRandom';
import { changedJob, expressionSource } from './smallJob';
import { sweepOf } from '../../support/sweep';

function embeddedIn(text: string) {
  const node = memberNode(readJsonText(text).root, 'expression');
  if (node === undefined) throw new Error(`no expression in ${text}`);
  return { node, embedded: embeddedExpression(text, node) };
}

describe('an expression in a JSON string', () => {
  it.each([
    ['[a]', '[a]'],
    ['Join(\\"-\\", [a])', 'Join("-", [a])'],
    ['\\u005Ba]', '[a]'],
    ['\\\\\\/\\b\\f\\n\\r\\t', '\\/\b\f\n\r\t'],
    ['\\ud83d\\ude00 \ud83d\ude00', '\ud83d\ude00 \ud83d\ude00'],
    ['a\\x b\\u12 c', 'a b c'],
    ['', ''],
  ])('%j says %j', (written, text) => {
    const document = `{ "expression": "${written}" }`;
    const { embedded, node } = embeddedIn(document);
    expect(embedded.text).toBe(text);
    expect(node.value).toBe(text);
    expect(document.slice(embedded.span.start, embedded.span.end)).toBe(written);
  });

  it('maps the place of each character, and back', () => {
    const document = '{"expression": "a\\"b\\u0063d"}';
    const { embedded } = embeddedIn(document);
    const places = Array.from({ length: embedded.text.length + 1 }, (_, place) =>
      document.slice(embedded.toDocument(place)),
    );
    expect(places).toEqual(['a\\"b\\u0063d"}', '\\"b\\u0063d"}', 'b\\u0063d"}', '\\u0063d"}', 'd"}', '"}']);
    const inEscape = document.indexOf('0063');
    expect(embedded.toExpression(inEscape)).toBe(3);
    expect([embedded.toExpression(0), embedded.toExpression(document.length)]).toEqual([0, 5]);
    expect([embedded.toDocument(-1), embedded.toDocument(99)]).toEqual([embedded.span.start, embedded.span.end]);
  });

  it('reads any string as the JSON parser does', () => {
    const random = createSeededRandom(7);
    const pieces = ['\\', '"', 'u', '00', '4', 'é', '\ud83d', 'n', '[', ' ', '\\u0041', '\\"', '\n', '/', 'x'];
    for (let round = 0; round < sweepOf(3000).numRuns; round++) {
      let written = '';
      for (let i = 0; i < 8; i++) written += pieces[Math.floor(random() * pieces.length)] ?? '';
      const document = `{"expression": "${written}`;
      const { embedded, node } = embeddedIn(document);
      expect(embedded.text, document).toBe(node.value);
      for (let place = 0; place <= embedded.text.length; place++)
        expect(embedded.toExpression(embedded.toDocument(place)), document).toBe(place);
    }
  });
});

describe('problems of expressions', () => {
  it.each([
    ['Foo([title])', 'expression.unknown-function', 'Foo'],
    ['Join("-", Not([title], 5))', 'expression.argument-count', 'Not'],
    ['Replace([title], "\\\\", , , Nope("x"), , )', 'expression.unknown-function', 'Nope'],
    ['Join("-", [title]', 'expression.syntax', '('],
    ['ToLower(SelectUniqueValue([title], [userName]))', 'expression.nesting', 'SelectUniqueValue([title], [userName])'],
    ['ToLower("é \ud83d\ude00", "x", [title])', 'expression.argument-count', 'ToLower'],
    ['Left([title], "ten")', 'expression.argument-type', '\\"ten\\"'],
  ])('%j: %s at %s', (expression, code, marked) => {
    const text = changedJob(({ title }) => Object.assign(title, { source: expressionSource(expression) }));
    const found = loadJobSchema(readJsonText(text)).problems.filter((problem) => problem.code === code);
    expect(found.map(({ span }) => text.slice(span.start, span.end))).toEqual([marked]);
  });

  it('say that it is too long, whether it can be read or not', () => {
    for (const expression of [`Join("", "${'x'.repeat(10_000)}")`, `Join("", "${'x'.repeat(10_000)}`]) {
      const text = changedJob(({ title }) => Object.assign(title, { source: expressionSource(expression) }));
      expect(loadJobSchema(readJsonText(text)).problems.map(({ code }) => code)).toContain('expression.too-long');
    }
  });
});

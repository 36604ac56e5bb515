import { describe, expect, it } from 'vitest';
import type { EvaluationContext } from '../../../../src/core/expression/context';
import type { JsonObject, JsonValue } from '../../../../src/core/json/jsonValue';
import { member } from '../../../../src/core/json/jsonValue';
import { answerParseExpression } from '../../../../src/sandbox/routes/parseExpression';

/** A request with these properties of the test object. */
const request = (expression: string, cells?: Readonly<Record<string, JsonValue>>): JsonObject => ({
  expression,
  ...(cells && {
    testInputObject: { properties: Object.entries(cells).map(([key, value]) => ({ key, value })) },
  }),
});
const answer = (body: unknown, context: EvaluationContext = {}) => answerParseExpression(body, context);

describe('an expression that is sent to be parsed', () => {
  it.each<[string, Readonly<Record<string, JsonValue>>, readonly string[]]>([
    ['[A]', { A: 'x' }, ['x']],
    ['[A]', {}, []],
    ['[A]', { A: null }, []],
    ['[A]', { A: '' }, ['']],
    ['[A]', { a: 'x' }, []],
    ['[A]', { A: true }, ['True']],
    ['[A]', { A: 7 }, ['7']],
    ['[A]', { A: ['x', 'y', 3] }, ['x', 'y', '3']],
    ['[A]', { A: [] }, []],
    ['[A]', { A: { x: 1 } }, []],
    ['Join("-", [A], [B])', { A: 'x', B: 'y' }, ['x-y']],
    ['Split([A], ",")', { A: 'x,y' }, ['x', 'y']],
    ['Switch([A], "no", "1", "yes")', { A: '1' }, ['yes']],
    ['"text"', {}, ['text']],
  ])('%s with %j gives %j', (expression, cells, result) => {
    expect(answer(request(expression, cells))).toMatchObject({
      parsingSucceeded: true,
      evaluationSucceeded: true,
      evaluationResult: result,
      error: null,
    });
  });

  it('is parsed and not evaluated without a test object', () => {
    for (const body of [request('[A]'), { ...request('[A]'), testInputObject: null }, request('Item([A], 0)')])
      expect(answer(body)).toMatchObject({ evaluationSucceeded: false, evaluationResult: [], error: null });
    expect(answer(request('[A]'))).toEqual({
      parsingSucceeded: true,
      parsedExpression: expect.objectContaining({ name: 'A', type: 'Attribute' }) as JsonValue,
      evaluationSucceeded: false,
      evaluationResult: [],
      error: null,
    });
  });

  it.each<[unknown, string, string]>([
    [request(''), 'expression.syntax', 'Expected an expression.'],
    [undefined, 'expression.syntax', 'Expected an expression.'],
    [{ expression: 7 }, 'expression.syntax', 'Expected an expression.'],
    [request('Nope([A])'), 'expression.unknown-function', 'Nope'],
    [request('ToLower()', { A: 'x' }), 'expression.argument-count', 'ToLower'],
    [request('ToLower([A]'), 'expression.syntax', ''],
  ])('%j is not parsed: %s', (body, code, words) => {
    const { error, ...rest } = answer(body);
    expect(rest).toEqual({
      parsingSucceeded: false,
      parsedExpression: null,
      evaluationSucceeded: false,
      evaluationResult: [],
    });
    expect(member(error, 'code')).toBe(code);
    expect(member(error, 'message')).toContain(words);
  });

  it('that fails for its test object is parsed all the same', () => {
    const { parsingSucceeded, evaluationSucceeded, evaluationResult, error } = answer(
      request('CStr(CDate([A]))', { A: 'no date' }),
    );
    expect([parsingSucceeded, evaluationSucceeded, evaluationResult]).toEqual([true, false, []]);
    expect(member(error, 'code')).toMatch(/^E_/);
  });

  it('is evaluated with what the tenant knows, and fails where that is not known', () => {
    const body = request('Join("@", [A], DefaultDomain())', { A: 'x' });
    expect(answer(body, { defaultDomain: 'contoso.com' })).toMatchObject({ evaluationResult: ['x@contoso.com'] });
    expect(answer(body)).toMatchObject({ parsingSucceeded: true, error: { code: 'E_CONTEXT' } });
  });

  it.each([{ properties: 'none' }, { properties: [7, null, { value: 'x' }, { key: 'A', value: 'y' }] }, {}])(
    'is evaluated with what can be read of %j',
    (testInputObject) => {
      const known = Array.isArray(testInputObject.properties) ? ['y'] : [];
      expect(answer({ expression: '[A]', testInputObject })).toMatchObject({ evaluationResult: known });
    },
  );
});

import { describe, expect, it } from 'vitest';
import { clears, parseResetScope } from '../../../../src/sandbox/job/resetScope';

const body = (resetScope: unknown) => ({ criteria: { resetScope } });

describe('the scope of a restart', () => {
  it.each([
    [{}],
    [undefined],
    [null],
    ['text'],
    [{ criteria: null }],
    [body(undefined)],
    [body(null)],
    [body('')],
    [body(' , ')],
  ])('of %j is what the portal clears', (given) => {
    expect(parseResetScope(given)).toEqual(['QuarantineState', 'Watermark', 'Escrows']);
  });

  it.each([
    ['Watermark', ['Watermark']],
    ['watermark, ESCROWS', ['Watermark', 'Escrows']],
    ['Full,', ['Full']],
    ['None', ['None']],
  ])('%j is %j', (text, expected) => {
    expect(parseResetScope(body(text))).toEqual(expected);
  });

  it.each([
    [7, '"resetScope" must be a string.'],
    [['Full'], '"resetScope" must be a string.'],
    [
      'Full, Nothing',
      'Unknown reset scope "Nothing". Use None, ConnectorDataStore, Escrows, Watermark, QuarantineState, Full, ForceDeletes.',
    ],
  ])('%j is refused', (scope, refusal) => {
    expect(parseResetScope(body(scope))).toEqual({ refusal });
  });

  it('clears what it names, and everything when it is full', () => {
    expect(clears(['Watermark'], 'Watermark')).toBe(true);
    expect(clears(['Watermark'], 'Escrows')).toBe(false);
    expect(clears(['None'], 'Escrows')).toBe(false);
    expect(clears(['Full'], 'Escrows')).toBe(true);
  });
});

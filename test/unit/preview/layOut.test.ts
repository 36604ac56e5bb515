import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOut } from '../../../src/preview/layOut';

describe('layOut', () => {
  it('sets any JSON out as JSON.stringify does', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(layOut(JSON.stringify(value))).toBe(JSON.stringify(value, null, 2));
      }),
    );
  });

  it('takes lines that are set out already', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(layOut(JSON.stringify(value, null, '\t'))).toBe(JSON.stringify(value, null, 2));
      }),
    );
  });

  it.each(['12345678901234567890', '1.50', '-0.000', '1E400'])('leaves the number %s as it is', (number) => {
    expect(layOut(`{"n":${number}}`)).toBe(`{\n  "n": ${number}\n}`);
  });

  it('leaves the order and the repetition of members as they are', () => {
    expect(layOut('{"b":1,"2":[],"b":{}}')).toBe('{\n  "b": 1,\n  "2": [],\n  "b": {}\n}');
  });
});

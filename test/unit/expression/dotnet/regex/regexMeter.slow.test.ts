import { describe, expect, it } from 'vitest';
import { compileRegex } from '../../../../../src/core/expression/dotnet/regex/dotnetRegex';
import { RegexBudgetError, RegexMeter } from '../../../../../src/core/expression/dotnet/regex/regexMeter';
import { RegexSizeError } from '../../../../../src/core/expression/limits/writtenText';

function regex(pattern: string) {
  const compiled = compileRegex(pattern);
  if ('refusal' in compiled) throw new Error(`${pattern}: ${compiled.refusal.message}`);
  return compiled.regex;
}

/** What came of an evaluation: `changed`, `unchanged`, or whose steps ran out. */
function outcome(pattern: string, text: string, meter = new RegexMeter()): string {
  try {
    return regex(pattern).replace(text, '-', meter) === text ? 'unchanged' : 'changed';
  } catch (error) {
    if (error instanceof RegexBudgetError) return `out of steps: ${error.scope}`;
    throw error;
  }
}

/** A short text that defeats most, a longer one, and the longest that a mapping will ever see. */
const SHORT = `${'a'.repeat(40)}!`;
const LONG = `${'a'.repeat(2000)}!`;
const HUGE = 'aab, xx yy '.repeat(20_000);
const OUT = 'out of steps: value';

describe('patterns that hold other engines for hours', () => {
  // Those with an answer had to try exponentially many ways, or the square of the length, without memory.
  it.each([
    ['^(a+)+$', 'unchanged', 'unchanged', 'unchanged'],
    ['(a|aa)+$', 'unchanged', 'unchanged', 'unchanged'],
    ['(a|a)*b', 'unchanged', 'unchanged', 'changed'],
    ['^(a|a?)+$', 'unchanged', 'unchanged', 'unchanged'],
    ['(.*a){20}', 'changed', 'changed', 'changed'],
    ['(.*a){20}$', 'unchanged', 'unchanged', OUT],
    ['(a*)*b', 'unchanged', 'unchanged', 'changed'],
    ['([a-zA-Z]+)*$', 'changed', 'changed', OUT],
    ['^(([a-z])+.)+[A-Z]([a-z])+$', 'unchanged', 'unchanged', 'unchanged'],
    ['(x+x+)+y', 'unchanged', 'unchanged', 'unchanged'],
    ['(?:a?){30}a{30}', 'changed', 'changed', 'unchanged'],
    ['(a?){1,40}a{40}b', 'unchanged', OUT, OUT],
    ['\\s+$', 'unchanged', 'unchanged', 'changed'],
    ['^(.*?,){30}P', 'unchanged', 'unchanged', OUT],
    ['(?=(a+)+$)b', 'unchanged', 'unchanged', 'unchanged'],
    ['(?>(a+)+)c', 'unchanged', OUT, 'unchanged'],
    ['(\\w+\\s?)+!', 'changed', 'changed', OUT],
    ['.*.*.*=.*', 'unchanged', 'unchanged', OUT],
    ['(?:(?:a*)*)*b', 'unchanged', 'unchanged', 'changed'],
    ['((a{1,50}){1,50}){1,3}b', 'unchanged', OUT, 'changed'],
    // What follows depends on what was captured, so nothing can be remembered.
    ['(a+)+\\1b', OUT, OUT, 'changed'],
    ['^(\\w*\\W*)*$~', 'unchanged', 'unchanged', OUT],
  ])('%s', (pattern, short, long, huge) => {
    expect([SHORT, LONG, HUGE].map((text) => outcome(pattern, text))).toEqual([short, long, huge]);
  });

  it('needs steps in proportion to the length, and no stack', () => {
    const meter = new RegexMeter({ stepsPerValue: 5_000_000 });
    expect(outcome('^(?:(?:a|b)*|c)*$', 'ab'.repeat(100_000), meter)).toBe('changed');
  });

  it('counts what it writes', () => {
    expect(outcome('a', 'a'.repeat(20_000))).toBe('changed');
    const few = new RegexMeter({ stepsPerValue: 100_000, stepsInReserve: 1_000_000 });
    expect(() => regex('a').replace('a'.repeat(900), '$_', few)).toThrow(RegexBudgetError);
  });

  it('writes no result that is too large', () => {
    expect(() => regex('a').replace('a'.repeat(20_000), '$_')).toThrow(RegexSizeError);
  });

  it('works again after it was stopped', () => {
    const compiled = regex('(a+)+\\1b');
    expect(() => compiled.replace(SHORT, '-')).toThrow(RegexBudgetError);
    expect(compiled.replace('aab, aaab', '-')).toBe('-, -');
  });
});

describe('a meter over many values', () => {
  const slow = '(a+)+\\1b';

  it('stops trying once its reserve is used up', () => {
    const meter = new RegexMeter({ stepsPerValue: 100_000, stepsInReserve: 150_000 });
    expect([1, 2, 3, 4].map(() => outcome(slow, SHORT, meter))).toEqual([
      OUT,
      OUT,
      'out of steps: run',
      'out of steps: run',
    ]);
  });

  it('is used up by values that are slow and have an answer, too', () => {
    const meter = new RegexMeter({ stepsInReserve: 10_000 });
    expect(outcome('(a?){1,40}a{40}b', SHORT, meter)).toBe('unchanged');
    expect(outcome('(a?){1,40}a{40}b', SHORT, meter)).toBe('out of steps: run');
  });

  it('is not used up by ordinary values, however many', () => {
    const meter = new RegexMeter({ stepsInReserve: 1 });
    const phone = regex('\\+(?<isd>\\d* )(?<number>\\d{10})');
    const id = regex('(.*?)(?<id>.{0,8})$');
    for (let record = 0; record < 2000; record++) {
      expect(phone.replace('+91 9998887777', '${number}', meter)).toBe('9998887777');
      expect(id.replace('0000000012345', '${id}', meter)).toBe('00012345');
    }
  });

  it('names neither the value nor the pattern in its message', () => {
    expect(() => regex(slow).firstGroup(SHORT, '1')).toThrow(
      'The regular expression took too long on this value and was stopped.',
    );
  });
});

describe('one evaluation', () => {
  it.each([
    [{ stepsPerValue: 100 }, 100, 'done'],
    [{ stepsPerValue: 100 }, 101, 'value'],
    [{}, 750_000, 'done'],
    [{}, 750_001, 'value'],
  ])('under %j of %i steps: %s', (limits, steps, expected) => {
    expect(evaluated(new RegexMeter(limits), 10, 1, steps - 1)).toBe(expected);
  });
});

describe('the reserve', () => {
  // A thousand steps, and fifty for each unit of the text, are for nothing.
  const FREE = 1_000 + 50 * 10;
  it.each([
    ['is not touched by what is for nothing', 1, [FREE, FREE, 1], 'done'],
    ['is used up', 1, [FREE + 1, 1], 'run'],
    ['lasts to its last step', 2, [FREE + 1, 1], 'done'],
    ['does not grow by what is left over', 1, [0, FREE + 1, 1], 'run'],
    ['is used up by an evaluation that is stopped', 10_000, [800_000, 1], 'run'],
    ['is forty million where nothing else is said', undefined, [...Array<number>(53).fill(750_000), 1], 'done'],
    ['is not more than that', undefined, [...Array<number>(54).fill(750_000), 1], 'run'],
  ])('%s', (_, stepsInReserve, evaluations, expected) => {
    const meter = new RegexMeter(stepsInReserve === undefined ? {} : { stepsInReserve });
    expect(evaluations.map((steps) => evaluated(meter, 10, steps)).at(-1)).toBe(expected);
  });

  it('says of a value that it was not tried, without trying it', () => {
    const meter = new RegexMeter({ stepsInReserve: 0 });
    expect(() => meter.evaluate(1, () => expect.fail())).toThrow('The regular expression was not tried on this value');
  });
});

describe('what a replacement costs', () => {
  // Eight characters that are written are a step; `a` is found in eleven, `(a)` in fourteen.
  const written = 'x'.repeat(800);
  it.each([
    ['replace', 11 + 100, (meter: RegexMeter) => regex('a').replace('a', written, meter)],
    ['replaceGroup', 14 + 100, (meter: RegexMeter) => regex('(a)').replaceGroup('a', '1', written, meter)],
  ])('%s', (_, steps, evaluate) => {
    expect(evaluate(new RegexMeter({ stepsPerValue: steps }))).toBe(written);
    expect(() => evaluate(new RegexMeter({ stepsPerValue: steps - 1 }))).toThrow(RegexBudgetError);
  });
});

/** What became of an evaluation that takes these steps one after the other. */
function evaluated(meter: RegexMeter, length: number, ...steps: number[]): string {
  try {
    return meter.evaluate(length, (count) => {
      for (const taken of steps) count.take(taken);
      return 'done';
    });
  } catch (error) {
    if (error instanceof RegexBudgetError) return error.scope;
    throw error;
  }
}

import { describe, expect, it } from 'vitest';
import { Failures } from '../../../../../src/core/expression/dotnet/regex/failures';

const MAX_FLAGS = 2 ** 26;
const NO_REGISTERS = new Int32Array(0);

function failures(textLength: number, crossingSlots: number): Failures {
  const made = Failures.create(textLength, crossingSlots);
  if (made === undefined) throw new Error('too many');
  return made;
}

describe('what it remembers', () => {
  it('is each crossing at each position, apart', () => {
    const places = Array.from({ length: 41 }, (_, position) => [0, 1, 2].map((slot) => ({ slot, position }))).flat();
    const remembered = failures(40, 3);
    const enterAll = () =>
      places.map(({ slot, position }) => remembered.enter({ slot, marks: [] }, position, NO_REGISTERS));
    expect(enterAll()).toEqual(places.map(() => true));
    expect(remembered.size).toBe(places.length);
    expect(enterAll()).toEqual(places.map(() => false));
    expect(remembered.size).toBe(places.length);
  });

  it('is how many of the repetitions around have moved on since their turn began', () => {
    const remembered = failures(10, 4);
    const crossing = { slot: 1, marks: [0, 2] };
    const enter = (position: number, ...registers: number[]) =>
      remembered.enter(crossing, position, Int32Array.from(registers));
    expect([enter(5, 5, 0, 5), enter(5, 5, 0, 4), enter(5, 3, 0, 4)]).toEqual([true, true, true]);
    expect([enter(5, 5, 5, 5), enter(5, 4, 5, 5), enter(5, 4, 5, 4)]).toEqual([false, false, false]);
  });

  it('is taken back to where it was', () => {
    const remembered = failures(100, 1);
    const enter = (position: number) => remembered.enter({ slot: 0, marks: [] }, position, NO_REGISTERS);
    for (const position of [0, 31, 32]) enter(position);
    const { size } = remembered;
    for (const position of [30, 33, 64]) enter(position);
    remembered.forget(size);
    expect(remembered.size).toBe(3);
    expect([0, 31, 32].map(enter)).toEqual([false, false, false]);
    expect([30, 33, 64].map(enter)).toEqual([true, true, true]);
  });
});

describe('how much room it takes', () => {
  it.each([
    ['none without crossings', 10, 0, false],
    ['some', 10, 1, true],
    ['some for an empty text', 0, 1, true],
    ['the most', MAX_FLAGS - 1, 1, true],
    ['the most, over several crossings', MAX_FLAGS / 4 - 1, 4, true],
    ['more', MAX_FLAGS, 1, false],
    ['more, over several crossings', MAX_FLAGS / 4, 4, false],
  ])('%s', (_, textLength, crossingSlots, made) => {
    expect(Failures.create(textLength, crossingSlots) !== undefined).toBe(made);
  });
});

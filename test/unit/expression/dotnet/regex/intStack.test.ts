import { expect, it } from 'vitest';
import { IntStack } from '../../../../../src/core/expression/dotnet/regex/intStack';

const MANY = 5000;

function filled(count: number): IntStack {
  const stack = new IntStack();
  for (let value = 0; value < count; value++) stack.push(value);
  return stack;
}

it('gives back what was pushed, the last first, however much it is', () => {
  const stack = filled(MANY);
  expect(stack.length).toBe(MANY);
  expect(Array.from({ length: MANY }, () => stack.pop())).toEqual(
    Array.from({ length: MANY }, (_, index) => MANY - 1 - index),
  );
  expect(stack.length).toBe(0);
});

it('is read and written in place', () => {
  const stack = filled(3);
  stack.set(1, 7);
  expect([stack.at(0), stack.at(1), stack.at(2), stack.length]).toEqual([0, 7, 2, 3]);
});

it.each([3, 1024, MANY])('is empty after it was cleared of %i, and takes as many again', (count) => {
  const stack = filled(count);
  stack.clear();
  expect(stack.length).toBe(0);
  for (let value = 0; value < count; value++) stack.push(value);
  expect([stack.length, stack.at(count - 1), stack.at(0)]).toEqual([count, count - 1, 0]);
});

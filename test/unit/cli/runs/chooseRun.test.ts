import { expect, it } from 'vitest';
import { chooseRun } from '../../../../src/cli/runs/chooseRun';

const IDS = ['20261128-204806-3f9a1c', '20261128-204806-1f9a1c', '20261127-030000-aaaaaa'];

it.each([
  ['last', IDS[0]],
  [IDS[2] ?? '', IDS[2]],
  ['20261127', IDS[2]],
  ['20261128-204806-1', IDS[1]],
])('%s is a run', (word, id) => {
  expect(chooseRun(word, IDS)).toBe(id);
});

it.each([
  ['20261128', IDS, '2 runs begin with "20261128": 20261128-204806-3f9a1c, 20261128-204806-1f9a1c.'],
  ['x', IDS, 'Unknown run "x". "entra-inbound runs" lists them.'],
  ['', IDS, 'Unknown run "". "entra-inbound runs" lists them.'],
  ['last', [], 'This machine has no runs.'],
  ['2', Array.from({ length: 7 }, (_, index) => `2${index}`), '7 runs begin with "2": 20, 21, 22, 23, 24, and 2 more.'],
])('%s among %j is none', (word, ids, message) => {
  expect(() => chooseRun(word, ids)).toThrow(message);
});

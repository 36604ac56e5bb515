import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { guards } from '../../../src/core/guards/checks/table';
import { LIMIT_NAMES, LIMITS } from '../../../src/core/guards/limitTable';

const page = (name: string) => readFileSync(new URL(`../../../docs/${name}`, import.meta.url), 'utf8');

it('the page of limits lists every limit with its standard value', () => {
  const rows = [...page('guards.md').matchAll(/^\| `([\w.]+)` \| (\d+) \|/gm)].map((row) => [row[1], Number(row[2])]);
  expect(rows).toEqual(LIMIT_NAMES.map((name) => [name, LIMITS[name].standard]));
});

it('the page of decisions lists every guard', () => {
  const ids = [...page('decisions/guards.md').matchAll(/^\| (G\d+) \|/gm)].map((row) => row[1]);
  expect(ids).toEqual(guards.map(({ id }) => id));
});

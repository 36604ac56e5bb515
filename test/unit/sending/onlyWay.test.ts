import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const SRC = join(import.meta.dirname, '../../../src');

/** The files below `src` in whose text something is, by their paths. */
function filesWith(pattern: RegExp): readonly string[] {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
  return files
    .filter((path) => pattern.test(readFileSync(join(SRC, path), 'utf8')))
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
}

it('people leave this machine by one call, which the engine makes after it has written it down', () => {
  expect(filesWith(/\.upload\(/)).toEqual(['tenant/sending/attempt.ts']);
  expect(filesWith(/\battemptBatch\(/)).toEqual(['tenant/sending/attempt.ts', 'tenant/sending/sending.ts']);
});

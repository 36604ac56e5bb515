import { describe, expect, it } from 'vitest';
import { readBoundedJson } from '../../../src/core/json/readBoundedJson';

const nested = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;
const list = (count: number): string => `[${Array.from({ length: count }, () => '1').join(',')}]`;
const string = (length: number): string => `"${'x'.repeat(length)}"`;

describe('JSON of an unknown sender', () => {
  it.each([
    ['64 levels', nested(64)],
    ['64 levels of objects and lists', `${'{"a":['.repeat(32)}1${']}'.repeat(32)}`],
    ['10,000 elements', list(10_000)],
    ['a string of 1 MiB', string(1_048_576)],
    ['brackets in a string', `"${'['.repeat(100_000)}"`],
    ['many members', `{${Array.from({ length: 20_000 }, (_, index) => `"${index}":1`).join(',')}}`],
  ])('is read with %s', (_, text) => {
    expect(readBoundedJson(text)).toEqual({ value: JSON.parse(text) as unknown });
  });

  it.each([
    ['65 levels', nested(65), 'nested over 64 levels deep (at character 65).'],
    ['65 levels of objects and lists', `${'{"a":['.repeat(32)}[]${']}'.repeat(32)}`, 'nested over 64 levels deep'],
    ['100,000 levels', nested(100_000), 'nested over 64 levels deep'],
    ['1,000,000 open brackets', '['.repeat(1_000_000), 'nested over 64 levels deep'],
    ['100,000 open objects', '{"a":'.repeat(100_000), 'nested over 64 levels deep'],
    ['10,001 elements', list(10_001), 'too large: it has a list of over 10000 elements'],
    ['a string over 1 MiB', string(1_048_577), 'too large: it has a list'],
    ['an unfinished text', '{', 'not JSON: '],
    ['nothing', '', 'not JSON: '],
    ['deep brackets that a comment hides', `/*${nested(100)}*/1`, 'not JSON: '],
  ])('is refused with %s', (_, text, refusal) => {
    const reading = readBoundedJson(text);
    expect('refusal' in reading && reading.refusal).toContain(refusal);
  });
});

import { describe, expect, it } from 'vitest';
import type { ReadOptions } from '../../../../src/core/csv/extractEvent';
import { ExtractReader } from '../../../../src/core/csv/extractReader';
import { chooseLane } from '../../../../src/extract/lanes/chooseLane';
import { CsvParseReader } from '../../../../src/extract/lanes/csvParseReader';

describe('chooseLane', () => {
  it.each<readonly [options: ReadOptions, lane: unknown]>([
    [{}, ExtractReader],
    [{ delimiter: ';', quote: '' }, ExtractReader],
    [{ quote: "'" }, ExtractReader],
    [{ delimiter: '||' }, CsvParseReader],
    [{ delimiter: '||', quote: '' }, CsvParseReader],
    [{ delimiter: ';', quote: '!~' }, CsvParseReader],
  ])('%j', (options, lane) => {
    expect(chooseLane(options, 'utf-8')).toBeInstanceOf(lane);
  });
});

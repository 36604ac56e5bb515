import { describe, expect, it } from 'vitest';
import { LogWindow } from '../../../src/core/logs/logWindow';
import { parseLogEntry } from '../../../src/core/logs/logEntry';
import type { LogEntry } from '../../../src/core/logs/logEntry';

const NOON = Date.UTC(2026, 10, 30, 12);
const time = (minutes: number): number => NOON + minutes * 60_000;
const at = (minutes: number): string => new Date(time(minutes)).toISOString();

function entry(id: string, activityDateTime: string): LogEntry {
  const parsed = parseLogEntry({ id, activityDateTime });
  if (parsed === undefined) throw new Error('not an entry');
  return parsed;
}
const ids = (entries: readonly LogEntry[]): readonly string[] => entries.map(({ id }) => id);

describe('what a follower has seen of the log', () => {
  it('is given once, on whichever page and at whichever look it comes again', () => {
    const window = new LogWindow(undefined);
    const [a, b] = [entry('a', at(0)), entry('b', at(1))];
    expect(ids(window.take([a, b, a]))).toEqual(['a', 'b']);
    window.advance(NOON);
    expect(ids(window.take([b, entry('c', at(2))]))).toEqual(['c']);
  });

  it('begins an hour before the newest entry, so that late ones are seen', () => {
    const window = new LogWindow(time(-600));
    expect(window.start).toBe(time(-600));
    window.take([entry('a', at(0)), entry('b', at(-5))]);
    expect(window.start).toBe(time(-600));
    window.advance(NOON + 60_000);
    expect(window.start).toBe(time(-60));
    expect(ids(window.take([entry('late', at(-50))]))).toEqual(['late']);
  });

  it.each<[string, number | undefined, readonly string[], number, number | undefined]>([
    ['stays where nothing has come', undefined, [], 0, undefined],
    ['never goes back', time(-10), [at(0)], 0, time(-10)],
    ['is moved by an entry of the future no further than by one of now', undefined, [at(1e6)], 0, time(-60)],
    ['is not moved by a time that cannot be read', undefined, ['yesterday'], 0, undefined],
    ['goes by the entries where this clock is ahead', undefined, [at(0)], 600, time(-60)],
  ])('%s', (_, start, times, now, expected) => {
    const window = new LogWindow(start);
    window.take(times.map((each, index) => entry(String(index), each)));
    window.advance(NOON + now * 60_000);
    expect(window.start).toBe(expected);
  });

  it('stays small over days', () => {
    const window = new LogWindow(undefined);
    let most = 0;
    for (let minute = 0; minute < 3 * 24 * 60; minute++) {
      window.take([entry(`e${minute}`, at(minute)), entry(`x${minute}`, 'no time')]);
      window.advance(NOON + minute * 60_000);
      most = Math.max(most, window.size);
    }
    // Those of an hour, and the last ones without a time: there are fewer than are kept
    expect(most).toBeLessThan(3 * 24 * 60 + 70);
    for (let count = 0; count < 30_000; count++) window.take([entry(`y${count}`, '')]);
    window.advance(NOON);
    expect(window.size).toBeLessThan(10_100);
  });
});

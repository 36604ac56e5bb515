import { describe, expect, it } from 'vitest';
import type { LogEntry } from '../../../src/core/logs/logEntry';
import { parseLogEntry } from '../../../src/core/logs/logEntry';
import { decidingEntry, tieEntries } from '../../../src/core/logs/tieEntries';

function entry(id: string, externalId: string, time: string): LogEntry {
  const parsed = parseLogEntry({ id, activityDateTime: time, sourceIdentity: { id: externalId } });
  if (parsed === undefined) throw new Error('not an entry');
  return parsed;
}

const SINCE = '2026-11-30T08:00:00Z';

function tie(
  sent: readonly string[],
  entries: readonly LogEntry[],
): { by: Record<string, string[]>; elsewhere: string[] } {
  const tied = tieEntries((externalId) => sent.includes(externalId), entries, SINCE);
  const ids = (list: readonly LogEntry[]): string[] => list.map(({ id }) => id);
  return {
    by: Object.fromEntries([...tied.byExternalId].map(([externalId, list]) => [externalId, ids(list)])),
    elsewhere: ids(tied.elsewhere),
  };
}

describe('tieEntries', () => {
  it('sorts the entries of each operation by time, whatever order and precision they come in', () => {
    const entries = [
      entry('third', '1', '2026-11-30T10:00:00+01:00'),
      entry('second', '1', '2026-11-30T08:00:00.0000002Z'),
      entry('first', '1', '2026-11-30T08:00:00.0000001Z'),
    ];
    expect(tie(['1', '2'], entries)).toEqual({ by: { 1: ['first', 'second', 'third'] }, elsewhere: [] });
  });
  it('compares ids exactly', () => {
    const entries = [entry('a', 'x1', SINCE), entry('b', 'X1', SINCE), entry('c', 'x1 ', SINCE)];
    expect(tie(['X1'], entries)).toEqual({ by: { X1: ['b'] }, elsewhere: ['a', 'c'] });
  });
  it('leaves out what is older than the run', () => {
    const entries = [entry('old', '1', '2026-11-30T07:59:59.999Z'), entry('at', '1', SINCE)];
    expect(tie(['1'], entries)).toEqual({ by: { 1: ['at'] }, elsewhere: [] });
  });
  it('keeps an entry without a time, and never lets it decide', () => {
    const entries = [entry('timed', '1', SINCE), entry('timeless', '1', '')];
    expect(tie(['1'], entries).by).toEqual({ 1: ['timeless', 'timed'] });
  });
  it('counts an entry once that was read twice', () => {
    expect(tie(['1'], [entry('a', '1', SINCE), entry('a', '1', SINCE)]).by).toEqual({ 1: ['a'] });
  });
  it('is not confused by ids that objects have anyway', () => {
    expect(tie([], [entry('a', '__proto__', SINCE)])).toEqual({ by: {}, elsewhere: ['a'] });
  });
});

describe('decidingEntry', () => {
  it('is the newest', () => {
    const tied = tieEntries(() => true, [entry('b', '1', '2026-11-30T09:00:00Z'), entry('a', '1', SINCE)], SINCE);
    expect(decidingEntry(tied.byExternalId.get('1') ?? [])?.id).toBe('b');
  });
});

import { describe, expect, it } from 'vitest';
import type { JournalEvent } from '../../../src/core/journal/journalEvent';
import { chainStart, JournalReader, writeLine } from '../../../src/core/journal/journalText';
import { keptPlan, sha256 } from '../../support/keptPlan';
import { placesUpTo } from '../../support/sweep';

const { plan, batches } = keptPlan();
const AT = '2026-11-28T20:48:06.250Z';
const hash = batches[0]?.hash ?? '';
const EVENTS: readonly JournalEvent[] = [
  { type: 'planned', plan, records: 6, operations: 6, batches: 3 },
  { type: 'confirmed', plan, by: 'typed', guards: [{ id: 'G2', decision: 'type', value: 21, limit: 20 }] },
  { type: 'attempt-start', batch: 1, attempt: 1, hash, reason: 'first' },
  { type: 'attempt-end', batch: 1, attempt: 1, outcome: 'accepted', status: 202, requestId: 'né' },
  { type: 'reconciled', record: 2, entry: 'e', at: AT, outcome: 'created' },
];

function written(events = EVENTS): readonly string[] {
  let chain = chainStart(plan);
  return events.map((event) => {
    const { text, end } = writeLine(event, AT, chain, sha256);
    chain = end;
    return text;
  });
}

/** How many lines are read, and what else is found. */
function read(bytes: Buffer | string, of = plan) {
  const reader = new JournalReader(of, sha256);
  const lines = bytes.toString().split('\n');
  const rest = lines.pop() ?? '';
  let count = 0;
  for (const line of lines) if (reader.next(line) !== undefined) count++;
  reader.rest(rest);
  return { count, seq: reader.end.seq, isDamaged: reader.fault !== undefined };
}

const lines = written();
const text = lines.join('');
const bytes = Buffer.from(text);
const whole = { count: 5, seq: 5, isDamaged: false };

describe('the lines of a journal', () => {
  it('are read as they were written', () => {
    expect(read(text)).toEqual(whole);
    expect(
      text
        .split('\n')
        .slice(0, -1)
        .map((line) => (JSON.parse(line) as { event: unknown }).event),
    ).toEqual(EVENTS);
  });

  it('begin with the plan, or are damaged', () => {
    for (const none of ['', lines[0]?.slice(0, -1) ?? '', lines[0]?.slice(0, 9) ?? ''])
      expect(read(none)).toEqual({ count: 0, seq: 0, isDamaged: true });
    expect(read(written(EVENTS.slice(1)).join(''))).toEqual({ count: 0, seq: 0, isDamaged: true });
    const [first] = EVENTS;
    expect(read(written(first === undefined ? [] : [first, first]).join(''))).toEqual({
      count: 1,
      seq: 1,
      isDamaged: true,
    });
  });

  it('are those of one plan alone', () => {
    expect(read(text, sha256('another'))).toEqual({ count: 0, seq: 0, isDamaged: true });
  });

  it('lose a last line that is torn anywhere, and nothing else', () => {
    const start = Buffer.byteLength(lines.slice(0, -1).join(''));
    for (const length of placesUpTo(bytes.length - start - 1, 1, 20))
      expect(read(bytes.subarray(0, start + length)), `${length} bytes left`).toEqual({
        count: 4,
        seq: 4,
        isDamaged: false,
      });
  });

  it('count a doubled last line once, and a torn one after it not at all', () => {
    expect(read(text + (lines[4] ?? ''))).toEqual(whole);
    expect(read(text + (lines[4] ?? '') + (lines[4] ?? '').slice(0, 9))).toEqual(whole);
  });

  it('are damaged by a doubled line that is not the last, and by one that is there three times', () => {
    expect(read([lines[0], lines[1], lines[1], ...lines.slice(2)].join(''))).toMatchObject({
      count: 2,
      isDamaged: true,
    });
    expect(read(text + (lines[4] ?? '').repeat(2))).toMatchObject({ count: 5, isDamaged: true });
  });

  it.each([0, 1, 2, 3])('are damaged without line %d, counted from 0', (missing) => {
    expect(read(lines.filter((_, index) => index !== missing).join(''))).toEqual({
      count: missing,
      seq: missing,
      isDamaged: true,
    });
  });

  it.each([0, 1, 2, 3])('are damaged where line %d and the next have changed places', (first) => {
    const swapped = [...lines];
    swapped.splice(first, 2, lines[first + 1] ?? '', lines[first] ?? '');
    expect(read(swapped.join(''))).toEqual({ count: first, seq: first, isDamaged: true });
  });

  it('are damaged by any bit that is another one, and read up to there', () => {
    const ends = lines.map((_, index) => Buffer.byteLength(lines.slice(0, index + 1).join('')));
    for (const place of placesUpTo(bytes.length * 8 - 1, 1, 20)) {
      const flipped = Buffer.from(bytes);
      flipped[place >> 3] = (flipped[place >> 3] ?? 0) ^ (1 << (place & 7));
      const count = ends.filter((end) => end <= place >> 3).length;
      expect(read(flipped), `bit ${place}`).toEqual({ count, seq: count, isDamaged: true });
    }
  });

  it('are damaged by other text in the place of a line, even by an empty line', () => {
    for (const other of ['\n', '{}\n', `${'\0'.repeat(40)}\n`, 'null\n'])
      expect(read(text + other), JSON.stringify(other)).toMatchObject({ count: 5, isDamaged: true });
  });

  it('drop zeros that a crash has left after the last line', () => {
    expect(read(text + '\0'.repeat(4096))).toEqual(whole);
  });

  it('are not guessed where a newer version has written', () => {
    const newer = { type: 'moved', where: 'elsewhere' } as unknown as JournalEvent;
    const reader = new JournalReader(plan, sha256);
    for (const line of written([...EVENTS.slice(0, 1), newer])) reader.next(line.trimEnd());
    expect(reader.fault?.message).toBe('A newer version of this program has written to the journal of this run.');
  });
});

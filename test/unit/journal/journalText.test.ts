import { describe, expect, it } from 'vitest';
import type { JournalEvent, JournalLine } from '../../../src/core/journal/journalEvent';
import { chainStart, JournalReader, lineAfter, writeLine } from '../../../src/core/journal/journalText';
import { sha256 } from '../../support/keptPlan';

const PLAN = '0123456789abcdef'.repeat(4);
const AT = '2026-11-28T20:48:06.250Z';
const EVENTS: readonly JournalEvent[] = [
  { type: 'planned', plan: PLAN, records: 6, operations: 6, batches: 3 },
  { type: 'resumed' },
  { type: 'log-read', elsewhere: 2 },
  { type: 'closed' },
];
const NEWER = {
  message: 'A newer version of this program has written to the journal of this run.',
  remedy: 'Use that version to look at the run or to resume it.',
};
const newerEvent = { type: 'moved' } as unknown as JournalEvent;

const damagedAt = (line: number) => ({
  message: `The journal of this run is damaged at line ${line}, or was changed by hand: what happened after that is unknown.`,
  remedy:
    'The run can be shown and exported, and not resumed. Read the provisioning log before you send the same people again.',
});

/** Lines with right sums and numbers, without their ends. */
function written(events = EVENTS): string[] {
  let chain = chainStart(PLAN);
  return events.map((event) => {
    const { text, end } = writeLine(event, AT, chain, sha256);
    chain = end;
    return text.slice(0, -1);
  });
}

/** Reads lines, and what comes after them. */
function read(lines: readonly string[], rest = '') {
  const reader = new JournalReader(PLAN, sha256);
  const found = lines.map((line) => reader.next(line)).filter((line) => line !== undefined);
  reader.rest(rest);
  return { count: found.length, fault: reader.fault };
}

/** A line with a correct sum that continues the lines before it, with any number. */
function numbered(event: JournalEvent, before: readonly string[], seq: number): string {
  const reader = new JournalReader(PLAN, sha256);
  for (const line of before) reader.next(line);
  return writeLine(event, AT, { seq: seq - 1, sum: reader.end.sum }, sha256).text.slice(0, -1);
}

describe('the text of a journal', () => {
  it('is bound to its plan by the first digits of its hash, and each line to the one before it', () => {
    expect(chainStart(PLAN)).toEqual({ seq: 0, sum: '0123456789abcdef' });
    const said = `{"seq":1,"at":"${AT}","event":{"type":"resumed"}`;
    const sum = sha256(`0123456789abcdef${said}`).slice(0, 16);
    const first = writeLine({ type: 'resumed' }, AT, chainStart(PLAN), sha256);
    expect(first).toEqual({
      text: `${said},"sum":"${sum}"}\n`,
      line: { seq: 1, at: AT, event: { type: 'resumed' } },
      end: { seq: 1, sum },
    });
    const second = writeLine({ type: 'cancelled' }, AT, first.end, sha256);
    const next = `{"seq":2,"at":"${AT}","event":{"type":"cancelled"}`;
    expect(second.text).toBe(`${next},"sum":"${sha256(sum + next).slice(0, 16)}"}\n`);
  });

  it('is read line by line, and then has come to the last sum', () => {
    const reader = new JournalReader(PLAN, sha256);
    const lines = written();
    expect(lines.map((line) => reader.next(line)?.event)).toEqual(EVENTS);
    expect(reader.end).toEqual({ seq: 4, sum: (JSON.parse(lines[3] ?? '') as { sum: string }).sum });
    expect(reader.fault).toBeUndefined();
  });

  it.each([0, 1, 2, 3])('is damaged where line %d, counted from 0, has another sum or other words', (place) => {
    for (const change of [
      (line: string) => line.replace(AT, '2026-11-28T20:48:06.251Z'),
      (line: string) => line.replace(/.(?="\}$)/, 'x'),
      (line: string) => line.replace('"sum"', '"som"'),
      (line: string) => `${line} `,
      (line: string) => ` ${line}`,
      (line: string) => line.slice(1),
      (line: string) => line.slice(0, -1),
      () => '',
      () => '{}',
    ]) {
      const lines = written();
      lines[place] = change(lines[place] ?? '');
      expect(read(lines), lines[place]).toEqual({ count: place, fault: damagedAt(place + 1) });
    }
  });

  it.each([1, 2, 3])('is damaged where line %d, counted from 0, has a right sum and another number', (place) => {
    for (const seq of [0, place - 1, place, place + 2, 100]) {
      const before = written().slice(0, place);
      const line = numbered({ type: 'resumed' }, before, seq);
      expect(read([...before, line]), `${seq}`).toEqual({ count: place, fault: damagedAt(place + 1) });
    }
  });

  it('is damaged where its first line is not number 1, or it says twice what was planned', () => {
    const [planned = newerEvent] = EVENTS;
    expect(read([numbered(planned, [], 2)])).toEqual({ count: 0, fault: damagedAt(1) });
    expect(read(written([{ type: 'resumed' }]))).toEqual({ count: 0, fault: damagedAt(1) });
    expect(read(written([planned, { type: 'resumed' }, planned]))).toEqual({ count: 2, fault: damagedAt(3) });
  });

  it('is damaged without a line, with two in the other order, and with one that is there again', () => {
    const [a = '', b = '', c = '', d = ''] = written();
    expect(read([a, c, d])).toEqual({ count: 1, fault: damagedAt(2) });
    expect(read([a, c, b, d])).toEqual({ count: 1, fault: damagedAt(2) });
    expect(read([a, b, a])).toEqual({ count: 2, fault: damagedAt(3) });
    expect(read([a, b, b, c])).toEqual({ count: 2, fault: damagedAt(3) });
    expect(read([a, b, b, b])).toEqual({ count: 2, fault: damagedAt(3) });
    // As a crash leaves it
    expect(read([a, b, b])).toEqual({ count: 2, fault: undefined });
  });

  it('reports the first fault, regardless of what comes after it', () => {
    const [a = '', b = ''] = written();
    const newer = written([EVENTS[0] ?? newerEvent, newerEvent])[1] ?? '';
    const afterA = numbered({ type: 'cancelled' }, [a], 2);
    expect(read([a, 'x', b])).toEqual({ count: 1, fault: damagedAt(2) });
    expect(read([a, newer, b])).toEqual({ count: 1, fault: NEWER });
    expect(read([a, newer], `${afterA} `)).toEqual({ count: 1, fault: NEWER });
    expect(read([written([newerEvent])[0] ?? ''])).toEqual({ count: 0, fault: NEWER });
  });
});

describe('what comes after the last line end of a journal', () => {
  it('is nothing, or torn', () => {
    const lines = written();
    const next = numbered({ type: 'cancelled' }, lines, 5);
    for (const rest of ['', '{', next.slice(0, -2), next.slice(0, -1), next, '\0'.repeat(40), 'x'.repeat(1000)])
      expect(read(lines, rest), rest).toEqual({ count: 4, fault: undefined });
  });

  it('is damaged where a whole line has something else in the place of its end', () => {
    const lines = written();
    const next = numbered({ type: 'cancelled' }, lines, 5);
    for (const end of [' ', 'x', '\0', '\r'])
      expect(read(lines, next + end), JSON.stringify(end)).toEqual({ count: 4, fault: damagedAt(5) });
  });

  it('is not all that there is', () => {
    for (const rest of ['', '{', written()[0] ?? '']) expect(read([], rest)).toEqual({ count: 0, fault: damagedAt(1) });
  });
});

describe('a line that is read by itself', () => {
  const lineOf = (seq: number): JournalLine => ({ seq, at: AT, event: EVENTS[seq - 1] ?? newerEvent });

  it('is what it says if it goes on from the line before it', () => {
    const [a = '', b = '', c = ''] = written();
    expect(lineAfter(a, b, sha256)).toEqual(lineOf(2));
    expect(lineAfter(b, c, sha256)).toEqual(lineOf(3));
  });

  it('is none after another line, with other words, and where it is of another version', () => {
    const [a = '', b = '', c = ''] = written();
    const newer = written([EVENTS[0] ?? newerEvent, newerEvent])[1] ?? '';
    for (const [before, text] of [
      [a, c],
      [b, a],
      [c, b],
      ['', b],
      [a, ''],
      ['', ''],
      [a, '{}'],
      [a, `${b} `],
      [a, b.slice(0, -1)],
      [a, b.replace('resumed', 'retired')],
      [a, newer],
    ] as const)
      expect(lineAfter(before, text, sha256), `${before} ${text}`).toBeUndefined();
  });

  it('is none with a right sum over what is not JSON', () => {
    const [a = ''] = written();
    const { sum } = JSON.parse(a) as { readonly sum: string };
    const said = '{"seq":2,';
    const text = `${said},"sum":"${sha256(sum + said).slice(0, 16)}"}`;
    expect(lineAfter(a, text, sha256)).toBeUndefined();
    expect(read([a, text])).toEqual({ count: 1, fault: NEWER });
  });
});

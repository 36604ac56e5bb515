import { describe, expect, it } from 'vitest';
import { Answers } from '../../../src/core/journal/answers';
import { guidOf } from '../../support/guidOf';

const reconciled = (record: number, entry: string, at = '2026-11-28T21:00:00Z') =>
  ({ type: 'reconciled', record, entry, at, outcome: 'created' }) as const;

describe('the answers of the log', () => {
  it('are given back as they came', () => {
    const answers = new Answers();
    const full = {
      ...reconciled(7, guidOf(1), '2026-11-28T21:00:00.1234567Z'),
      outcome: 'failed',
      code: 'DuplicateTargetEntries',
      changeId: guidOf(2),
      cycleId: guidOf(3),
      isReference: true,
    } as const;
    answers.add(full);
    const { type: _, record: __, ...answer } = full;
    expect(answers.of(7)).toEqual([answer]);
    expect(answers.of(6)).toEqual([]);
    answers.add(reconciled(8, guidOf(4)));
    // What none of them says has no member either
    expect(answers.of(8)).toStrictEqual([{ entry: guidOf(4), at: '2026-11-28T21:00:00Z', outcome: 'created' }]);
  });

  it.each([
    '',
    'x',
    'ÄÖ',
    'A'.repeat(40),
    guidOf(1).toUpperCase(),
    `${guidOf(1)} `,
    '00000000-0000-0000-0000-000000000000',
  ])('may have any text for an id and a time: %j', (text) => {
    const answers = new Answers();
    answers.add({ ...reconciled(1, text, text), changeId: text, cycleId: text, code: text });
    expect(answers.of(1)).toEqual([
      { entry: text, at: text, outcome: 'created', changeId: text, cycleId: text, code: text },
    ]);
    expect(answers.has(text)).toBe(true);
  });

  it('are all kept, each entry once, in the order of their time', () => {
    const answers = new Answers();
    answers.add(reconciled(1, 'late', '2026-11-28T21:00:02Z'));
    answers.add(reconciled(1, 'none', ''));
    answers.add(reconciled(1, 'early', '2026-11-28T21:00:01.0000002Z'));
    answers.add(reconciled(1, 'earlier', '2026-11-28T21:00:01Z'));
    answers.add(reconciled(2, 'late'));
    expect(answers.of(1).map(({ entry }) => entry)).toEqual(['none', 'earlier', 'early', 'late']);
    expect(answers.of(2)).toEqual([]);
    expect([answers.size, answers.records]).toEqual([4, 1]);
  });

  it('of the same time are in the order in which they came, setbacks last', () => {
    const answers = new Answers();
    answers.add(reconciled(1, 'first'));
    answers.add({ ...reconciled(1, 'failed'), outcome: 'failed' });
    answers.add(reconciled(1, 'second'));
    answers.add(reconciled(1, 'third'));
    expect(answers.of(1).map(({ entry }) => entry)).toEqual(['first', 'second', 'third', 'failed']);
  });

  it('are found among many whose ids are GUIDs or any other text', () => {
    const answers = new Answers();
    const entries = Array.from({ length: 500 }, (_, index) => (index % 2 === 0 ? guidOf(index) : `entry ${index}`));
    for (const entry of ['', ...entries]) answers.add(reconciled(1, entry));
    for (const entry of ['', ...entries]) {
      expect(answers.has(entry), entry).toBe(true);
      answers.add(reconciled(2, entry));
    }
    expect([answers.size, answers.records]).toEqual([501, 1]);
    expect(answers.has('entry 500')).toBe(false);
  });

  it('are found among very many', () => {
    const answers = new Answers();
    const count = 20_000;
    for (let index = 0; index < count; index++) answers.add(reconciled((index % (count / 2)) + 1, guidOf(index)));
    for (let index = 0; index < count; index += 97) {
      expect(answers.has(guidOf(index))).toBe(true);
      expect(answers.of((index % (count / 2)) + 1)).toHaveLength(2);
    }
    expect(answers.has(guidOf(count))).toBe(false);
    expect([answers.size, answers.records]).toEqual([count, count / 2]);
  });
});

import { expect, it } from 'vitest';
import { runDays } from '../../../src/views/runDays';
import type { ShownRun } from '../../../src/views/runElement';

const run = (id: string, at: number): ShownRun => ({
  id,
  extract: 'a.csv',
  target: '',
  at,
  began: '',
  state: { words: '', brief: '', icon: 'pass', tone: 'good' },
  notes: [],
  isReal: true,
  isAwaiting: false,
  isOver: true,
  can: [],
});

/** A Monday. */
const NOW = new Date(2026, 10, 30, 0, 5).getTime();

it('names days as people do, by the calendar of this machine', () => {
  const times = [
    new Date(2026, 10, 30, 0, 1),
    new Date(2026, 10, 29, 23, 59),
    new Date(2026, 10, 29, 0, 0),
    new Date(2026, 10, 28, 12, 0),
    new Date(2026, 10, 24, 12, 0),
    new Date(2026, 10, 23, 12, 0),
    new Date(2025, 10, 30, 12, 0),
  ].map((date) => date.getTime());
  const days = runDays(
    [...times, NaN].map((at, index) => run(String(index), at)),
    NOW,
  );
  expect(days.map(({ title, runs }) => `${title}: ${runs.map(({ id }) => id).join()}`)).toEqual([
    'Today: 0',
    'Yesterday: 1,2',
    'Saturday: 3',
    'Tuesday: 4',
    '23 November: 5',
    '30 November 2025: 6',
    'Earlier: 7',
  ]);
  expect(new Set(days.map(({ key }) => key)).size).toBe(days.length);
});

it('names no weekday for what a clock that was ahead wrote', () => {
  const [day] = runDays([run('1', new Date(2026, 11, 3).getTime())], NOW);
  expect(day?.title).toBe('3 December');
});

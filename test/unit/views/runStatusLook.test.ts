import { expect, it } from 'vitest';
import type { GoingRun } from '../../../src/views/runStatusLook';
import { lookOfRunStatus } from '../../../src/views/runStatusLook';

const run = (
  status: Partial<GoingRun['status']> & Pick<GoingRun['status'], 'phase'>,
  extractName = 'contoso.csv',
): GoingRun => ({
  extractName,
  target: 'Contoso',
  status: { requests: 300, accepted: 120, ...status },
});

const look = (...runs: readonly GoingRun[]) => lookOfRunStatus(runs, () => 'noon');

it('says nothing while nothing is sent', () => {
  expect(look()).toBeUndefined();
  expect(look(run({ phase: 'awaiting-log' }), run({ phase: 'complete' }))).toBeUndefined();
});

it('says how fast requests leave, and how long it takes', () => {
  expect(look(run({ phase: 'sending', perMinute: 240, msLeft: 45_000 }))).toEqual({
    icon: 'sync~spin',
    text: 'Sending 120 of 300 · 240 a minute · 45 seconds left',
    tooltip:
      'contoso.csv → Contoso: Sending 120 of 300 · 240 a minute · 45 seconds left\nClick to pause, resume or cancel.',
    spoken: 'contoso.csv: Sending 120 of 300 · 240 a minute · 45 seconds left',
  });
});

it('says why one is paused', () => {
  expect(look(run({ phase: 'paused', pause: { why: 'breaker' } }))).toMatchObject({
    icon: 'debug-pause',
    text: 'Paused: too many requests were not accepted',
  });
});

it('says first what is sent, and how many there are besides', () => {
  const shown = look(
    run({ phase: 'paused', pause: { why: 'asked' } }, 'a.csv'),
    run({ phase: 'sending' }, 'b$(x).csv'),
  );
  expect(shown).toMatchObject({ icon: 'sync~spin', text: 'Sending 120 of 300 · and 1 more' });
  expect(shown?.tooltip).toContain('a.csv → Contoso: Paused\nb$ (x).csv → Contoso: Sending 120 of 300');
});

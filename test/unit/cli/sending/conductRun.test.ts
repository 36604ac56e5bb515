import { describe, expect, it } from 'vitest';
import { conductRun, PATIENCE } from '../../../../src/cli/sending/conductRun';
import { Run } from '../../../../src/core/run/run';
import type { RunStatus } from '../../../../src/core/journal/runStatus';
import type { ActiveRun } from '../../../../src/sending/activeRun';
import { planOf } from '../../../support/planText';
import { silentTerminal } from '../../../support/silentTerminal';

/** A run whose course a test decides. */
function activeRun(people = 120) {
  const run = new Run(planOf(Array.from({ length: people }, () => 'sent' as const)), '2026-11-30T08:00:00Z');
  const calls: string[] = [];
  const listeners = new Set<() => void>();
  let end: (status: RunStatus) => void = () => undefined;
  const ended = new Promise<RunStatus>((resolve) => (end = resolve));
  let status: RunStatus = { phase: 'sending', requests: run.plan.batches.length, accepted: 0 };
  const active: ActiveRun = {
    id: '20261128-204806-3f9a1c',
    run,
    lastAt: undefined,
    get status() {
      return status;
    },
    onDidChange: (listener) => {
      listeners.add(listener);
      return { dispose: () => void listeners.delete(listener) };
    },
    pause: () => void calls.push('pause'),
    resume: () => void calls.push('resume'),
    cancel: () => void calls.push('cancel'),
    stop: () => void calls.push('stop'),
    stopAtOnce: () => void calls.push('stopAtOnce'),
    ended,
  };
  const now = (more: Partial<RunStatus>) => {
    status = { ...status, ...more };
    for (const listener of [...listeners]) listener();
  };
  return { active, run, calls, listeners, now, end: () => end(status) };
}

function conducting(rig: ReturnType<typeof activeRun>, { waits = false, ask = undefined as string | undefined } = {}) {
  const texts = { out: '', err: '' };
  const soon = new AbortController();
  const atOnce = new AbortController();
  const delays: { readonly ms: number; readonly pass: () => void }[] = [];
  const clock = {
    now: () => 0,
    delay: (ms: number) => new Promise<void>((pass) => delays.push({ ms, pass })),
  };
  const terminal = silentTerminal({
    err: (text) => Promise.resolve(void (texts.err += text)),
    account: (pieces) => Promise.resolve(void (texts.out += [...pieces()].join(''))),
    signal: soon.signal,
    atOnce: atOnce.signal,
    ...(ask !== undefined && {
      ask: (question: string) => {
        texts.err += question;
        return Promise.resolve(ask);
      },
    }),
  });
  const next = { resume: 'resume it', verify: 'verify it', search: 'search it' };
  const title = 'a.csv for Contoso (job j):';
  const code = conductRun({ active: rig.active, plan: 'p', title, clock, waits, next }, terminal, false);
  return { code, texts, soon, atOnce, delays };
}

describe('a run that is conducted', () => {
  it('prints its account at the end, and listens to nothing more', async () => {
    const rig = activeRun();
    const { code, texts } = conducting(rig);
    for (let batch = 1; batch <= 3; batch++) rig.run.noteBatch(batch, 'accepted');
    rig.now({ accepted: 3, phase: 'awaiting-log' });
    rig.end();
    expect(await code).toBe(0);
    expect(texts.err).toBe('Request 3 of 3 accepted\n');
    expect(texts.out).toMatch(/^a\.csv for Contoso \(job j\):\n {2}120 awaiting log\n/);
    expect(texts.out).toMatch(/\nRun 20261128-204806-3f9a1c\nTo see their results, run: verify it\n$/);
    expect(rig.listeners.size).toBe(0);
  });

  it('is stopped by the first signal after the request in flight, and at once by the second', async () => {
    const rig = activeRun();
    const { code, texts, soon, atOnce } = conducting(rig);
    rig.run.noteBatch(1, 'accepted');
    rig.run.noteBatch(2, 'sending');
    rig.now({ accepted: 1 });
    soon.abort(new Error('stopped'));
    expect(rig.calls).toEqual(['stop']);
    atOnce.abort();
    expect(rig.calls).toEqual(['stop', 'stopAtOnce']);
    rig.run.noteBatch(2, 'unknown');
    rig.run.noteStopped();
    rig.now({ phase: 'paused', pause: { why: 'asked' } });
    rig.end();
    expect(await code).toBe(5);
    expect(texts.err).toContain(
      'Stopping: waiting for the answer to request 2 of 3. Press Ctrl-C again to stop at once;',
    );
    expect(texts.err).toContain(
      'Stopped. 1 of 3 requests were accepted; that cannot be undone. To continue, run: resume it',
    );
    expect(texts.out).toContain('To continue, run: resume it\n');
  });

  it('waits for no request where none is in flight', async () => {
    const rig = activeRun();
    const { code, texts, soon } = conducting(rig);
    soon.abort(new Error('stopped'));
    rig.now({ phase: 'paused', pause: { why: 'asked' } });
    rig.end();
    expect(await code).toBe(5);
    expect(texts.err).toBe('Stopped. Nothing was accepted. To continue, run: resume it\n');
  });

  it('ends when it is paused, because nobody sits in front of a call', async () => {
    const rig = activeRun();
    const { code } = conducting(rig);
    rig.now({ phase: 'paused', pause: { why: 'throttled', cause: 'Too much.', remedy: 'Later.' } });
    expect(rig.calls).toEqual(['stop']);
    rig.end();
    expect(await code).toBe(5);
  });

  it.each([
    ['y', 'resume'],
    ['n', 'stop'],
    ['', 'stop'],
    [undefined, 'stop'],
  ])('asks a person after the pilot once, and %j means %s', async (ask, call) => {
    const rig = activeRun();
    const { code, texts } = conducting(rig, { ...(ask !== undefined && { ask }) });
    rig.now({ phase: 'pilot', waiting: 'Waiting for the log.' });
    expect(rig.calls).toEqual([]);
    rig.now({ phase: 'pilot', waiting: 'Waiting for the log.', pause: { why: 'pilot', cause: 'All 5 are well.' } });
    rig.now({});
    await expect.poll(() => rig.calls).toEqual([call]);
    expect(texts.err).toContain('All 5 are well.');
    expect(texts.err.includes('Send the others? [y/N]')).toBe(ask !== undefined);
    rig.end();
    expect(await code).toBe(5);
  });

  it('waits for the log as long as a call may, and no longer', async () => {
    const rig = activeRun();
    const { code, delays } = conducting(rig, { waits: true });
    for (let batch = 1; batch <= 3; batch++) rig.run.noteBatch(batch, 'accepted');
    rig.now({ phase: 'awaiting-log', accepted: 3 });
    rig.now({});
    expect(delays.map(({ ms }) => ms)).toEqual([PATIENCE * 60_000]);
    expect(rig.calls).toEqual([]);
    delays[0]?.pass();
    await expect.poll(() => rig.calls).toEqual(['stop']);
    rig.end();
    expect(await code).toBe(5);
  });
});

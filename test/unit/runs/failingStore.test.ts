import { appendFile, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JournalEvent } from '../../../src/core/journal/journalEvent';
import type { OpenRun } from '../../../src/runs/runStore';
import { attempts, everythingOf } from '../../support/journalled';
import { keptPlan } from '../../support/keptPlan';
import { RunsHome } from '../../support/runsHome';
import type { FileStep } from '../../support/watchedFiles';
import { watchedFiles } from '../../support/watchedFiles';

let home: RunsHome;
beforeEach(async () => (home = await RunsHome.make()));
afterEach(() => home.remove());

const CODES = ['ENOSPC', 'EROFS', 'EACCES', 'EIO'] as const;
const PATIENT =
  /(?:Make room there|Make it writable|Allow yourself to write there|Check the disk), then try again|ask for the right to read it|Copy it to a local folder/i;

/** A file system that fails from one step on, for as long as that is wanted. */
function failing() {
  const plan = { at: Infinity, until: Infinity, code: 'ENOSPC', half: false, last: 0 };
  const files = watchedFiles(async ({ number, half }: FileStep) => {
    plan.last = number;
    if (number < plan.at || number > plan.until) return;
    if (plan.half) await half?.();
    throw Object.assign(new Error(plan.code), { code: plan.code });
  });
  return { plan, files };
}

describe('a store that cannot write', () => {
  it('makes no run at all, whichever step fails', async () => {
    const { plan, files } = failing();
    const store = home.store(files);
    for (let step = 1; ; step++) {
      plan.at = plan.last + step;
      plan.until = plan.at;
      plan.code = CODES[step % CODES.length] ?? '';
      const outcome = await home.run(keptPlan(), store).catch((error: unknown) => error);
      const isOver = plan.last < plan.at;
      plan.at = Infinity;
      if (isOver) {
        expect(outcome).toHaveProperty('journal');
        expect(step).toBeGreaterThan(15);
        break;
      }
      // What fails once all is written is a name that could not be removed or closed
      if (outcome instanceof Error) {
        expect(outcome, `step ${step}`).toMatchObject({
          name: 'FileError',
          message: expect.stringMatching(PATIENT) as string,
        });
        expect(await store.list(), `step ${step}`).toEqual([]);
      } else await home.close(outcome as OpenRun);
      for (const { id } of await store.list()) await store.remove(id);
    }
  });

  const events: readonly JournalEvent[] = [
    { type: 'confirmed', plan: keptPlan().plan, by: 'dialog', guards: [] },
    ...attempts(1, 'accepted'),
    ...attempts(2, 'unknown', 'accepted'),
  ];

  it.each([false, true])(
    'refuses an event and takes it at the next try, whichever step fails; half a line written: %s',
    async (half) => {
      for (let step = 1; ; step++) {
        const { plan, files } = failing();
        const run = await home.run(keptPlan(), home.store(files));
        plan.at = plan.last + step;
        plan.until = plan.at;
        Object.assign(plan, { code: CODES[step % CODES.length], half });
        let refusals = 0;
        for (const event of events) {
          const before = everythingOf(run.state, 6);
          const refusal = await run.journal.append(event).catch((error: unknown) => error);
          if (refusal === undefined) continue;
          refusals++;
          expect(refusal).toMatchObject({ name: 'JournalError', message: expect.stringMatching(PATIENT) as string });
          expect((refusal as { remedy: string }).remedy).toContain('Nothing more is sent');
          // What is not on the disk has not happened
          expect(everythingOf(run.state, 6)).toEqual(before);
          await run.journal.append(event);
        }
        const isOver = plan.last < plan.at;
        const found = await home.store().find(run.id);
        expect(found?.fault).toBeUndefined();
        expect(found?.plan && everythingOf(found.state, 6)).toEqual(everythingOf(run.state, 6));
        expect(run.state.batches.map(({ state }) => state)).toEqual(['accepted', 'accepted', 'planned']);
        await home.close(run);
        if (isOver) {
          expect(step).toBeGreaterThan(20);
          break;
        }
        expect(refusals, `step ${step}`).toBe(1);
      }
    },
  );

  it('goes on refusing while the disk is full, and loses nothing', async () => {
    const { plan, files } = failing();
    const run = await home.run(keptPlan(), home.store(files));
    const [first, second] = attempts(1, 'accepted') as [JournalEvent, JournalEvent];
    await run.journal.append(first);
    plan.at = plan.last + 2;
    plan.half = true;
    for (let tries = 0; tries < 3; tries++)
      await expect(run.journal.append(second)).rejects.toMatchObject({ name: 'JournalError' });
    plan.at = Infinity;
    await run.journal.append(second);
    const text = await readFile(join(home.path, 'runs', run.id, 'journal.ndjson'), 'utf8');
    expect(text.split('\n')).toHaveLength(4);
    expect(await home.store().find(run.id)).not.toHaveProperty('fault');
  });

  it('fails all that wait for the same flush, and none that comes after', async () => {
    const { plan, files } = failing();
    const run = await home.run(keptPlan(), home.store(files));
    plan.at = plan.last + 2;
    plan.until = plan.at;
    const group = await Promise.allSettled(attempts(1, 'unknown').map((event) => run.journal.append(event)));
    expect(group.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    for (const event of attempts(1, 'accepted')) await run.journal.append(event);
    expect(run.state.batch(1)).toMatchObject({ state: 'accepted', attempts: 1 });
  });

  it('writes nowhere once the journal was deleted, and says what to do', async () => {
    const run = await home.run();
    await rm(join(home.path, 'runs', run.id), { recursive: true });
    const refusal = run.journal.append({ type: 'resumed' });
    await expect(refusal).rejects.toMatchObject({
      name: 'JournalError',
      message: expect.stringContaining('was deleted') as string,
    });
    await expect(refusal).rejects.toMatchObject({
      remedy: expect.stringContaining('Read the provisioning log') as string,
    });
  });

  it('notices that another machine has written to the same journal', async () => {
    const run = await home.run();
    const path = join(home.path, 'runs', run.id, 'journal.ndjson');
    await appendFile(path, 'x\n');
    const refusal = run.journal.append({ type: 'resumed' });
    await expect(refusal).rejects.toMatchObject({
      name: 'JournalError',
      message: expect.stringContaining('Another process') as string,
    });
    expect(await readFile(path, 'utf8')).toMatch(/x\n$/);
  });

  it('goes on where the folder has another name now', async () => {
    const run = await home.run();
    const folder = join(home.path, 'runs', run.id);
    await rename(folder, `${folder}.moved`);
    await run.journal.append({ type: 'resumed' });
    await rename(`${folder}.moved`, folder);
    expect((await readFile(join(folder, 'journal.ndjson'), 'utf8')).split('\n')).toHaveLength(3);
  });

  it('opens a run that was left only where it can be brought in order', async () => {
    const left = await home.run();
    for (const event of attempts(1, undefined)) await left.journal.append(event);
    await home.close(left);
    const path = join(home.path, 'runs', left.id, 'journal.ndjson');
    const whole = `${await readFile(path, 'utf8')}{"seq":3`;
    for (let step = 1; ; step++) {
      await writeFile(path, whole);
      const { plan, files } = failing();
      plan.at = step;
      plan.until = step;
      plan.code = CODES[step % CODES.length] ?? '';
      const outcome = await home
        .store(files)
        .open(left.id)
        .catch((error: unknown) => error);
      if (plan.last < step) {
        await home.close(outcome as OpenRun);
        expect(step).toBeGreaterThan(8);
        break;
      }
      if (outcome instanceof Error) expect(['FileError', 'JournalError']).toContain(outcome.name);
      else await home.close(outcome as OpenRun);
      // After any failure nothing holds the run, and nothing of it is lost
      const again = home.keep(await home.store().open(left.id));
      expect(again.state.batch(1), `step ${step}`).toMatchObject({ state: 'unknown', attempts: 1 });
      await home.close(again);
    }
  });

  it('gives no key, notes no call and keeps no moment that is not on the disk', async () => {
    const { plan, files } = failing();
    const store = home.store(files);
    for (const work of [
      () => store.key(),
      () => store.ledger({ tenantId: 't' }).note(),
      () => store.keepMoment(keptPlan().plan, keptPlan().moment),
    ]) {
      for (let step = 1; ; step++) {
        plan.at = plan.last + step;
        plan.until = plan.at;
        plan.code = CODES[step % CODES.length] ?? '';
        const outcome = await work().catch((error: unknown) => error);
        if (plan.last < plan.at) break;
        if (outcome instanceof Error) expect(outcome).toMatchObject({ name: 'FileError' });
        await rm(join(home.path, 'key'), { force: true });
      }
    }
  });
});

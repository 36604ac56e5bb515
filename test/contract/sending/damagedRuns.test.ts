import { chmodSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refused } from '../../../src/sandbox/message';
import { healthy } from '../../../src/sandbox/scenarios/healthy';
import { startRun } from '../../../src/sending/startRun';
import { countsOf, paused, shownRun, yes } from '../../support/sending/runsOf';
import { extract, SendingRig } from '../../support/sending/sendingRig';
import type { Ended } from '../../system/support/runCli';
import { callMain } from '../../system/support/callMain';

let rig: SendingRig;
let id = '';
beforeEach(async () => {
  rig = new SendingRig();
  const fault = ({ operation, ordinal }: { readonly operation: string; readonly ordinal: number }) =>
    operation === 'upload' && ordinal > 2 ? { answer: refused(403, 'Forbidden', 'Not you.') } : undefined;
  rig.sandbox.setScenario({ ...healthy, name: 'forbidding', effects: { fault } });
  const prepared = await rig.prepare(extract(1, 220));
  const active = await rig.during(startRun(rig.context, prepared, yes(prepared.file), { follows: false }));
  await rig.during(paused(active));
  active.stop();
  await rig.during(active.ended);
  ({ id } = active);
});
afterEach(() => rig.close());

const fileOf = (name: string): string => join(rig.folder, 'runs', id, name);
function makeFolderOf(name: string): void {
  rmSync(fileOf(name));
  mkdirSync(fileOf(name));
}
const runs = (...words: readonly string[]): Promise<Ended> => callMain(['runs', ...words], rig.folder);
const rows = async (): Promise<readonly { readonly state: string; readonly counts: object }[]> => {
  const { code, out } = await runs('list', '--format', 'json');
  expect(code).toBe(0);
  return JSON.parse(out) as readonly { readonly state: string; readonly counts: object }[];
};

/** The lines of its journal, changed. */
function rewrite(change: (lines: readonly string[]) => readonly string[]): void {
  const lines = readFileSync(fileOf('journal.ndjson'), 'utf8').split('\n').slice(0, -1);
  writeFileSync(
    fileOf('journal.ndjson'),
    change(lines)
      .map((line) => `${line}\n`)
      .join(''),
  );
}

describe('of a run whose journal is damaged', () => {
  it('nothing is called not sent that may have been taken, whichever line is lost', async () => {
    const whole = readFileSync(fileOf('journal.ndjson'), 'utf8');
    const count = whole.split('\n').length - 1;
    expect(countsOf((await shownRun(rig.store, id)).run)).toEqual({ waiting: 100, rejected: 50, 'not-sent': 70 });
    // The loss of the last lines looks as if the process had died before them
    for (let lost = 0; lost < count - 1; lost++) {
      writeFileSync(fileOf('journal.ndjson'), whole);
      rewrite((lines) => lines.filter((_, index) => index !== lost));
      const { kept, run } = await shownRun(rig.store, id);
      const { waiting = 0, unknown, ...others } = countsOf(run);
      expect([lost, kept.fault !== undefined, waiting + (unknown ?? 0), others]).toEqual([lost, true, 220, {}]);
      const states = run.account.batches.map(({ state }) => state);
      expect(states).toEqual(kept.state.batches.map(({ state }) => state));
      expect((await rows())[0]).toMatchObject({ state: 'damaged', counts: { unknown, 'not-sent': 0 } });
    }
  });

  it.each<[string, () => void]>([
    ['empty', () => truncateSync(fileOf('journal.ndjson'), 0)],
    ['cut off in its first line', () => truncateSync(fileOf('journal.ndjson'), 30)],
    ['missing', () => rmSync(fileOf('journal.ndjson'))],
    ['a folder', () => makeFolderOf('journal.ndjson')],
  ])('which is %s, nothing is known, and it is not resumed', async (_, damage) => {
    damage();
    const { kept, run } = await shownRun(rig.store, id);
    expect(kept.fault).toBeDefined();
    expect(countsOf(run)).toEqual({ unknown: 220 });
    expect(await rows()).toMatchObject([{ state: 'damaged', counts: { unknown: 220 } }]);
    const shown = await runs('show', id);
    expect(shown.code).toBe(1);
    expect(shown.err).toContain(kept.fault?.message);
    await expect(rig.store.open(id)).rejects.toMatchObject({ reason: 'damaged' });
    // No newer plan overtakes what may have been taken
    const next = await rig.prepare(extract(1, 221));
    await expect(rig.during(startRun(rig.context, next, yes(next.file), { follows: false }))).rejects.toMatchObject({
      reason: 'unsettled',
    });
  });

  it('stays cancelled where it had been cancelled before', async () => {
    const run = await rig.store.open(id);
    await run.journal.append({ type: 'cancelled' });
    await run.journal.append({ type: 'log-read', elsewhere: 0 });
    await run.close();
    rewrite((lines) => lines.map((line, index) => (index === lines.length - 1 ? line.replace('0', '1') : line)));
    expect(countsOf((await shownRun(rig.store, id)).run)).toEqual({ waiting: 100, rejected: 50, cancelled: 70 });
  });

  it('is not complete because a line says so that does not go on from the others', async () => {
    const last = (readFileSync(fileOf('journal.ndjson'), 'utf8').split('\n').at(-2) ?? '{}').slice(-40);
    const seq = 99;
    const line = { seq, at: '2026-11-28T20:48:06.250Z', event: { type: 'closed', counts: { created: 220 } } };
    rewrite((lines) => [...lines, `${JSON.stringify(line).slice(0, -1)}${last.slice(last.indexOf(',"sum"'))}`]);
    expect(await rows()).toMatchObject([{ state: 'damaged' }]);
  });
});

describe('one run that cannot be read', () => {
  const isRoot = process.getuid?.() === 0;
  it.each<[string, () => void, boolean?]>([
    ['records that are cut off', () => truncateSync(fileOf('records.bin'), 40)],
    ['no records', () => rmSync(fileOf('records.bin'))],
    ['no plan', () => rmSync(fileOf('plan.json'))],
    ['a folder for a plan', () => makeFolderOf('plan.json')],
    ['a journal that it may not read', () => chmodSync(fileOf('journal.ndjson'), 0), true],
  ])('keeps nobody from the others: %s', async (_, damage, needsUser = false) => {
    if (needsUser && (isRoot || process.platform === 'win32')) return;
    const second = await rig.prepare(extract(1, 30));
    const other = await rig.store.create(second.run, second.file, {
      count: 30,
      lines: new Uint32Array(30),
      fates: new Uint8Array(30),
      ids: new Uint8Array(240),
    });
    await other.close();
    damage();
    expect((await rows()).map(({ state }) => state)).toEqual(['paused', 'damaged']);
    const text = await runs();
    expect([text.code, text.out]).toEqual([0, expect.stringContaining(`${id}  `)]);
    const shown = await runs('show', id);
    expect([shown.code, shown.err]).toEqual([1, expect.stringMatching(/\.(?:bin|json|ndjson)|plan is missing/)]);
    expect((await runs('remove', id)).code).toBe(0);
    expect((await rows()).map(({ state }) => state)).toEqual(['paused']);
  });
});

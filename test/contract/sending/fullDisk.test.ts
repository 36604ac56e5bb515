import { afterEach, describe, expect, it } from 'vitest';
import type { FileStep } from '../../support/watchedFiles';
import { watchedFiles } from '../../support/watchedFiles';
import type { ActiveRun } from '../../../src/sending/activeRun';
import { prepareSending } from '../../../src/sending/prepareSending';
import { startRun } from '../../../src/sending/startRun';
import { countsOf, yes } from '../../support/sending/runsOf';
import { extract, SendingRig } from '../../support/sending/sendingRig';

let rig: SendingRig;
afterEach(() => rig.close());

const CODES = {
  ENOSPC: 'the disk is full. Make room there',
  EDQUOT: 'the disk quota is used up. Make room there',
  EROFS: 'its file system is read-only. Make it writable',
  EACCES: 'permission is denied. Allow yourself to write there',
  EFBIG: 'the file would be larger than the system allows. Raise that limit',
  EIO: 'the disk reports an error. Check the disk',
} as const;
type Code = keyof typeof CODES;
const NAMES = Object.keys(CODES) as Code[];

/** A disk on which nothing can be written from a moment on. */
class Disk {
  code: Code = 'ENOSPC';
  /** Steps that it still lets through. */
  left = Infinity;
  readonly files = watchedFiles(({ name }: FileStep) => {
    if (!WRITES.has(name) || this.left-- > 0) return;
    throw Object.assign(new Error(this.code), { code: this.code });
  });
}

const WRITES = new Set(['makeFolder', 'makeNewFolder', 'create', 'append', 'write', 'sync', 'rename', 'truncate']);

/** Names that files have for a moment only. */
const INTERNAL = /\.unfinished|\.removed|\.[0-9a-f]{12}\b/;

function expectPlain(words: string, code: Code): void {
  expect(words).toContain(CODES[code]);
  expect(words).toContain(`to the folder ${rig.folder}`);
  expect(words).not.toMatch(INTERNAL);
}

describe.each(NAMES)('while a plan is made, %s', (code) => {
  it('reports at any step the folder, the reason, and that nothing was sent', async () => {
    const disk = new Disk();
    rig = new SendingRig({ files: disk.files });
    disk.code = code;
    for (let step = 0; ; step++) {
      disk.left = step;
      const work = prepareSending(rig.context, rig.request(extract(1, 3)));
      const outcome = await rig.during(work).catch((error: unknown) => error);
      if (!(outcome instanceof Error)) {
        expect(step).toBeGreaterThan(4);
        break;
      }
      expect(outcome.name).toBe('FileError');
      expectPlain(outcome.message, code);
      expect(outcome.message).toMatch(/ Nothing was sent\.$/);
    }
    disk.left = Infinity;
    const prepared = await rig.prepare(extract(1, 3));
    for (let step = 0; step < 4; step++) {
      disk.left = step;
      const refused = await rig
        .during(startRun(rig.context, prepared, yes(prepared.file), { follows: false }))
        .catch((error: unknown) => error);
      expectPlain((refused as Error).message, code);
      expect((refused as Error).message).toContain('Nothing was sent.');
    }
    expect(rig.received).toEqual([]);
  });
});

/** Sends 150 people in three requests, on a disk that is full after so many steps of sending. */
async function sendOnto(disk: Disk, steps: number): Promise<ActiveRun> {
  rig = new SendingRig({ files: disk.files });
  const prepared = await rig.prepare(extract(1, 150));
  const active = await rig.during(startRun(rig.context, prepared, yes(prepared.file), { follows: false }));
  disk.left = steps;
  active.onDidChange(() => {
    if (active.status.phase === 'paused') active.stop();
  });
  await rig.during(active.ended);
  return active;
}

describe('while a run is sent', () => {
  it('reports at any step a disk that becomes unusable, with what happened to the people', async () => {
    const seen = { stopped: 0, owed: 0 };
    for (let step = 0; ; step++) {
      const disk = new Disk();
      const code = NAMES[step % NAMES.length] ?? 'ENOSPC';
      disk.code = code;
      const { status, run } = await sendOnto(disk, step);
      const { pause, accepted } = status;
      // What the service took is what the account and the status say
      expect(rig.received.length, `step ${step}`).toBe(accepted);
      expect(countsOf(run), `step ${step}`).toEqual({
        ...(accepted > 0 && { waiting: accepted * 50 }),
        ...(accepted < 3 && { 'not-sent': (3 - accepted) * 50 }),
      });
      if (pause !== undefined) {
        seen.stopped++;
        expectPlain(`${pause.cause ?? ''} ${pause.remedy ?? ''}`, code);
        expect(pause.remedy).toContain('then resume the run');
        if (pause.remedy?.includes('not written down yet') === true) seen.owed++;
      }
      if (pause === undefined) break;
      rig.close();
    }
    expect(seen.stopped).toBeGreaterThan(12);
    expect(seen.owed).toBeGreaterThanOrEqual(3);
  });
});

describe('while the log is read', () => {
  it('a journal that cannot be written ends the reading, loses nobody, and is read again later', async () => {
    const disk = new Disk();
    rig = new SendingRig({ files: disk.files });
    const prepared = await rig.prepare(extract(1, 60));
    const active = await rig.during(startRun(rig.context, prepared, yes(prepared.file), { follows: true }));
    active.onDidChange(() => {
      if (active.status.phase === 'awaiting-log') disk.left = 0;
    });
    const status = await rig.during(active.ended);
    expect(status).toMatchObject({ phase: 'awaiting-log', accepted: 2 });
    expectPlain(status.unwritten?.cause ?? '', 'ENOSPC');
    expect(status.unwritten?.cause).toContain('The journal of the run');
    expect(status.unwritten?.remedy).toBe(
      'Everything was sent. The provisioning log keeps its entries: read it again later.',
    );
    expect(countsOf(active.run)).toEqual({ waiting: 60 });
  });
});

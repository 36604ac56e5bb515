import { afterEach, describe, expect, it } from 'vitest';
import { guardLimits } from '../../../src/core/guards/limitTable';
import { extractProblems } from '../../../src/core/csv/extractProblemKinds';
import { isUsable, loadMapping } from '../../../src/core/mapping/loadMapping';
import type { Target } from '../../../src/core/run/target';
import { ExtractFileError } from '../../../src/extract/extractFileError';
import { hashBody } from '../../../src/extract/hashBody';
import type { Confirmation } from '../../../src/sending/confirmation';
import { extractPlanner } from '../../../src/sending/extractPlanner';
import type { Preparation } from '../../../src/sending/preparation';
import { prepareResume, resumeRun } from '../../../src/sending/resumeRun';
import type { SendingContext } from '../../../src/sending/sendingContext';
import { startRun } from '../../../src/sending/startRun';
import { paused, shownRun, yes } from '../../support/sending/runsOf';
import { extract, MAPPING, SendingRig } from '../../support/sending/sendingRig';

/** Four requests. */
const PEOPLE = 170;
const WHOLE = extract(1, PEOPLE);
const FOLLOW = { follows: false };
/** Bytes that are read at a time: a file may change between two of them. */
const BLOCK = 1000;

let rig: SendingRig;
afterEach(() => rig.close());

/** A file that somebody writes to. */
class Extract {
  bytes: Uint8Array | undefined = new TextEncoder().encode(WHOLE);

  write(text: string, encoding: 'utf8' | 'utf16le' = 'utf8'): void {
    this.bytes = Buffer.from(text, encoding);
  }

  async *read(): AsyncGenerator<Uint8Array> {
    for (let at = 0; ; at += BLOCK) {
      await Promise.resolve();
      if (this.bytes === undefined)
        throw new ExtractFileError(extractProblems.unreadableFile, 'There is no such file.');
      if (at >= this.bytes.length) return;
      yield this.bytes.slice(at, at + BLOCK);
    }
  }
}

const changes: Readonly<Record<string, (file: Extract) => void>> = {
  'another name in its first row': (file) => file.write(WHOLE.replace('Person 1,', 'Person one,')),
  'another name in its last row': (file) => file.write(WHOLE.replace(`Person ${PEOPLE},`, 'Person last,')),
  'another status': (file) => file.write(WHOLE.replace('Person 60,A', 'Person 60,T')),
  'a status that nobody knows': (file) => file.write(WHOLE.replace('Person 60,A', 'Person 60,?')),
  'a row less': (file) => file.write(extract(1, PEOPLE - 1)),
  'a row more': (file) => file.write(extract(1, PEOPLE + 1)),
  'its rows in another order': (file) => {
    const [header = '', ...rows] = WHOLE.trimEnd().split('\n');
    file.write(`${[header, ...rows.reverse()].join('\n')}\n`);
  },
  'another header': (file) => file.write(WHOLE.replace('Id,User', 'Id,Login')),
  'another encoding': (file) => file.write(`\uFEFF${WHOLE}`, 'utf16le'),
  'nothing in it': (file) => file.write(''),
  'no file any more': (file) => (file.bytes = undefined),
};

/** Before which request it happens; 0: after the plan was made, and before somebody says yes. */
const steps = [0, 1, 2, 4];

describe('an extract that is written to after its plan was made', () => {
  it.each(Object.keys(changes).flatMap((change) => steps.map((step) => ({ change, step }))))(
    'has its plan sent or nothing else: $change, step $step',
    async ({ change, step }) => {
      const file = new Extract();
      const strike = (): void => changes[change]?.(file);
      let count = 0;
      rig = new SendingRig({
        upload: (upload) => (body, signal) => {
          if (++count === step) strike();
          return upload(body, signal);
        },
      });
      const planner = plannerOf(file);
      const prepared = await rig.prepare(WHOLE, { planner });
      const planned = prepared.file.batches.map(({ hash }) => hash);
      if (step === 0) strike();
      const active = await rig.during(startRun(rig.context, prepared, yes(prepared.file), FOLLOW));
      await rig.during(Promise.race([active.ended, paused(active)]));
      active.stop();
      await rig.during(active.ended);
      expect(rig.received.map(hashBody)).toEqual(planned.slice(0, rig.received.length));
      const { run, kept } = await shownRun(rig.store);
      const { counts } = run.account;
      expect(Object.values(counts).reduce((sum, each) => sum + each, 0)).toBe(PEOPLE);
      if (rig.received.length < planned.length) expect(kept.state.pause?.why).toBe('source');
      else expect(counts.waiting).toBe(PEOPLE);
      // What was planned is there again
      file.write(WHOLE);
      if (rig.received.length === planned.length) return;
      const request = { run: kept.id, planner, connection: rig.connection(), opened: rig.open(), predicts: false };
      const resumption = await rig.during(prepareResume(rig.context, request));
      const again = await rig.during(resumeRun(rig.context, resumption, yes(resumption.file), FOLLOW));
      await rig.during(again.ended);
      expect(rig.received.map(hashBody)).toEqual(planned);
    },
  );
});

function plannerOf(file: Extract) {
  const loaded = loadMapping(MAPPING);
  if (!isUsable(loaded)) throw new Error(loaded.problems.map(({ message }) => message).join('\n'));
  return extractPlanner({ name: 'people.csv', read: () => file.read() }, { name: 'people.scimmap', loaded });
}

/** What somebody starts, and with which words. */
interface Started {
  readonly context: SendingContext;
  readonly prepared: Preparation;
  readonly confirmation: Confirmation;
}

const another: Partial<Target> = { tenantId: '00000000-0000-4000-8000-000000000000' };
const targeted = (started: Started, target: Partial<Target>): Started => {
  const request = { ...started.prepared.request, opened: rig.open(target) };
  return { ...started, prepared: { ...started.prepared, request } };
};
const limited = (started: Started, limits: Parameters<typeof guardLimits>[0]): Started => ({
  ...started,
  context: { ...started.context, limits: guardLimits(limits) },
});

describe('a plan that was shown', () => {
  async function shown(csv = WHOLE, kind: 'sandbox' | 'real' = 'sandbox'): Promise<Started> {
    rig = new SendingRig({ kind });
    const prepared = await rig.prepare(csv, { pilot: { first: 0 } });
    return { context: rig.context, prepared, confirmation: yes(prepared.file) };
  }
  const start = ({ context, prepared, confirmation }: Started) =>
    rig.during(startRun(context, prepared, confirmation, FOLLOW));

  it.each<readonly [string, string, (started: Started) => Started | Promise<Started>]>([
    ['another tenant is signed in to', 'tenant', (started) => targeted(started, another)],
    ['the connection leads to another job', 'target', (started) => targeted(started, { jobId: 'API2AAD.other' })],
    ['the sandbox was reset', 'target', (started) => targeted(started, { instance: '9' })],
    ['a limit is stricter', 'changed', (started) => limited(started, { callsPerDay: 1 })],
    [
      'another plan was confirmed',
      'changed',
      (started) => ({ ...started, confirmation: yes({ plan: 'ab'.repeat(32) }) }),
    ],
    [
      'more than a day has gone by',
      'changed',
      (started) => {
        rig.shift = 86_400_001;
        return started;
      },
    ],
    [
      'another run was sent to the job',
      'changed',
      async (started) => {
        const other = await rig.prepare(extract(1, 10));
        const active = await rig.during(startRun(rig.context, other, yes(other.file), FOLLOW));
        await rig.during(active.ended);
        return started;
      },
    ],
  ])('is not sent where %s', async (_, reason, change) => {
    const started = await change(await shown());
    const before = [rig.received.length, (await rig.store.list()).length];
    await expect(start(started)).rejects.toMatchObject({ reason });
    expect([rig.received.length, (await rig.store.list()).length]).toEqual(before);
  });

  it('is sent where a limit is looser, with the very same bytes', async () => {
    const started = limited(await shown(), { callsPerDay: 6000 });
    await rig.during((await start(started)).ended);
    expect(rig.received.map(hashBody)).toEqual(started.prepared.file.batches.map(({ hash }) => hash));
  });

  it.each<readonly [string, () => Promise<Started>, Pick<Confirmation, 'by' | 'typed'>]>([
    ['asks and nobody was asked', () => shown(`${WHOLE}171,user171,Person 171,?\n`), { by: 'nothing-asked' }],
    ['wants typing and nobody typed', () => shown(extract(1, 20), 'real'), { by: '--yes' }],
    ['wants typing and nobody typed in a dialog', () => shown(extract(1, 20), 'real'), { by: 'dialog' }],
    [
      'wants typing and another text was typed',
      () => shown(extract(1, 20), 'real'),
      { by: 'typed', typed: ['Fabrikam'] },
    ],
    ['is stopped despite a confirmation', () => shown(`${WHOLE}1,user1,Person 1,A\n`), { by: '--confirm' }],
  ])('is not sent where it %s', async (_, make, words) => {
    const started = await make();
    const confirmation = { plan: started.prepared.file.plan, ...words };
    await expect(start({ ...started, confirmation })).rejects.toMatchObject({ reason: 'guarded' });
    expect(rig.received).toEqual([]);
    expect(await rig.store.list()).toEqual([]);
  });
});

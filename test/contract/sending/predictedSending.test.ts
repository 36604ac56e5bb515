import { readdirSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { startRun } from '../../../src/sending/startRun';
import { predictSourceFindings } from '../../../src/sending/predicted/predictSourceFindings';
import { predictSending } from '../../../src/sending/prepareSending';
import type { SendRequest } from '../../../src/sending/preparation';
import { extract, SendingRig } from '../../support/sending/sendingRig';

/** Extracts that guards pass, ask about and stop. */
const EXTRACTS: readonly (readonly [what: string, csv: string])[] = [
  ['nothing strange', extract(1, 20)],
  ['an id that repeats', `${extract(1, 20)}7,again,Person again,A\n`],
  ['statuses that nobody decides', `${extract(1, 8)}${extract(9, 20, '?').split('\n').slice(1).join('\n')}`],
  ['many who leave', extract(1, 300, 'T')],
  ['nobody', 'Id,User,Name,Status\n'],
];

describe('what is predicted of sending', () => {
  let rig: SendingRig;
  afterEach(() => {
    rig.close();
  });

  const filesOf = ({ folder }: SendingRig) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => /runs.+/.test(path));

  it.each(EXTRACTS)('is what sending then says, and leaves no files: %s', async (_what, csv) => {
    for (const kind of ['sandbox', 'real'] as const) {
      rig = new SendingRig({ kind });
      const predicted = await rig.during(predictSending(rig.context, rig.request(csv)));
      expect(filesOf(rig)).toEqual([]);
      const prepared = await rig.prepare(csv);
      if (predicted.kind !== 'checked') throw new Error(predicted.kind);
      expect(predicted.findings).toEqual(prepared.findings);
      expect(predicted.decision).toBe(prepared.decision);
      expect(predicted.file.plan).toBe(prepared.file.plan);
      await prepared.discard();
    }
  });

  it('compares with what the job was last sent', async () => {
    rig = new SendingRig();
    const prepared = await rig.prepare(extract(1, 200));
    const confirmation = { plan: prepared.file.plan, by: 'dialog' as const };
    // Until everybody has an account, so that both find the same directory
    const run = await rig.during(startRun(rig.context, prepared, confirmation, { follows: true }));
    await rig.during(run.ended);
    const half = extract(1, 90);
    const predicted = await rig.during(predictSending(rig.context, rig.request(half)));
    const again = await rig.prepare(half);
    expect(predicted).toMatchObject({ kind: 'checked', findings: again.findings });
    expect(again.findings.find(({ id }) => id === 'G4')?.decision).not.toBe('pass');
    await again.discard();
  });

  it('says of the source alone what sending says of it, and calls nobody', async () => {
    rig = new SendingRig({ kind: 'real' });
    for (const [, csv] of EXTRACTS) {
      const { planner, moment }: SendRequest = rig.request(csv);
      const own = await predictSourceFindings(rig.context, { planner, moment });
      const prepared = await rig.prepare(csv);
      if (own.kind !== 'checked') throw new Error(own.kind);
      expect(own.findings.length).toBeGreaterThan(4);
      expect(prepared.findings).toEqual(expect.arrayContaining([...own.findings]));
      await prepared.discard();
    }
  });

  it('is given up when nobody waits for it any more', async () => {
    rig = new SendingRig();
    const stop = new AbortController();
    stop.abort(new Error('nobody waits'));
    const predicting = predictSending(rig.context, rig.request(extract(1, 50)), { signal: stop.signal });
    await expect(rig.during(predicting)).rejects.toThrow('nobody waits');
  });
});

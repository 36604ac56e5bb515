import { describe, expect, it } from 'vitest';
import { PLAN_FORMAT } from '../../../src/core/journal/planFile';
import { readPlan, readPlanHead, writePlan } from '../../../src/core/journal/planText';
import { keptPlan, sha256 } from '../../support/keptPlan';
import { placesUpTo } from '../../support/sweep';

const plan = keptPlan(4, { source: { ...keptPlan().source, name: 'Müller – 人.csv' } });
const text = writePlan(plan, sha256);
const bytes = Buffer.from(text);
const read = (changed: string | Buffer) => readPlan(changed.toString(), sha256);

describe("a plan's file", () => {
  it('is JSON, begins with its format, and gives the plan back', () => {
    expect(text.startsWith(`{"format":${PLAN_FORMAT},`)).toBe(true);
    expect(JSON.parse(text)).toMatchObject({ format: PLAN_FORMAT, head: { plan: plan.plan }, batches: plan.batches });
    expect(read(text)).toEqual({ plan });
  });

  it('gives its head without the batches', () => {
    const { batches: _, ...head } = plan;
    expect(readPlanHead(text.slice(0, text.indexOf('"batches":[') + 20), sha256)).toEqual({ plan: head });
  });

  it.each([PLAN_FORMAT + 1, 99])('is refused in the newer format %d, regardless of the rest', (format) => {
    const newer = `{"format":${format},\n"other":true}\n`;
    for (const reading of [readPlan(newer, sha256), readPlanHead(newer, sha256)])
      expect(reading).toMatchObject({ fault: { message: 'A newer version of this program made this plan.' } });
  });

  it.each(['', '{}', '[]', 'null', '{"format":0,\n', `{"format":${PLAN_FORMAT}}`, '\u0000'.repeat(100)])(
    'is damaged: %j',
    (other) => {
      expect(read(other)).toMatchObject({ fault: { message: expect.stringContaining('damaged') as string } });
      expect(readPlanHead(other, sha256)).toHaveProperty('fault');
    },
  );

  it('is refused wherever it ends too early', () => {
    for (const end of placesUpTo(bytes.length - 1))
      expect(read(bytes.subarray(0, end)), `cut at ${end}`).toHaveProperty('fault');
  });

  it('is refused whichever bit is another one', () => {
    for (const place of placesUpTo(bytes.length * 8 - 1)) {
      const flipped = Buffer.from(bytes);
      flipped[place >> 3] = (flipped[place >> 3] ?? 0) ^ (1 << (place & 7));
      expect(read(flipped), `bit ${place}`).toHaveProperty('fault');
    }
  });

  it('is refused with sums that are right and a plan that is not', () => {
    const refused = (changes: Partial<typeof plan>) => readPlan(writePlan({ ...plan, ...changes }, sha256), sha256);
    expect(refused({ pilot: 1 })).toHaveProperty('fault');
    expect(refused({ batches: plan.batches.slice(1) })).toHaveProperty('fault');
    expect(refused({ plan: sha256('another') })).toHaveProperty('fault');
    expect(refused({ counts: { ...plan.counts, records: -1 } })).toHaveProperty('fault');
    expect(refused({ madeAt: 'yesterday' })).toHaveProperty('fault');
  });
});

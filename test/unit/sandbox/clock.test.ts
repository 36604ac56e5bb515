import { describe, expect, it } from 'vitest';
import { fastClock } from '../../../src/sandbox/clock';
import { watchIdleness } from '../../../src/sandbox/idleness';
import { createManualClock } from '../../support/manualClock';
import { bulkBody, person } from '../../support/people';
import { createSandboxRig } from './sandboxRig';

describe('a fast clock', () => {
  it('starts now, runs that many times as fast, and waits that much less', () => {
    const clock = createManualClock();
    const fast = fastClock(clock, 60);
    const start = clock.now();
    const seen: number[] = [];
    fast.after(60_000, () => seen.push(fast.now() - start));
    clock.advance(999);
    expect([fast.now() - start, seen]).toEqual([59_940, []]);
    clock.advance(1);
    expect(seen).toEqual([60_000]);
  });

  it('lets a day pass in minutes: a failed record is tried again, while the token of the caller stays good', async () => {
    const clock = createManualClock();
    const rig = createSandboxRig({ clock: fastClock(clock, 600) });
    const headers = { 'content-type': 'application/scim+json' };
    await rig.send('POST', `/v1.0${rig.jobPath}`, headers, bulkBody(person('1', { userName: 'ö' })));
    clock.advance(3 * 60_000);
    expect(rig.sandbox.changes(9)).toHaveLength(3);
    expect((await rig.send('GET', '/v1.0/users')).status).toBe(200);
  });
});

describe('idleness', () => {
  it('never comes when it is endless', () => {
    const clock = createManualClock();
    let idle = 0;
    watchIdleness(clock, Infinity, () => idle++);
    clock.advance(1e12);
    expect(idle).toBe(0);
  });

  it('is not reported after it was called off', () => {
    const clock = createManualClock();
    let idle = 0;
    watchIdleness(clock, 1000, () => idle++).dispose();
    clock.advance(5000);
    expect(idle).toBe(0);
  });
});

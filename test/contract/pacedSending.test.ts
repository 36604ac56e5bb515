import { afterEach, expect, it } from 'vitest';
import { LocalSandbox } from '../../src/connections/localSandbox';
import { localSandboxConnection } from '../../src/connections/localSandboxConnection';
import type { PlannedBody } from '../../src/core/run/plannedBody';
import { openLoopbackLine } from '../../src/loopback/openLoopbackLine';
import { systemClock } from '../../src/tenant/clock';
import { sendBatches } from '../../src/tenant/sending/sendBatches';
import { bulkBody, person } from '../support/people';
import { sendingOptions } from '../support/sendingOptions';

const sandbox = new LocalSandbox();
afterEach(() => sandbox.stop());

/** So many that those of the first seconds have left the sandbox's window of five seconds when the last is sent. */
const CALLS = 60;

it('over the real clock has no request refused by the limit of the sandbox', async () => {
  const openLine = (origin: string) => Promise.resolve(openLoopbackLine(origin));
  const opened = await localSandboxConnection(sandbox, { openLine, clock: systemClock }).open();
  const bodies = Array.from({ length: CALLS }, (_, index): PlannedBody => {
    return { kind: 'body', number: index + 1, operations: 1, body: bulkBody(person(String(index + 1))) };
  });
  const options = sendingOptions(systemClock, CALLS);
  const start = performance.now();
  for await (const { type } of sendBatches(opened.tenant, bodies, options))
    expect(['batch-start', 'accepted']).toContain(type);
  const ends = options.lines.filter((line) => line.type === 'attempt-end');
  expect(ends.map(({ outcome }) => outcome)).toEqual(Array.from({ length: CALLS }, () => 'accepted'));
  console.log(`${CALLS} requests at ${((CALLS - 1) / ((performance.now() - start) / 1000)).toFixed(2)} a second.`);
  await opened.close();
});

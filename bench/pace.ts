// How fast requests leave beside what the service permits, and how many it refuses: against the sandbox's limiter in simulated time,
// at several lengths of a round trip, and against a sandbox of this machine in real time. npm run bench -- pace [CALLS] [REAL CALLS]
import { LocalSandbox } from '../src/connections/localSandbox';
import { localSandboxConnection } from '../src/connections/localSandboxConnection';
import type { PlannedBody } from '../src/core/run/plannedBody';
import { openLoopbackLine } from '../src/loopback/openLoopbackLine';
import { createLimits } from '../src/sandbox/gate/limits';
import type { Clock } from '../src/tenant/clock';
import { systemClock } from '../src/tenant/clock';
import { ThrottledError } from '../src/tenant/errors';
import { UPLOADS_PER_SECOND } from '../src/tenant/limits';
import { sendBatches } from '../src/tenant/sending/sendBatches';
import type { JobTenant } from '../src/tenant/tenant';
import { bulkBody, person } from '../test/support/people';
import { SimulatedClock } from '../test/support/simulatedClock';

const ROUND_TRIPS = [0, 20, 60, 120, 200, 400, 900];

void main();

async function main(): Promise<void> {
  const [calls = 2000, real = 80] = process.argv.slice(2).map(Number);
  console.log(`${calls.toLocaleString('en')} calls in simulated time; ${UPLOADS_PER_SECOND} a second are permitted.`);
  for (const roundTrip of ROUND_TRIPS) {
    const clock = new SimulatedClock();
    const service = simulated(clock, roundTrip);
    await clock.during(send(service.tenant, clock, calls));
    report(`round trip ${roundTrip} ms`, service);
  }
  const sandbox = new LocalSandbox();
  const opened = await localSandboxConnection(sandbox, {
    openLine: (origin) => Promise.resolve(openLoopbackLine(origin)),
    clock: systemClock,
  }).open();
  const service = observed(opened.tenant);
  await send(service.tenant, systemClock, real);
  report(`a sandbox in real time, ${real} calls`, service);
  await opened.close();
  await sandbox.stop();
}

interface Service {
  readonly tenant: JobTenant;
  readonly starts: readonly number[];
  readonly refused: () => number;
  readonly most: () => number;
}

function simulated(clock: SimulatedClock, roundTrip: number): Service {
  const limits = createLimits(
    { now: () => clock.now(), after: () => ({ dispose: () => undefined }) },
    { uploadsPerDay: Infinity },
  );
  const upload: JobTenant['upload'] = async () => {
    await clock.delay(roundTrip / 2);
    const isRefused = limits.refuse('upload') !== undefined;
    await clock.delay(roundTrip / 2);
    if (isRefused) throw new ThrottledError('429', { remedy: '' });
    return { requestId: '', clientRequestId: '', acceptedAt: '', location: '' };
  };
  return watch({ kind: 'sandbox', name: '', jobId: '', upload, readLog: nobody }, () => clock.now());
}

function observed(tenant: JobTenant): Service {
  return watch({ ...tenant, upload: (body, signal) => tenant.upload(body, signal) }, () => performance.now());
}

function watch(tenant: JobTenant, now: () => number): Service {
  const starts: number[] = [];
  let [underWay, most, refused] = [0, 0, 0];
  const upload: JobTenant['upload'] = async (body, signal) => {
    starts.push(now());
    most = Math.max(most, ++underWay);
    try {
      return await tenant.upload(body, signal);
    } catch (error) {
      refused += 1;
      throw error;
    } finally {
      underWay -= 1;
    }
  };
  return { tenant: { ...tenant, upload }, starts, refused: () => refused, most: () => most };
}

async function send(tenant: JobTenant, clock: Clock, calls: number): Promise<void> {
  const options = {
    clock,
    batches: Array.from({ length: calls }, () => ({ hash: '' })),
    journal: { append: () => Promise.resolve() },
    beforeCall: () => Promise.resolve(),
  };
  for await (const event of sendBatches(tenant, bodies(calls), options))
    if (event.type === 'paused') throw new Error(`${event.why}: ${event.cause ?? ''}`);
}

function* bodies(calls: number): Generator<PlannedBody> {
  for (let number = 1; number <= calls; number++)
    yield { kind: 'body', number, operations: 1, body: bulkBody(person(String(number))) };
}

function report(name: string, { starts, refused, most }: Service): void {
  const seconds = ((starts.at(-1) ?? 0) - (starts[0] ?? 0)) / 1000;
  const share = (starts.length - 1) / seconds / UPLOADS_PER_SECOND;
  console.log(
    `  ${name}: ${(share * 100).toFixed(1)} % of the permitted rate, ${refused()} answers 429, at most ${most()} under way`,
  );
}

function nobody(): never {
  throw new Error('Nobody reads here.');
}

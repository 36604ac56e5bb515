import type { JsonObject } from '../../src/core/json/jsonValue';
import { externalIdOf } from '../../src/core/run/recordTexts';
import { Run } from '../../src/core/run/run';
import { sentIn } from '../../src/core/run/plan';
import { fastClock } from '../../src/sandbox/clock';
import type { Sandbox, SandboxOptions } from '../../src/sandbox/sandbox';
import { createSandbox } from '../../src/sandbox/sandbox';
import { findScenario } from '../../src/sandbox/scenarios/table';
import { TenantError } from '../../src/tenant/errors';
import { createHttpTenant } from '../../src/tenant/httpTenant';
import { ReadPatience } from '../../src/tenant/reading/readPatience';
import type { LogSchedule } from '../../src/tenant/reconciling/logSchedule';
import { sandboxSchedule } from '../../src/tenant/reconciling/logSchedule';
import type { ReconcileEvent, ReconcileOptions } from '../../src/tenant/reconciling/reconcile';
import { reconcile } from '../../src/tenant/reconciling/reconcile';
import { learnTenantClock } from '../../src/tenant/sending/tenantClock';
import { clientCredentialsTokenSource } from '../../src/tenant/signIn/credentials';
import type { Tenant } from '../../src/tenant/tenant';
import { AUTHORITY, sandboxTransport } from '../contract/sandboxTransport';
import type { ManualClock } from './manualClock';
import { createManualClock } from './manualClock';
import { bulkBody, person } from './people';
import type { RowKind } from './planText';
import { planOf } from './planText';
import { createSeededBytes } from './seededRandom';

export interface RigOptions extends Partial<SandboxOptions> {
  /** How many times as fast as this machine's clock the tenant's runs, and milliseconds that it is ahead. */
  readonly rate?: number;
  readonly ahead?: number;
}

/** A sandbox with its own clock, and runs that are sent to it as the product sends them. Nothing waits. */
export interface ReconcileRig {
  readonly tenant: Tenant;
  readonly sandbox: Sandbox;
  readonly clock: ManualClock;
  enter(scenario: string): void;
  /** A run of people `p1` and so on, of so many in a batch. */
  newRun(people: number, operations?: number): Run;
  /** Sends the batches of these numbers; all when left out. */
  send(run: Run, of?: (id: string) => JsonObject, batches?: readonly number[]): Promise<void>;
  /** Follows the log and writes into the run what comes, as the product does. */
  follow(run: Run, options?: Partial<ReconcileOptions>): Promise<readonly ReconcileEvent[]>;
}

export function createReconcileRig({ rate = 1, ahead = 0, ...more }: RigOptions = {}): ReconcileRig {
  const clock = createManualClock();
  const skewed = { ...clock, now: () => clock.now() + ahead };
  const sandbox = createSandbox({ clock: fastClock(skewed, rate), random: createSeededBytes(), ...more });
  const transport = sandboxTransport(sandbox);
  const tenant = createHttpTenant({
    ...reach(sandbox),
    transport,
    ...timesOf(clock),
    tokens: tokensOf(sandbox, clock),
  });
  const times = new WeakMap<Run, number>();
  const schedule: LogSchedule = sandboxSchedule();
  return {
    tenant,
    sandbox,
    clock,
    enter(name) {
      const scenario = findScenario(name);
      if (scenario === undefined) throw new Error(`There is no scenario ${name}.`);
      sandbox.setScenario(scenario);
    },
    newRun(people, operations) {
      const kinds = Array.from({ length: people }, (): RowKind => 'sent');
      return new Run(planOf(kinds, operations), new Date(clock.now()).toISOString());
    },
    async send(run, of = (id) => person(id), batches) {
      const at = run.knowsTenantClock ? undefined : await learnTenantClock(tenant);
      if (at !== undefined) run.noteTenantClock(at);
      for (const batch of run.plan.batches) {
        if (batches !== undefined && !batches.includes(batch.number)) continue;
        const ids = Array.from(sentIn(run.plan, batch), (index) => externalIdOf(run.plan.records.texts, index) ?? '');
        run.noteBatch(batch.number, 'sending');
        await upload(tenant, run, batch.number, bulkBody(...ids.map(of)));
        clock.advance(300);
      }
      times.set(run, clock.now());
    },
    async follow(run, options = {}) {
      const events: ReconcileEvent[] = [];
      const sentAt = times.get(run) ?? clock.now();
      for await (const event of reconcile(tenant, run, {
        schedule,
        sentAt,
        random: () => 0.5,
        ...timed(clock),
        ...options,
      })) {
        note(run, event);
        events.push(event);
      }
      return events;
    },
  };
}

function reach(sandbox: Sandbox) {
  const { servicePrincipalId, jobId } = sandbox.application;
  const origin = `http://${AUTHORITY}`;
  return {
    endpoint: { kind: 'sandbox', origin, version: 'v1.0', servicePrincipalId, jobId },
    name: 'Sandbox',
  } as const;
}

function timed(clock: ManualClock) {
  return { clock, wallClock: () => clock.now() };
}

function timesOf(clock: ManualClock) {
  return { wallClock: () => clock.now(), patience: new ReadPatience({ ...timed(clock), random: () => 0.5 }) };
}

function tokensOf(sandbox: Sandbox, clock: ManualClock) {
  const { clientId, clientSecret, tenantId } = sandbox;
  const tokenEndpoint = `http://${AUTHORITY}/${tenantId}/oauth2/v2.0/token`;
  const transport = sandboxTransport(sandbox);
  return clientCredentialsTokenSource({ tokenEndpoint, clientId, clientSecret, transport, clock });
}

async function upload(tenant: Tenant, run: Run, batch: number, body: string): Promise<void> {
  try {
    const { tenantTime } = await tenant.upload(body);
    if (tenantTime !== undefined) run.noteTenantTime(tenantTime);
    run.noteBatch(batch, 'accepted');
  } catch (error) {
    if (!(error instanceof TenantError)) throw error;
    run.noteBatch(batch, error.outcome === 'rejected' ? 'rejected' : 'unknown', error.message, error.remedy);
  }
}

function note(run: Run, event: ReconcileEvent): void {
  if (event.type === 'answers') run.noteAnswers(event.answers);
  else if (event.type === 'found-taken') run.noteTaken(event.batch);
  else if (event.type === 'log-read') run.noteElsewhere(event.elsewhere);
  else if (event.type === 'silent') run.noteSilence(event.cause, event.remedy, event.isFinal);
}

/** The counts that are not 0. */
export function countsOf(run: Run): Readonly<Record<string, number>> {
  const { counts, records } = run.account;
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  if (all !== records.length) throw new Error(`${all} records in the counts, ${records.length} in total.`);
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}

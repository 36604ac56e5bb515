import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection, OpenedConnection } from '../../../src/connections/connection';
import { fromUnixMilliseconds } from '../../../src/core/expression/dotnet/dates/instant';
import { guardLimits } from '../../../src/core/guards/limitTable';
import type { GuardLimits } from '../../../src/core/guards/guardLimits';
import { isUsable, loadMapping } from '../../../src/core/mapping/loadMapping';
import type { Target } from '../../../src/core/run/target';
import type { FileLayer } from '../../../src/files/fileLayer';
import { openRunStore } from '../../../src/runs/openRunStore';
import type { RunStore } from '../../../src/runs/runStore';
import type { Sandbox, SandboxOptions } from '../../../src/sandbox/sandbox';
import { createSandbox } from '../../../src/sandbox/sandbox';
import { extractPlanner } from '../../../src/sending/extractPlanner';
import type { Planner } from '../../../src/sending/planner';
import type { Preparation, SendRequest } from '../../../src/sending/preparation';
import { prepareSending } from '../../../src/sending/prepareSending';
import type { SendingContext } from '../../../src/sending/sendingContext';
import { createHttpTenant } from '../../../src/tenant/httpTenant';
import type { Tenant } from '../../../src/tenant/tenant';
import { AUTHORITY, sandboxTransport } from '../../contract/sandboxTransport';
import { createSeededBytes, createSeededRandom } from '../seededRandom';
import { PatientClock } from './patientClock';

export const MAPPING = `externalId  = [Id]
userName    = Join("@", [User], "contoso.com")
displayName = [Name]
active      = Switch([Status], , "A", "True", "T", "False")
`;

/** An extract of the people of these numbers. */
export function extract(from: number, to: number, status = 'A'): string {
  const rows = Array.from({ length: to - from + 1 }, (_, index) => {
    const id = from + index;
    return `${id},user${id},Person ${id},${status}\n`;
  });
  return `Id,User,Name,Status\n${rows.join('')}`;
}

export interface RigOptions {
  /** `real` for a tenant of Microsoft Entra, played by the same sandbox. */
  readonly kind?: 'sandbox' | 'real';
  readonly sandbox?: Partial<SandboxOptions>;
  readonly limits?: Partial<GuardLimits>;
  readonly files?: FileLayer;
  /** Milliseconds since 1970. */
  readonly startsAt?: number;
  /** In the place of the tenant's own. */
  readonly upload?: (upload: Tenant['upload']) => Tenant['upload'];
}

/** All that sending takes: a state folder of files, a tenant in memory, and a clock whose time passes while everybody waits. */
export class SendingRig {
  readonly folder = mkdtempSync(join(tmpdir(), 'sending-'));
  readonly clock: PatientClock;
  readonly sandbox: Sandbox;
  readonly store: RunStore;
  readonly context: SendingContext;
  /** Every body that the service received, in order. */
  readonly received: string[] = [];
  readonly #options: RigOptions;
  readonly #random = createSeededRandom();
  /** Added to the machine's time of day. */
  shift = 0;

  constructor(options: RigOptions = {}) {
    this.#options = options;
    // As the files of the state folder, unless something else counts
    this.clock = new PatientClock(options.startsAt ?? Math.floor(Date.now() / 1000) * 1000);
    this.sandbox = createSandbox({ clock: this.clock, random: createSeededBytes(), ...options.sandbox });
    this.store = this.openStore();
    this.context = this.contextOf(this.store);
  }

  readonly wallClock = (): number => Math.floor(this.clock.now()) + this.shift;

  /** As another process has it. */
  openStore(program = 'command line', files = this.#options.files): RunStore {
    return openRunStore(this.folder, { program, wallClock: this.wallClock, ...(files && { files }) });
  }

  contextOf(store: RunStore): SendingContext {
    const limits = { ...guardLimits(), ...this.#options.limits };
    return { store, limits, program: 'command line', wallClock: this.wallClock, random: this.#random };
  }

  planner(csv: string, mapping = MAPPING, name = 'people.csv'): Planner {
    const loaded = loadMapping(mapping);
    if (!isUsable(loaded)) throw new Error(loaded.problems.map(({ message }) => message).join('\n'));
    return extractPlanner({ name, read: () => blocks(csv) }, { name: 'people.scimmap', loaded });
  }

  connection(): Connection {
    const kind = this.#options.kind === 'real' ? 'tenant' : 'sandbox';
    const open = (): Promise<OpenedConnection> => Promise.resolve(this.open());
    const reach = (): Promise<never> => Promise.reject(new Error('Nobody reaches it otherwise.'));
    return { kind, name: 'Contoso', endpoint: undefined, open, reach };
  }

  open(target: Partial<Target> = {}): OpenedConnection {
    const { sandbox, clock, received } = this;
    const { servicePrincipalId, jobId } = sandbox.application;
    const transport = sandboxTransport(sandbox);
    const isReal = this.#options.kind === 'real';
    const tokens = { token: () => Promise.resolve(sandbox.issueToken()) };
    const endpoint = {
      kind: 'sandbox',
      origin: `http://${AUTHORITY}`,
      version: 'v1.0',
      servicePrincipalId,
      jobId,
    } as const;
    const made = createHttpTenant({ endpoint, name: 'Contoso', transport, tokens, wallClock: this.wallClock });
    const tenant: Tenant = { ...made, kind: isReal ? 'real' : 'sandbox' };
    const upload: Tenant['upload'] = async (body, signal) => {
      received.push(body);
      return tenant.upload(body, signal);
    };
    const own: Target = {
      kind: isReal ? 'tenant' : 'sandbox',
      ...(isReal && { cloud: 'global', graph: 'https://graph.microsoft.com' }),
      tenantId: sandbox.tenantId,
      servicePrincipalId,
      jobId,
      ...(!isReal && { instance: String(sandbox.resets) }),
    };
    return {
      tenant: { ...tenant, upload: this.#options.upload?.(upload) ?? upload },
      target: () => Promise.resolve({ ...own, ...target }),
      clock,
      logPace: () => ({ interval: 3000, longestInterval: 3000, deadline: 120_000, doubtDeadline: 15_000, outage: 0 }),
      close: () => Promise.resolve(),
    };
  }

  request(csv: string, more: Partial<SendRequest> = {}): SendRequest {
    const now = fromUnixMilliseconds(Date.UTC(2026, 10, 30, 8));
    if (now === undefined) throw new Error('The clock is outside the years 1 to 9999.');
    const connection = this.connection();
    const moment = { now, seed: 7 };
    return { planner: this.planner(csv), connection, opened: this.open(), moment, predicts: false, ...more };
  }

  /** A plan that was made and may be confirmed. */
  async prepare(csv: string, more: Partial<SendRequest> = {}): Promise<Preparation> {
    const answer = await this.during(prepareSending(this.context, this.request(csv, more)));
    if (answer.kind !== 'prepared') throw new Error(JSON.stringify(answer));
    return answer;
  }

  /** Lets time pass until something is done. */
  during<T>(work: Promise<T>): Promise<T> {
    return this.clock.during(work);
  }

  close(): void {
    this.sandbox.dispose();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

async function* blocks(text: string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(new TextEncoder().encode(text));
}

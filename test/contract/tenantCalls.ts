import { expect } from 'vitest';
import type { JsonObject } from '../../src/core/json/jsonValue';
import type { SandboxResponse } from '../../src/sandbox/message';
import type { SandboxOptions } from '../../src/sandbox/sandbox';
import { bulkBody } from '../support/people';
import type { SandboxRig } from '../unit/sandbox/sandboxRig';
import { createSandboxRig } from '../unit/sandbox/sandboxRig';

interface Entry {
  readonly id: string;
  readonly activityDateTime: string;
  readonly provisioningAction: string;
  readonly cycleId: string;
  readonly changeId: string;
  readonly sourceIdentity: { readonly id: string };
  readonly targetIdentity: { readonly id: string };
  readonly provisioningStatusInfo: {
    readonly status: string;
    readonly errorInformation: { readonly errorCode: string } | null;
  };
  readonly provisioningSteps: readonly { readonly name: string; readonly provisioningStepType: string }[];
  readonly modifiedProperties: readonly {
    readonly displayName: string;
    readonly oldValue: string | null;
    readonly newValue: string | null;
  }[];
}

interface Job {
  readonly id: string;
  readonly schedule: { readonly state: string; readonly interval: string };
  readonly status: {
    readonly code: string;
    readonly lastExecution: Record<string, unknown> | null;
    readonly quarantine: Record<string, unknown> | null;
    readonly countSuccessiveCompleteFailures: number;
    readonly escrowsPruned: boolean;
  };
}

/** A sandbox tenant and the calls that a client of it makes, by hand. */
export interface TenantCalls extends SandboxRig {
  upload(...people: readonly JsonObject[]): Promise<SandboxResponse>;
  get(path: string): Promise<Record<string, unknown>>;
  /** What a call is refused with. */
  refusal(answer: SandboxResponse): { readonly status: number; readonly code: string; readonly message: string };
  /** Something below the job; with a body, as JSON. */
  ofJob(method: string, below: string, body?: unknown): Promise<SandboxResponse>;
  job(): Promise<Job>;
  /** All entries, the oldest first. Waits for the read limit first. */
  entries(): Promise<readonly Entry[]>;
  /** Runs the cycle of what is staged, and makes its entries readable. */
  settle(): void;
}

export function createTenantCalls(options: Partial<SandboxOptions> = {}): TenantCalls {
  const rig = createSandboxRig(options);
  // A client that signs in for every call
  const send: SandboxRig['send'] = (method, target, headers = {}, body = '') =>
    rig.send(method, target, { authorization: `Bearer ${rig.sandbox.issueToken()}`, ...headers }, body);
  const base = `/v1.0${rig.jobPath.replace(/\/bulkUpload$/, '')}`;
  const ofJob = (method: string, below: string, body?: unknown): Promise<SandboxResponse> =>
    body === undefined
      ? send(method, base + below)
      : send(method, base + below, { 'content-type': 'application/json' }, JSON.stringify(body));
  const get = async (path: string): Promise<Record<string, unknown>> => {
    const answer = await send('GET', path);
    expect({ path, status: answer.status, body: answer.status === 200 ? '' : answer.body }).toEqual({
      path,
      status: 200,
      body: '',
    });
    return JSON.parse(answer.body) as Record<string, unknown>;
  };
  return {
    ...rig,
    send,
    ofJob,
    get,
    upload: (...people) =>
      send('POST', `${base}/bulkUpload`, { 'content-type': 'application/scim+json' }, bulkBody(...people)),
    refusal: ({ status, body }) => {
      const { error } = JSON.parse(body) as { error: { code: string; message: string } };
      return { status, code: error.code, message: error.message };
    },
    job: async () => (await get(base)) as unknown as Job,
    async entries() {
      rig.clock.advance(10_000);
      const page = await get('/v1.0/auditLogs/provisioning?$orderby=activityDateTime%20asc');
      return page.value as readonly Entry[];
    },
    settle: () => rig.clock.advance(60_000),
  };
}

import type { SandboxResponse } from '../../../src/sandbox/message';
import type { Sandbox, SandboxOptions } from '../../../src/sandbox/sandbox';
import { createSandbox } from '../../../src/sandbox/sandbox';
import type { ManualClock } from '../../support/manualClock';
import { createManualClock } from '../../support/manualClock';
import { createSeededBytes } from '../../support/seededRandom';

export const AUTHORITY = '127.0.0.1:40400';

/** A sandbox and the requests of a test; what a request does not say is as it should be. */
export interface SandboxRig {
  readonly clock: ManualClock;
  readonly sandbox: Sandbox;
  readonly jobPath: string;
  /** A header of `undefined` is left out. */
  send(
    method: string,
    target: string,
    headers?: Record<string, string | undefined>,
    body?: string | Uint8Array,
  ): Promise<SandboxResponse>;
}

export function createSandboxRig(options: Partial<SandboxOptions> = {}): SandboxRig {
  const clock = createManualClock();
  const sandbox = createSandbox({ clock, random: createSeededBytes(), ...options });
  const token = sandbox.issueToken();
  return {
    clock,
    sandbox,
    jobPath: `/servicePrincipals/${sandbox.application.servicePrincipalId}/synchronization/jobs/${sandbox.application.jobId}/bulkUpload`,
    send: (method, target, headers = {}, body = '') => {
      const all: Record<string, string | undefined> = { host: AUTHORITY, authorization: `Bearer ${token}`, ...headers };
      const given = Object.entries(all).filter((header): header is [string, string] => header[1] !== undefined);
      return sandbox.handle({ method, target, headers: new Map(given), body: bytes(body), authority: AUTHORITY });
    },
  };
}

async function* bytes(body: string | Uint8Array): AsyncGenerator<Uint8Array> {
  const all = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  for (let start = 0; start < all.length; start += 65_536) yield all.subarray(start, start + 65_536);
}

import { createCallWindow, createQuota } from './callWindow';
import type { SandboxClock } from '../clock';
import type { Refused } from '../message';
import { refused } from '../message';
import type { CallKind } from '../routes';

/** Limits of the service. Sources: Entra, inbound provisioning concepts; Microsoft Graph, throttling limits. */
const UPLOADS = { calls: 40, ms: 5000 };
const LOG_READS = { calls: 5, ms: 10_000 };
/** With Entra ID P1 or P2. Source: Entra, licensing fundamentals. */
const UPLOADS_PER_DAY = 2000;

export interface LimitOptions {
  readonly uploadsPerDay?: number;
  /** Seconds. */
  readonly retryAfter?: number;
}

/** Refuses calls beyond the service's limits. */
export interface Limits {
  refuse(operation: CallKind): Refused | undefined;
}

export function createLimits(
  clock: SandboxClock,
  { uploadsPerDay = UPLOADS_PER_DAY, retryAfter }: LimitOptions,
): Limits {
  const uploads = createCallWindow(UPLOADS.calls, UPLOADS.ms);
  const uploadsToday = createQuota(uploadsPerDay);
  const logReads = createCallWindow(LOG_READS.calls, LOG_READS.ms);
  const tooMany = (message: string): Refused =>
    refused(
      429,
      'TooManyRequests',
      message,
      retryAfter === undefined ? undefined : { 'Retry-After': String(retryAfter) },
    );
  return {
    refuse(operation) {
      const now = clock.now();
      const inBurst = operation === 'upload' ? uploads : operation === 'log' ? logReads : undefined;
      if (inBurst?.admit(now) === false) return tooMany('Too many requests in a short time.');
      if (operation === 'upload' && !uploadsToday.admit(now))
        return tooMany('The daily quota of the tenant is used up.');
      return undefined;
    },
  };
}

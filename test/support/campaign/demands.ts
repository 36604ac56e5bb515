import type { TransportAnswer } from '../../../src/tenant/transport';

/** A time in which nobody may call: from when a client has heard so, to the end of the wait. Milliseconds, by the client's clock. */
export interface Demand {
  readonly from: number;
  readonly until: number;
}

/** Milliseconds before its death that a client may have heard something and not written it down. */
const UNWRITTEN = 2000;

/** Milliseconds that an answer asks everybody to wait. */
export function demandOf({ status, headers }: Pick<TransportAnswer, 'status' | 'headers'>): number {
  if (status !== 429) return 0;
  return Math.max(0, longest(headers.get('retry-after')) * 1000, longest(headers.get('retry-after-ms')));
}

/** What a client that died then has surely written down. */
export function writtenBefore(death: number, demands: readonly Demand[]): readonly Demand[] {
  return demands.filter(({ from }) => from < death - UNWRITTEN);
}

/** The greatest number in a header, which may be there several times. */
function longest(header: string | null): number {
  const parts = (header ?? '').split(',').map((part) => part.trim());
  return Math.max(0, ...parts.filter((part) => /^\d+$/.test(part)).map(Number));
}

import type { ShownRequest } from './shownRequest';

/** What the host answers the tab of the requests. */
export interface RequestsToPage {
  readonly type: 'requests';
  readonly id: number;
  readonly requests: readonly ShownRequest[];
}

/** What the tab of the requests asks. */
export type RequestsFromPage =
  /** Requests by their place, from 0. */
  | { readonly type: 'requests'; readonly id: number; readonly from: number; readonly count: number }
  /** A request is to be opened as a document, by its number. */
  | { readonly type: 'openRequest'; readonly number: number }
  /** The same of the request that a record's operation is in, at that operation. */
  | { readonly type: 'openOperation'; readonly record: number }
  /** A request is to be written to a file. */
  | { readonly type: 'saveRequest'; readonly number: number }
  /** The same of all of them. */
  | { readonly type: 'saveRequests' };

/** Requests that the page gets at once, at most. */
const MAX_REQUESTS_A_MESSAGE = 128;

/** What the tab asks, or `undefined` for anything else. */
export function parseRequestsFromPage(message: Readonly<Record<string, unknown>>): RequestsFromPage | undefined {
  const { type, id, from, count, number, record } = message;
  switch (type) {
    case 'requests':
      return isCount(id) && isCount(from) && isCount(count)
        ? { type, id, from, count: Math.min(count, MAX_REQUESTS_A_MESSAGE) }
        : undefined;
    case 'openRequest':
    case 'saveRequest':
      return isCount(number) ? { type, number } : undefined;
    case 'openOperation':
      return isCount(record) ? { type, record } : undefined;
    case 'saveRequests':
      return { type };
    default:
      return undefined;
  }
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

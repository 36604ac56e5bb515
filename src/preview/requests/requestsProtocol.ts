import type { ShownRequest } from './shownRequest';

/** The host's answers to the requests tab. */
export interface RequestsToPage {
  readonly type: 'requests';
  readonly id: number;
  readonly requests: readonly ShownRequest[];
}

/** The messages of the requests tab. */
export type RequestsFromPage =
  /** Fetch requests by index, from 0. */
  | { readonly type: 'requests'; readonly id: number; readonly from: number; readonly count: number }
  /** Open a request as a document, by number. */
  | { readonly type: 'openRequest'; readonly number: number }
  /** Open the request that contains a record's operation, at that operation. */
  | { readonly type: 'openOperation'; readonly record: number }
  /** Save a request to a file. */
  | { readonly type: 'saveRequest'; readonly number: number }
  /** Save all requests. */
  | { readonly type: 'saveRequests' };

/** Maximum number of requests in a message to the page. */
const MAX_REQUESTS_A_MESSAGE = 128;

/** Parses a message of the tab; `undefined` for anything else. */
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

/** What a server that cannot be trusted does with one request. */
export interface Fault {
  readonly name: string;
  /** Bytes of the request that are read before the connection is reset; `undefined`: all of it is read. */
  readonly resetAfter?: 'nothing' | 'first byte' | 'head' | 'half' | 'all but one' | 'all';
  /** Closed in order instead of reset. */
  readonly closes?: boolean;
  /** Whether the service keeps a request that was read whole. An accepted one is kept by default, any other is not. */
  readonly stages?: boolean;
  /** The whole answer; `undefined`: there is none, and the connection stays open. */
  readonly answer?: Answer;
  /** Where the answer stops, and nothing more comes. */
  readonly stallsIn?: 'status' | 'head' | 'body';
  /** Cut there, and closed. */
  readonly cutsIn?: 'head' | 'body';
  /** Written a byte at a time. */
  readonly dribbles?: boolean;
}

interface Answer {
  readonly status: number;
  readonly headers?: readonly string[];
  readonly body?: string;
  /** Written before the status line. */
  readonly before?: string;
  /** Written after the end of the answer. */
  readonly after?: string;
  /** Instead of the body's length; `undefined`: the right one; `null`: none, and the connection is closed at the end. */
  readonly length?: number | null;
}

const GRAPH_ERROR = JSON.stringify({ error: { code: 'Faulty', message: 'On purpose.' } });
const PAGE = '<!DOCTYPE html><html><body>Please sign in</body></html>';

const answers = (status: number, ...headers: string[]): Fault => ({
  name: [String(status), ...headers].join(', '),
  answer: { status, headers, body: status < 300 ? '' : GRAPH_ERROR },
});

/** A day, in seconds: no program waits so long. */
const DAY = 86_400;

/** The kinds of fault after which the same request may be made again by itself. */
export const passingFaults: readonly Fault[] = [
  ...(['nothing', 'first byte', 'head', 'half', 'all but one'] as const).map((resetAfter): Fault => ({
    name: `reset after ${resetAfter}`,
    resetAfter,
  })),
  { name: 'reset after all, staged', resetAfter: 'all', stages: true },
  { name: 'reset after all, not staged', resetAfter: 'all' },
  { name: 'closed after all, staged', resetAfter: 'all', closes: true, stages: true },
  { name: 'closed after the head', resetAfter: 'head', closes: true },
  { name: 'no answer, staged', stages: true },
  { name: 'no answer, not staged' },
  { name: 'stalls in the status line, staged', stallsIn: 'status', stages: true, answer: { status: 202 } },
  { name: 'stalls in the head, staged', stallsIn: 'head', stages: true, answer: { status: 202 } },
  { name: 'cut in the head, staged', cutsIn: 'head', stages: true, answer: { status: 202 } },
  {
    name: 'garbage before the status line, staged',
    stages: true,
    answer: { status: 202, before: '\0\xff garbage\r\n' },
  },
  ...[408, 500, 502, 503, 504].map((status) => answers(status)),
  ...[500, 503].map((status): Fault => ({ ...answers(status), name: `${status}, staged all the same`, stages: true })),
  answers(503, 'Retry-After: 2'),
  answers(503, 'Retry-After: 0'),
  answers(503, 'Retry-After: -5'),
  answers(503, 'Retry-After: soon'),
  answers(503, 'Retry-After: 1', 'Retry-After: 3'),
  answers(429),
  answers(429, 'Retry-After: 3'),
  answers(429, 'Retry-After-Ms: 1500'),
  answers(429, 'Retry-After: 0'),
];

/** Answers that count as accepted, although something is wrong with them. */
export const harmlessFaults: readonly Fault[] = [
  { name: '202 byte by byte', dribbles: true, answer: { status: 202, body: '{}' } },
  { name: '202 that stalls in its body', stallsIn: 'body', answer: { status: 202, body: '{"a":1}' } },
  { name: '202 that is cut in its body', cutsIn: 'body', answer: { status: 202, body: '{"a":1}', length: 100 } },
  { name: '202 without a length', answer: { status: 202, body: '{}', length: null } },
  { name: '202 of a megabyte and more', answer: { status: 202, body: 'x'.repeat(1_200_000) } },
  { name: '202 with a page in it', answer: { status: 202, headers: ['Content-Type: text/html'], body: PAGE } },
];

/** The kinds of fault that stop the sending until a person has looked. */
export const stoppingFaults: readonly Fault[] = [
  ...[400, 403, 404, 405, 409, 410, 413, 415, 422].map((status) => answers(status)),
  ...[200, 201, 204, 206].map((status): Fault => ({ ...answers(status), stages: true })),
  ...[301, 302, 303, 307, 308].map((status) => answers(status, 'Location: http://127.0.0.1:9/elsewhere')),
  answers(401),
  { name: 'a page of the network', answer: { status: 200, headers: ['Content-Type: text/html'], body: PAGE } },
  answers(407, 'Proxy-Authenticate: Basic'),
  answers(511),
  answers(429, `Retry-After: ${DAY}`),
  answers(503, `Retry-After: ${3650 * DAY}`),
];

/** What the service does. */
export const NO_FAULT: Fault = { name: 'none', answer: { status: 202 } };

/** All of them. */
export const everyFault: readonly Fault[] = [...passingFaults, ...harmlessFaults, ...stoppingFaults];

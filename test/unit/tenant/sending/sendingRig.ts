import { expect } from 'vitest';
import type { JournalEvent } from '../../../../src/core/journal/journalEvent';
import type { LostBody, PlannedBody } from '../../../../src/core/run/plannedBody';
import { createHttpTenant } from '../../../../src/tenant/httpTenant';
import type { SendControl } from '../../../../src/tenant/sending/sendControl';
import type { SendEvent } from '../../../../src/tenant/sending/sendEvent';
import { sendBatches } from '../../../../src/tenant/sending/sendBatches';
import type { SendOptions } from '../../../../src/tenant/sending/sendOptions';
import type { TokenSource } from '../../../../src/tenant/signIn/tokenSource';
import type { Transport } from '../../../../src/tenant/transport';
import { SimulatedClock } from '../../../support/simulatedClock';

export const START = Date.UTC(2026, 10, 30, 8);

/** What the service does with a call: an answer, or an error that ends it, after so many milliseconds. */
export interface Act {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: BodyInit;
  readonly failure?: Error;
  readonly after?: number;
}

interface Call {
  readonly at: number;
  /** By its body. */
  readonly batch: number;
  readonly token: string;
  /** Lines of the journal about its batch when it was made. */
  readonly lines: readonly JournalEvent[];
}

/** What a call is answered with: by the number of the call, from 1, by its batch, and by how many calls of it there were. */
export type Script = (count: number, batch: number, ofBatch: number, call: Call) => Act | undefined;

export interface RigOptions {
  readonly batches?: number;
  readonly script?: Script;
  readonly bodies?: Iterable<PlannedBody | LostBody>;
  readonly control?: SendControl;
  readonly clock?: SimulatedClock;
  readonly tokens?: TokenSource;
  readonly append?: (event: JournalEvent, lines: readonly JournalEvent[]) => Promise<void> | void;
  readonly beforeCall?: SendOptions['beforeCall'];
  readonly random?: () => number;
  readonly more?: Partial<SendOptions>;
  /** Called with each event as it is heard. */
  readonly hear?: (event: SendEvent, clock: SimulatedClock) => void;
}

export interface Sent {
  readonly clock: SimulatedClock;
  readonly events: readonly SendEvent[];
  readonly says: readonly string[];
  readonly calls: readonly Call[];
  readonly lines: readonly JournalEvent[];
  /** The most calls under way at once. */
  readonly most: number;
  /** Numbers of the bodies that were asked for. */
  readonly pulled: readonly number[];
}

const bodyOf = (batch: number): string => JSON.stringify({ batch });

/** The failure of a call with a code of the system. */
export function failing(code: string, more: object = {}): Act {
  return { failure: Object.assign(new Error(code), { code, ...more }) };
}

/** A whole client over a service with scripted answers, in simulated time. Each run keeps the rules of every run. */
export async function send(options: RigOptions = {}): Promise<Sent> {
  const { batches = 3, clock = new SimulatedClock(1_000_000), control } = options;
  const pulled: number[] = [];
  const lines: JournalEvent[] = [];
  const events: SendEvent[] = [];
  const book = new Book();
  const service = createService(clock, options.script ?? (() => undefined), book);
  const wallClock = (): number => START + clock.now() - 1_000_000;
  const tenant = createHttpTenant({
    endpoint: { kind: 'real', origin: ORIGIN, version: 'v1.0', servicePrincipalId: 'sp', jobId: 'job' },
    name: 'Contoso',
    transport: service.transport,
    tokens: options.tokens ?? renewable(),
    wallClock,
  });
  const sendOptions: SendOptions = {
    clock,
    batches: Array.from({ length: batches }, (_, index) => ({ hash: `hash${index + 1}` })),
    journal: {
      append: async (event) => {
        await options.append?.(event, lines);
        lines.push(event);
        if ('batch' in event) book.of(event.batch).push(event);
      },
    },
    beforeCall: options.beforeCall ?? (() => Promise.resolve()),
    random: options.random ?? (() => 0.5),
    wallClock,
    ...(control && { control }),
    ...options.more,
  };
  const work = async (): Promise<void> => {
    for await (const event of sendBatches(tenant, options.bodies ?? planned(batches, pulled), sendOptions)) {
      if (event.type === 'accepted') checkWritten(event, book.of(event.batch));
      events.push(event);
      options.hear?.(event, clock);
    }
  };
  await clock.during(work());
  checkCalls(service.calls);
  return { clock, events, says: events.map(say), calls: service.calls, lines, most: service.most(), pulled };
}

const ORIGIN = 'https://graph.microsoft.com';

/** Gives another token whenever one was refused. */
export function renewable(asked: string[] = []): TokenSource {
  let current = 1;
  return {
    token: async ({ renew = false, refused } = {}) => {
      if (renew && (refused === undefined || refused === `token${current}`)) current += 1;
      asked.push(renew ? `renewed ${current}` : `${current}`);
      return `token${current}`;
    },
  };
}

function* planned(count: number, pulled: number[]): Generator<PlannedBody> {
  for (let number = 1; number <= count; number++) {
    pulled.push(number);
    yield { kind: 'body', number, operations: 50, body: bodyOf(number) };
  }
}

function createService(clock: SimulatedClock, script: Script, book: Book) {
  const calls: Call[] = [];
  const ofBatch = new Map<number, number>();
  let underWay = 0;
  let most = 0;
  const transport: Transport = async (_, { body = '', headers, signal }) => {
    const { batch } = JSON.parse(body) as { readonly batch: number };
    const token = headers.Authorization?.replace('Bearer ', '') ?? '';
    const call: Call = {
      at: clock.now(),
      batch,
      token,
      lines: [...book.of(batch)],
    };
    const count = calls.push(call);
    ofBatch.set(batch, (ofBatch.get(batch) ?? 0) + 1);
    const act = script(count, batch, ofBatch.get(batch) ?? 0, call) ?? {};
    underWay += 1;
    most = Math.max(most, underWay);
    await clock.delay(act.after ?? 0, signal);
    underWay -= 1;
    signal?.throwIfAborted();
    if (act.failure !== undefined) throw act.failure;
    return new Response(act.body ?? null, {
      status: act.status ?? 202,
      headers: { 'request-id': `r${count}`, ...act.headers },
    });
  };
  return { transport, calls, most: () => most };
}

/** The lines of each batch. */
class Book {
  readonly #lines = new Map<number, JournalEvent[]>();

  of(batch: number): JournalEvent[] {
    const lines = this.#lines.get(batch) ?? [];
    this.#lines.set(batch, lines);
    return lines;
  }
}

/** What holds of every run: written ahead, and never over the limit. */
function checkCalls(calls: readonly Call[]): void {
  for (const [index, { at, batch, lines }] of calls.entries()) {
    const started = lines.filter((line) => line.type === 'attempt-start').length;
    const ended = lines.filter((line) => line.type === 'attempt-end').length;
    if (started !== ended + 1) expect.fail(`batch ${batch}: ${started} starts and ${ended} ends when it was called`);
    const before40 = calls[index - 40];
    if (before40 !== undefined && at - before40.at < 5000) expect.fail(`41 calls within ${at - before40.at} ms`);
  }
}

function checkWritten({ attempt }: { readonly attempt: number }, lines: readonly JournalEvent[]): void {
  const isEnd = (line: JournalEvent): boolean =>
    line.type === 'attempt-end' && line.attempt === attempt && line.outcome === 'accepted';
  if (!lines.some(isEnd)) expect.fail(`attempt ${attempt} was said to be accepted before it was written down`);
}

/** An event in a line. */
function say(event: SendEvent): string {
  switch (event.type) {
    case 'batch-start':
      return `start ${event.batch}.${event.attempt} ${event.reason}${event.maybeTwice ? ' maybe twice' : ''}`;
    case 'accepted':
      return `accepted ${event.batch}${event.maybeTwice ? ' maybe twice' : ''}`;
    case 'waiting':
      return `waiting ${event.batch} ${event.ms} ${event.reason}${event.maybeTaken ? ' maybe taken' : ''}`;
    case 'failed':
    case 'refused':
    case 'given-up':
      return `${event.type} ${event.batch} ${event.error.outcome}${event.maybeTaken ? ' maybe taken' : ''}`;
    case 'breaker':
      return `breaker ${event.ms}`;
    case 'unrecorded':
      return `unrecorded ${event.batch} ${event.entry.outcome}`;
    case 'paused':
      return `paused ${event.batch} ${event.why}${event.until === undefined ? '' : ` ${new Date(event.until).toISOString()}`}`;
    case 'cancelled':
      return `cancelled ${event.batch}`;
    case 'resumed':
      return 'resumed';
  }
}

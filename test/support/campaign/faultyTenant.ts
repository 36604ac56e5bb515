import { createHash } from 'node:crypto';
import type { AddressInfo, Socket } from 'node:net';
import { createServer } from 'node:net';
import type { Received } from './books';
import type { Fault } from './faults';
import { operationsIn } from './operationsIn';

/** A service on loopback that speaks raw TCP, and does with each upload what it is asked to. It keeps the truth. */
export interface FaultyTenant {
  readonly port: number;
  /** Bodies that came whole and that the service may have taken, as far as the client can know; in order. */
  readonly received: Received[];
  /** Bodies that the service has kept, in order. */
  readonly staged: Received[];
  /** Bodies that the service has refused for good, in an answer that can be read. */
  readonly refused: Received[];
  /** When each upload came, whole or not. */
  readonly calls: number[];
  /** The faults that were met, by name. */
  readonly met: Map<string, number>;
  close(): Promise<void>;
}

export interface FaultyTenantOptions {
  /** What happens to the next upload. */
  readonly nextFault: () => Fault;
  /** Whether a request is refused for one of the people in it, by their matching ids. */
  readonly isAtFault: (id: string) => boolean;
  /** Milliseconds, by the client's clock. */
  readonly now: () => number;
}

/** A request, as far as it is there. */
interface Request {
  /** Bytes of its head. */
  readonly head: number;
  /** Bytes of all of it; `undefined` while the end is not there. */
  readonly size: number | undefined;
  readonly body: Buffer;
  /** The id of the run that sends it. */
  readonly sender: string;
}

/** The header in which a request names its run. */
export const SENDER = 'x-campaign-run';
const REASON = 'Any Reason';
/** The first byte of an upload. */
const POST = 'P'.charCodeAt(0);
const REFUSAL = JSON.stringify({ error: { code: 'BadRequest', message: 'An operation is not valid.' } });
const NOT_PERMITTED: Fault = {
  name: 'not permitted',
  answer: { status: 403, body: JSON.stringify({ error: { code: 'Authorization_RequestDenied', message: 'No.' } }) },
};

export async function startFaultyTenant({ nextFault, isAtFault, now }: FaultyTenantOptions): Promise<FaultyTenant> {
  const sockets = new Set<Socket>();
  const tenant = {
    received: [] as Received[],
    staged: [] as Received[],
    refused: [] as Received[],
    calls: [] as number[],
    met: new Map<string, number>(),
  };
  const serve = (socket: Socket): void => {
    let buffered = Buffer.alloc(0);
    let fault: Fault | undefined;
    let isDone = false;
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', (chunk: Buffer) => {
      if (isDone) return;
      buffered = Buffer.concat([buffered, chunk]);
      for (;;) {
        if (buffered.length > 0 && buffered[0] !== POST) {
          // Reads are none of its business: they are not permitted
          const size = requestIn(buffered)?.size;
          if (size === undefined) return;
          buffered = buffered.subarray(size);
          answer(socket, NOT_PERMITTED);
          if (buffered.length === 0) return;
          continue;
        }
        if (fault === undefined) {
          fault = nextFault();
          tenant.met.set(fault.name, (tenant.met.get(fault.name) ?? 0) + 1);
          tenant.calls.push(now());
        }
        const request = requestIn(buffered);
        if (isResetNow(fault, buffered.length, request)) {
          isDone = true;
          end(socket, fault);
          return;
        }
        if (request?.size === undefined) return;
        buffered = buffered.subarray(request.size);
        fault = take(request, fault);
        if (fault.resetAfter !== undefined) {
          isDone = true;
          end(socket, fault);
          return;
        }
        isDone = !answer(socket, fault);
        fault = undefined;
        if (isDone || buffered.length === 0) return;
      }
    });
  };
  /** Gives what happens now that the request is known. */
  const take = ({ body, sender }: Request, met: Fault): Fault => {
    const text = body.toString('utf8');
    const operations = operationsIn(text);
    const ids = operations.map(({ id }) => id);
    const fault = ids.some(isAtFault) ? refusing(met) : met;
    const hash = createHash('sha256').update(body).digest('hex');
    const entry = { run: sender, hash, ids, operations: operations.map((each) => each.hash), at: now() };
    (isRefusal(fault) ? tenant.refused : tenant.received).push(entry);
    if (isTaken(fault)) tenant.staged.push(entry);
    return fault;
  };
  const answer = (socket: Socket, fault: Fault): boolean => {
    if (fault.answer === undefined) return false;
    const { status, headers = [], body = '', before = '', after = '', length } = fault.answer;
    const lines = [
      `HTTP/1.1 ${status} ${REASON}`,
      `Date: ${new Date().toUTCString()}`,
      ...headers,
      ...(length === null ? ['Connection: close'] : [`Content-Length: ${length ?? Buffer.byteLength(body)}`]),
    ];
    const head = `${lines.join('\r\n')}\r\n\r\n`;
    if (fault.stallsIn !== undefined || fault.cutsIn !== undefined) {
      socket.write(before + partOf(head, body, fault.stallsIn ?? fault.cutsIn ?? 'head'), 'latin1');
      if (fault.cutsIn !== undefined) socket.end();
      return false;
    }
    const whole = before + head + body + after;
    if (fault.dribbles === true) for (const character of whole) socket.write(character, 'latin1');
    else socket.write(whole, 'latin1');
    if (length === null) socket.end();
    return length !== null;
  };
  const server = createServer((socket) => {
    sockets.add(socket);
    serve(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    ...tenant,
    port: (server.address() as AddressInfo).port,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function requestIn(bytes: Buffer): Request | undefined {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const text = bytes.toString('latin1', 0, end);
  const head = end + 4;
  const sender = new RegExp(`^${SENDER}: *(.+)$`, 'im').exec(text)?.[1]?.trim() ?? '';
  if (/^transfer-encoding: *chunked/im.test(text)) return { ...chunkedIn(bytes, head), sender };
  const size = head + Number(/^content-length: *(\d+)/im.exec(text)?.[1] ?? 0);
  return { head, size: bytes.length < size ? undefined : size, body: bytes.subarray(head, size), sender };
}

function chunkedIn(bytes: Buffer, head: number): Omit<Request, 'sender'> {
  const parts: Buffer[] = [];
  for (let at = head; ;) {
    const lineEnd = bytes.indexOf('\r\n', at);
    const length = lineEnd < 0 ? NaN : parseInt(bytes.toString('latin1', at, lineEnd), 16);
    const next = lineEnd + 2 + length + 2;
    if (Number.isNaN(length) || next > bytes.length) return { head, size: undefined, body: Buffer.concat(parts) };
    if (length === 0) return { head, size: next, body: Buffer.concat(parts) };
    parts.push(bytes.subarray(lineEnd + 2, lineEnd + 2 + length));
    at = next;
  }
}

function isResetNow({ resetAfter }: Fault, read: number, request: Request | undefined): boolean {
  switch (resetAfter) {
    case 'nothing':
    case 'first byte':
      return true;
    case 'head':
      return request !== undefined;
    case 'half':
      return request !== undefined && read > request.head;
    case 'all but one':
      // It is there, and was not looked at any more
      return request?.size !== undefined;
    default:
      return false;
  }
}

function end(socket: Socket, { closes = false }: Fault): void {
  if (closes) socket.end();
  else socket.resetAndDestroy();
}

function partOf(head: string, body: string, where: 'status' | 'head' | 'body'): string {
  if (where === 'status') return head.slice(0, 7);
  return where === 'head' ? head.slice(0, head.length / 2) : head + body.slice(0, body.length / 2);
}

function isTaken({ stages, answer }: Fault): boolean {
  return stages ?? answer?.status === 202;
}

/** The same, of a request that the service does not take because of what is in it. */
function refusing(fault: Fault): Fault {
  const { answer } = fault;
  if (!isTaken(fault)) return fault;
  // What lies or breaks off does so of a refusal, too
  if (answer === undefined || answer.status > 299) return { ...fault, stages: false };
  const body = answer.body === undefined || answer.body === '' ? REFUSAL : answer.body;
  return { ...fault, stages: false, answer: { ...answer, status: 400, body } };
}

/** Whether the service certainly has not taken what it answers so, and the client can read that. */
function isRefusal({ answer, stages = false, resetAfter, stallsIn, cutsIn }: Fault): boolean {
  const { status, headers = [], before } = answer ?? { status: 0 };
  // What answers with a page is not the service
  if (status === 200 && headers.some((header) => header.includes('html'))) return true;
  // A status line and a head say everything, as they do where something is accepted
  const isHead = (part: string | undefined): boolean => part === undefined || part === 'body';
  const isRead = resetAfter === undefined && before === undefined && isHead(stallsIn) && isHead(cutsIn);
  return isRead && !stages && ((status >= 300 && status < 408) || (status > 408 && status < 500) || status === 511);
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Ledger, RequestEntry } from './ledger';
import type { ServiceAnswer, ServiceRequest } from './serviceAnswer';
import type { Switches } from './switches';

interface ServiceOptions {
  readonly ledger: Ledger;
  readonly switches: Switches;
  /** The host that the request's tunnel was opened to. */
  readonly host: string;
  readonly answer: (request: ServiceRequest) => ServiceAnswer | Promise<ServiceAnswer>;
}

/** Reads a request that arrived in a tunnel, has it answered, and lists it. */
export async function serveRequest(
  message: IncomingMessage,
  response: ServerResponse,
  options: ServiceOptions,
): Promise<void> {
  const { host, ledger } = options;
  const request = await readRequest(message, host);
  const isForHost = request.headers.get('host') === host;
  const answer = isForHost ? await options.answer(request) : misdirected();
  ledger.add<RequestEntry>({
    kind: 'request',
    way: 'tunnel',
    host,
    method: request.method,
    path: request.target,
    bodyBytes: request.body.length,
    hasToken: request.headers.has('authorization'),
    status: answer === 'lost' ? 0 : answer.status,
  });
  if (answer === 'lost') message.socket.destroy();
  else write(response, answer, Date.now() + options.switches.clockSkew);
}

async function readRequest(message: IncomingMessage, host: string): Promise<ServiceRequest> {
  const pieces: Buffer[] = [];
  for await (const piece of message) pieces.push(piece as Buffer);
  const headers = new Map(
    Object.entries(message.headersDistinct).map(([name, values]) => [name, values?.join(', ') ?? '']),
  );
  return { host, method: message.method ?? '', target: message.url ?? '', headers, body: Buffer.concat(pieces) };
}

function misdirected(): ServiceAnswer {
  return { status: 421, json: { error: 'The Host header is not the host of the tunnel.' } };
}

function write(response: ServerResponse, answer: Exclude<ServiceAnswer, 'lost'>, now: number): void {
  const isOwn = 'json' in answer;
  const body = isOwn ? JSON.stringify(answer.json) : answer.body;
  response.writeHead(answer.status, {
    ...(isOwn ? { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' } : answer.headers),
    Date: new Date(now).toUTCString(),
    'Content-Length': Buffer.byteLength(body),
  });
  response.end(body);
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface LogServerOptions {
  readonly pages: number;
  readonly perPage: number;
  /** The time by which calls are noted. */
  readonly now: () => number;
  /** How the call of this number, from 1, is answered in the place of a page. */
  readonly refuse?: (
    call: number,
  ) => { readonly status: number; readonly headers?: Record<string, string> } | undefined;
}

/** A service with a long log, on this machine, over HTTP. */
export interface LogServer {
  readonly origin: string;
  /** The times of its calls. */
  readonly calls: readonly number[];
  /** What was asked for, decoded. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

const CYCLE = 500;

/** Pages of entries, the newest first, a second apart and of five hundred in a cycle. */
export async function startLogServer({ pages, perPage, now, refuse }: LogServerOptions): Promise<LogServer> {
  const calls: number[] = [];
  const asked: string[] = [];
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    calls.push(now());
    const url = new URL(request.url ?? '', origin());
    asked.push(decodeURIComponent(url.search));
    const refusal = refuse?.(calls.length);
    if (refusal !== undefined) {
      response.writeHead(refusal.status, { 'Content-Type': 'application/json', ...refusal.headers });
      response.end(JSON.stringify({ error: { code: 'TooManyRequests', message: 'Too many requests.' } }));
      return;
    }
    const page = Number(url.searchParams.get('$skiptoken') ?? '0');
    const next = new URL(url);
    next.searchParams.set('$skiptoken', String(page + 1));
    const value = Array.from({ length: perPage }, (_, index) => entryAt(page * perPage + index));
    const more = page + 1 < pages ? { '@odata.nextLink': next.href } : {};
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify({ ...more, value }));
  };
  const server = createServer(answer);
  const origin = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: origin(),
    calls,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const NEWEST = Date.UTC(2026, 10, 30, 8);
const ATTRIBUTES = Array.from({ length: 20 }, (_, index) => `attribute${index}`);

/** As large as those of the service are. */
function entryAt(number: number): object {
  const id = `W-${String(number).padStart(6, '0')}`;
  const hasFailed = number % 10 === 3;
  const step = (name: string, type: string): object => ({
    name,
    provisioningStepType: type,
    status: 'success',
    description: `User '${id}' was handled in the step ${name} of the cycle.`,
    details: { ReportableIdentifier: `${id}@contoso.com` },
  });
  return {
    id: `entry-${number}`,
    activityDateTime: new Date(NEWEST - number * 1000).toISOString(),
    cycleId: `cycle-${Math.floor(number / CYCLE)}`,
    changeId: `change-${number}`,
    provisioningAction: number % 2 === 0 ? 'create' : 'update',
    provisioningStatusInfo: {
      status: hasFailed ? 'failure' : 'success',
      errorInformation: hasFailed ? { errorCode: 'Conflict', reason: 'Another account has the value.' } : null,
    },
    sourceIdentity: { id, displayName: `Person ${number}`, identityType: 'User', details: {} },
    targetIdentity: { id: `target-${number}`, displayName: `Person ${number}`, identityType: 'User', details: {} },
    provisioningSteps: [step('EntryImportAdd', 'import'), step('EntryExportAdd', 'export')],
    modifiedProperties: ATTRIBUTES.map((name) => ({
      displayName: name,
      oldValue: null,
      newValue: `The value of ${name} of ${id}`,
    })),
  };
}

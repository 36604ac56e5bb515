// How long a window's host lets others wait while a log of 20,000 entries is read and its view is renewed: as many pages as the service
// would give in 20 minutes, one right after the other. The service is another process. npm run bench -- log [PAGES] [ENTRIES A PAGE]
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Connection, OpenOptions } from '../src/connections/connection';
import { ConnectionLog } from '../src/connections/log/connectionLog';
import { systemClock } from '../src/tenant/clock';
import { createHttpTenant } from '../src/tenant/httpTenant';
import { ReadPatience } from '../src/tenant/reading/readPatience';
import { createSpacing } from '../src/tenant/reading/spacing';
import { SANDBOX_TOKEN_PREFIX } from '../src/tenant/signIn/tokenPrefix';
import type { Transport } from '../src/tenant/transport';
import { lookOfLog } from '../src/views/log/logLook';
import { logMessage } from '../src/views/log/logMessage';
import type { LogElement, ShownLog } from '../src/views/log/logTree';
import { LOG_PAGE, logChildren, logElements } from '../src/views/log/logTree';
import { startLogServer } from '../test/support/logServer';

/** Milliseconds between two pages; the view leaves 3,000. */
const SPACING = 20;
/** Milliseconds between two renewals of the view, as in the view. */
const RENEWAL = 400;

const [first, second] = process.argv.slice(2);
void (first === 'serve' ? serve() : measure(Number(first ?? 400), Number(second ?? 50)));

async function serve(): Promise<void> {
  const [, pages, perPage] = process.argv.slice(2).map(Number);
  const server = await startLogServer({ pages: pages ?? 1, perPage: perPage ?? 1, now: () => performance.now() });
  process.send?.(server.origin);
}

async function measure(pages: number, perPage: number): Promise<void> {
  const service = fork(process.argv[1] ?? '', ['serve', String(pages), String(perPage)]);
  const [origin] = (await once(service, 'message')) as [string];
  const log = new ConnectionLog(connectionTo(origin), {
    wallClock: Date.now,
    onFault: (error) => console.error(error),
  });
  const histogram = monitorEventLoopDelay({ resolution: 1 });
  const begun = performance.now();
  let firstRows: number | undefined;
  let renewals = 0;
  const renew = (): void => {
    renewals++;
    const rows = renewView(log);
    if (rows > 0) firstRows ??= performance.now() - begun;
  };
  let timer: NodeJS.Timeout | undefined;
  log.onDidChange(() => {
    timer ??= setTimeout(() => {
      timer = undefined;
      renew();
    }, RENEWAL);
  });
  histogram.enable();
  await log.read();
  histogram.disable();
  const read = performance.now() - begun;
  const begunFilter = performance.now();
  await log.narrow({ statuses: ['failure'] });
  renew();
  const filtered = performance.now() - begunFilter;
  const inMs = (nanoseconds: number) => (nanoseconds / 1e6).toFixed(1);
  const memory = process.memoryUsage();
  console.log(
    `${log.book.size} entries of ${pages} pages in ${(read / 1000).toFixed(1)} s, ${renewals} renewals of the view`,
  );
  console.log(`first rows after ${Math.round(firstRows ?? NaN)} ms`);
  const [p50, p99] = [50, 99].map((part) => inMs(histogram.percentile(part)));
  console.log(`event loop delay: p50 ${p50} ms, p99 ${p99} ms, max ${inMs(histogram.max)} ms`);
  console.log(`a filter over all: ${filtered.toFixed(1)} ms; heap ${Math.round(memory.heapUsed / 1e6)} MB`);
  clearTimeout(timer);
  service.kill();
}

/** What the view asks for at each renewal: its message, its cycles, and the rows of the newest cycle, which is unfolded. */
function renewView(log: ConnectionLog): number {
  const { book, state, follows, waiting, whyEmpty, isFull } = log;
  const shown: ShownLog = {
    cycles: book.cycles,
    statistics: book.statistics,
    changesOf: (cycle) => book.changesOf(cycle),
    entry: (id) => book.entry(id),
    tieOf: () => ({ kind: 'elsewhere' }),
    limitOf: () => LOG_PAGE,
    offers: [],
  };
  const cycles = logElements(shown);
  const [newest] = cycles;
  const rows: readonly LogElement[] = [...cycles, ...(newest === undefined ? [] : logChildren(newest, shown))];
  const timeOf = (at: number): string => new Date(at).toLocaleTimeString();
  for (const row of rows) lookOfLog(row, timeOf);
  const { filter, size, shown: count } = book;
  logMessage({ state, follows, waiting, whyEmpty, isFull, filter, size, shown: count }, timeOf);
  return rows.length;
}

function connectionTo(origin: string): Connection {
  const [servicePrincipalId, jobId] = ['7e2b1c9a-0d4f-4b8e-9a1c-3f5d7b9e1a2c', 'API2AAD.4f6a2b'];
  const endpoint = { kind: 'sandbox', origin, version: 'v1.0', servicePrincipalId, jobId } as const;
  const transport: Transport = (url, { method, headers }) => fetch(url, { method, headers });
  const tokens = { token: () => Promise.resolve(`${SANDBOX_TOKEN_PREFIX}1`) };
  const logSpacing = createSpacing(systemClock, SPACING);
  const open = ({ onWait }: OpenOptions = {}) => {
    const patience = new ReadPatience({ clock: systemClock, ...(onWait && { onWait }) });
    return Promise.resolve({
      tenant: createHttpTenant({ endpoint, name: 'Contoso', transport, tokens, patience, logSpacing }),
      target: () => Promise.resolve({ kind: 'sandbox' as const, tenantId: 't', servicePrincipalId, jobId }),
      clock: systemClock,
      logPace: () => ({ interval: 3000, longestInterval: 3000, deadline: 1, doubtDeadline: 1, outage: 0 }),
      close: () => Promise.resolve(),
    });
  };
  const reach = (): Promise<never> => Promise.reject(new Error('Nobody reaches it otherwise.'));
  return { kind: 'sandbox', name: 'Contoso', endpoint: undefined, open, reach };
}

import assert from 'node:assert/strict';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { TreeItem } from 'vscode';
import { ConnectionLog } from '../../src/connections/log/connectionLog';
import { CommandTitles } from '../../src/host/commandTitles';
import { throttleTrailing } from '../../src/host/throttleTrailing';
import { itemOfLog, rowsOfLog } from '../../src/host/views/logRows';
import type { Clock } from '../../src/tenant/clock';
import { LOG_READ_SPACING } from '../../src/tenant/limits';
import type { ShownLog } from '../../src/views/log/logTree';
import { LOG_PAGE } from '../../src/views/log/logTree';
import { logConnection } from '../support/logConnection';
import { startLogServer } from '../support/logServer';
import { extension, noteFigures } from './support';

const [PAGES, PER_PAGE] = [400, 50];
/** The service gives a page every three seconds: so that nobody waits 20 minutes, they pass in 20 milliseconds. */
const RATE = LOG_READ_SPACING / 20;

/** A clock that runs faster than the machine's. */
function fastClock(): Clock {
  const begun = performance.now();
  return {
    now: () => (performance.now() - begun) * RATE,
    delay: (ms, signal) => delay(ms / RATE, undefined, { ...(signal && { signal }) }).catch(() => undefined),
  };
}

describe('a log of 20,000 entries over 400 pages', () => {
  it('is read by this extension host inside the read limit, and is shown meanwhile', async function () {
    this.timeout(120_000);
    const clock = fastClock();
    const server = await startLogServer({ pages: PAGES, perPage: PER_PAGE, now: () => clock.now() });
    const faults: unknown[] = [];
    const log = new ConnectionLog(logConnection({ origin: server.origin }, clock), {
      wallClock: Date.now,
      onFault: (fault) => faults.push(fault),
    });
    const titles = new CommandTitles(extension().packageJSON);
    let pagesAtFirstRows: number | undefined;
    let renewals = 0;
    // As the view does
    const renewal = throttleTrailing(400, () => {
      renewals++;
      if (showAll(log, titles) > 0) pagesAtFirstRows ??= server.calls.length;
    });
    log.onDidChange(renewal.call);
    const histogram = monitorEventLoopDelay({ resolution: 1 });
    histogram.enable();
    try {
      await log.read();
      histogram.disable();
      assert.deepEqual([faults, log.state.kind, log.book.size], [[], 'read', PAGES * PER_PAGE]);
      assert.equal(server.calls.length, PAGES);
      assert.ok(pagesAtFirstRows !== undefined && pagesAtFirstRows < PAGES / 2, String(pagesAtFirstRows));
      const gaps = server.calls.slice(1).map((at, place) => at - (server.calls[place] ?? 0));
      // A call takes a while to arrive, once more than another time
      const busiest = Math.max(...server.calls.map((at) => countIn(server.calls, at, 10 * LOG_READ_SPACING)));
      assert.ok(busiest <= 11, `${busiest} calls in the time of 10, the shortest gap ${Math.min(...gaps)}`);
      const inMilliseconds = (nanoseconds: number) => Number((nanoseconds / 1e6).toFixed(2));
      const [p50, p99, max] = [histogram.percentile(50), histogram.percentile(99), histogram.max].map(inMilliseconds);
      noteFigures(
        this.test,
        `event-loop delay p50 ${p50} ms, p99 ${p99} ms, max ${max} ms; ${renewals} renewals; first rows after page ${pagesAtFirstRows}`,
      );
      assert.ok(histogram.count > 100);
    } finally {
      renewal.dispose();
      log.dispose();
      await server.close();
    }
  });
});

function countIn(times: readonly number[], from: number, length: number): number {
  return times.filter((at) => at >= from && at < from + length).length;
}

/** Makes the rows that VS Code asks for at a renewal: the cycles, and the newest, which is unfolded. */
function showAll(log: ConnectionLog, titles: CommandTitles): number {
  const { book } = log;
  const shown: ShownLog = {
    cycles: book.cycles,
    statistics: book.statistics,
    changesOf: (cycle) => book.changesOf(cycle),
    entry: (id) => book.entry(id),
    tieOf: () => ({ kind: 'elsewhere' }),
    limitOf: () => LOG_PAGE,
    offers: [],
  };
  const cycles = rowsOfLog(undefined, shown);
  const [newest] = cycles;
  const rows = [...cycles, ...(newest === undefined ? [] : rowsOfLog(newest, shown))];
  const items = rows.map((row) => itemOfLog(row, titles, log.connection.name));
  assert.ok(items.every((item) => item instanceof TreeItem));
  return items.length;
}

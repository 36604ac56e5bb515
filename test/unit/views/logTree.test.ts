import { describe, expect, it } from 'vitest';
import { LogBook } from '../../../src/core/logs/list/logBook';
import type { LogElement, ShownLog, ShownTie } from '../../../src/views/log/logTree';
import { LOG_PAGE, logChildren, logElements } from '../../../src/views/log/logTree';
import { hoverOfLog, lookOfLog } from '../../../src/views/log/logLook';
import { logEntry } from '../../support/logEntries';

const timeOf = (at: number): string => new Date(at).toISOString().slice(11, 16);
const OURS: ShownTie = { kind: 'run', run: 'r1', title: 'staff.csv, 07:55', record: 3 };

function shownLog(
  book: LogBook,
  {
    ties = {},
    limits = {},
    offers = [],
  }: { ties?: Record<string, ShownTie>; limits?: Record<string, number>; offers?: ShownLog['offers'] } = {},
): ShownLog {
  return {
    cycles: book.cycles,
    statistics: book.statistics,
    changesOf: (cycle) => book.changesOf(cycle),
    entry: (id) => book.entry(id),
    tieOf: (id) => ties[id],
    limitOf: (row) => limits[row] ?? LOG_PAGE,
    offers,
  };
}

function bookOf(...entries: Parameters<LogBook['add']>[0]): LogBook {
  const book = new LogBook();
  book.add(entries);
  return book;
}

/** A tree in lines, unfolded: `icon label | description`. */
function outline(rows: readonly LogElement[], log: ShownLog, depth = 0): readonly string[] {
  return rows.flatMap((row) => {
    const { icon, label, description } = lookOfLog(row, timeOf);
    const own = `${'  '.repeat(depth)}${icon} ${label}${description === '' ? '' : ` | ${description}`}`;
    return [own, ...outline(logChildren(row, log), log, depth + 1)];
  });
}

const CODE = 'AzureActiveDirectoryInvalidUserPrincipalName';
const book = bookOf(
  logEntry('a', '701', { cycleId: 'c1', changeId: 'x', time: '2026-11-30T08:00:00Z' }),
  logEntry('b', '701', {
    cycleId: 'c1',
    changeId: 'x',
    time: '2026-11-30T08:05:00Z',
    action: 'update',
    changed: ['manager'],
  }),
  logEntry('c', '702', {
    cycleId: 'c1',
    changeId: 'y',
    time: '2026-11-30T08:01:00Z',
    status: 'failure',
    error: [CODE, 'Bad name.'],
  }),
  logEntry('d', '', { cycleId: 'c2', changeId: 'z', time: '2026-11-30T09:00:00Z', action: 'disable' }),
);

describe('the tree of the provisioning log', () => {
  it('has cycles, changes and entries, the newest first, the person before what became of them', () => {
    const log = shownLog(book, { ties: { b: OURS, a: OURS, c: { kind: 'elsewhere' } } });
    expect(outline(logElements(log), log)).toEqual([
      'history 09:00 | 1 disabled',
      '  lock Person ',
      'error 08:05 | 1 failed · 1 updated',
      '  edit 701 | Person 701 · staff.csv, 07:55 · 2 entries',
      '    edit 08:05 | updated',
      '      symbol-field manager | (nothing) → new',
      '    add 08:00 | created',
      `  error 702 | Person 702 · sign-in name invalid or taken · from elsewhere`,
      expect.stringMatching(/^ {4}question Why: /),
      '    comment The service says: Bad name.',
      expect.stringMatching(/^ {4}lightbulb What to do: /),
    ]);
  });

  it('says everything else when somebody points at a row', () => {
    const log = shownLog(book, { ties: { c: { kind: 'elsewhere' }, b: OURS } });
    const [, cycle] = logElements(log);
    if (cycle === undefined) throw new Error('there is no cycle');
    const [changed, failed] = logChildren(cycle, log);
    const hovers = [cycle, changed, failed].map((row) => (row === undefined ? undefined : hoverOfLog(row, log)));
    expect(hovers).toMatchSnapshot();
  });

  it('is said whole by a screen reader', () => {
    const log = shownLog(book, { ties: { c: { kind: 'elsewhere' } } });
    const cycles = logElements(log);
    const rows = [...cycles, ...cycles.flatMap((row) => logChildren(row, log))];
    expect(rows.map((row) => lookOfLog(row, timeOf).spoken)).toEqual([
      'Cycle of 09:00, 1 disabled',
      'Cycle of 08:05, 1 failed, 1 updated',
      'Person , disabled, 09:00',
      '701, updated, Person 701, 2 entries',
      `702, failed, Person 702, sign-in name invalid or taken, from elsewhere, 08:01`,
    ]);
  });

  it('keeps the ids of its rows when more entries come', () => {
    const ids = (log: ShownLog): readonly string[] => {
      const cycles = logElements(log);
      return [...cycles, ...cycles.flatMap((row) => logChildren(row, log))].map(({ id }) => id);
    };
    const before = ids(shownLog(book));
    const grown = bookOf(...['a', 'b', 'c', 'd'].map((id) => book.entry(id)).filter((entry) => entry !== undefined));
    grown.add([logEntry('e', '9', { cycleId: 'c3', changeId: 'q', time: '2026-11-30T10:00:00Z' })]);
    const after = ids(shownLog(grown));
    expect(new Set(after).size).toBe(after.length);
    expect(before.filter((id) => !after.includes(id))).toEqual([]);
  });

  it('shows many rows a page at a time', () => {
    const many = bookOf(
      ...Array.from({ length: 1203 }, (_, index) =>
        logEntry(`e${index}`, `p${index}`, { cycleId: 'c', changeId: `${index}` }),
      ),
    );
    const below = (log: ShownLog): readonly LogElement[] => logElements(log).flatMap((row) => logChildren(row, log));
    const first = below(shownLog(many));
    expect(first).toHaveLength(LOG_PAGE + 1);
    const more = first.at(-1);
    expect(more).toMatchObject({ kind: 'more', parent: 'cycle/c', left: 703 });
    expect(more && lookOfLog(more, timeOf)).toMatchObject({ label: 'Load 500 more', description: '703 left' });
    expect(below(shownLog(many, { limits: { 'cycle/c': 2000 } }))).toHaveLength(1203);
  });

  it('offers what can be done before its rows', () => {
    const log = shownLog(new LogBook(), { offers: ['check', 'again'] });
    expect(outline(logElements(log), log)).toEqual(['pulse Check the connection', 'refresh Read the log again']);
  });
});

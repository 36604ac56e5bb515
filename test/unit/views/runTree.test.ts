import { describe, expect, it } from 'vitest';
import type { LogEntry } from '../../../src/core/logs/logEntry';
import { searchAccount, searchWords } from '../../../src/core/run/account/searchAccount';
import { RECORD_STATES } from '../../../src/core/run/recordState';
import { Run } from '../../../src/core/run/run';
import type { RunElement, ShownRun } from '../../../src/views/runElement';
import { lookOfRow } from '../../../src/views/runLook';
import { childrenOf, nextLimit, runElement, runElements } from '../../../src/views/runTree';
import type { RunWords } from '../../../src/views/runWords';
import { logEntry } from '../../support/logEntries';
import { textLike } from '../../support/matchers';
import type { RowKind } from '../../support/planText';
import { planOf } from '../../support/planText';
import { everyRow, NOW, PLAIN_VIEW, treeText } from '../../support/treeText';

function shown(kinds: readonly RowKind[], entries: readonly LogEntry[], more: Partial<ShownRun> = {}): ShownRun {
  const run = new Run(planOf(kinds), '2026-11-30T08:00:00Z');
  for (const { number } of run.plan.batches) run.noteBatch(number, 'accepted');
  run.noteEntries(entries);
  return {
    id: 'run-1',
    extract: 'contoso.csv',
    target: 'Sandbox tenant',
    at: NOW,
    began: '08:00',
    state: COMPLETE,
    notes: [],
    isReal: true,
    isAwaiting: false,
    isOver: true,
    can: [],
    counts: run.account.counts,
    account: run.account,
    ...more,
  };
}

const COMPLETE: RunWords = { words: 'complete', brief: 'complete', icon: 'pass', tone: 'good' };

const below = (element: RunElement, view = PLAIN_VIEW) => childrenOf(element, view);
const labels = (elements: readonly RunElement[]) => elements.map((element) => lookOfRow(element).label);

/** The first row below with this label. */
function find(rows: readonly RunElement[], label: string, view = PLAIN_VIEW): RunElement {
  const found = everyRow(rows, view).find((row) => lookOfRow(row).label === label);
  if (found === undefined) throw new Error(`no row ${label}`);
  return found;
}

const FAILED = { status: 'failure', error: ['Unheard', 'The stars are wrong.'] } as const;
const DOMAIN = { status: 'failure', error: ['InvalidDomain', 'No such domain.'] } as const;
const ENTRIES = [
  logEntry('1', 'p1'),
  logEntry('2', 'p2', DOMAIN),
  logEntry('6', 'p6', FAILED),
  logEntry('7', 'p7', DOMAIN),
];

describe('the rows below a run', () => {
  const run = shown(['sent', 'sent', 'refused', 'sent', 'excluded', 'sent', 'sent'], ENTRIES);

  it('group people by outcome and cause, failures first', () => {
    const depth = (line: string) => line.length - line.trimStart().length;
    expect(treeText([runElement(run)]).filter((line) => depth(line) < 8)).toEqual([
      textLike(
        /^\(warning\) contoso\.csv \| 3 failed · 1 skipped \(invalid\) · 1 awaiting log · 1 created · 1 excluded/,
      ),
      '  (error) 3 failed',
      '    (question) 2: domain not verified',
      '      (error) Person 2 | p2',
      '      (error) Person 7 | p7',
      '    (question) 1: Unheard',
      '      (error) Person 6 | p6',
      '  (clock) 1 awaiting log',
      '    (clock) Person 4 | p4',
      '      (go-to-file) Record | line 5',
      '      (json) Operation | request 1',
      '  (add) 1 created',
      '    (add) Person 1 | p1',
      '      (go-to-file) Record | line 2',
      '      (json) Operation | request 1',
      '  (circle-slash) 1 skipped (invalid)',
      textLike(/^ {4}\(question\) 1: active/),
      '      (circle-slash) Person 3 | p3',
      '  (dash) 1 excluded by the mapping',
      '    (dash) Person 5 | p5',
      '      (go-to-file) Record | line 6',
    ]);
  });

  it('say why, what to do, and where the person is', () => {
    const failed = find([runElement(run)], 'Person 6');
    expect(labels(below(failed))).toEqual([
      'The stars are wrong.',
      textLike(/^Check the steps/),
      'Record',
      'Operation',
    ]);
    expect(lookOfRow(failed).hover).toContain('The stars are wrong');
    expect(lookOfRow(failed).spoken).toBe('Person 6, p6, failed, Unheard');
  });

  it('unfold where there is something to see', () => {
    for (const element of everyRow(runElements([run], PLAIN_VIEW)))
      expect(lookOfRow(element).unfolds !== 'not', lookOfRow(element).label).toBe(below(element).length > 0);
  });

  it('tell those whom the plan leaves out from those whom the mapping does', () => {
    const night = { ...run.account?.counts, excluded: 5 } as ShownRun['counts'];
    const { account: _, ...closed } = run;
    const leftOut = { unchanged: 2, unselected: 1 };
    const rows = below(runElement({ ...closed, ...(night && { counts: night }), leftOut }));
    expect(labels(rows).slice(-3)).toEqual([
      '2 excluded by the mapping',
      '1 not chosen',
      '2 unchanged since the last upload',
    ]);
  });

  it('name people by their line where nothing else is known of them', () => {
    const unnamed = everyRow([runElement(shown(['sent', 'unreadable'], []))]);
    expect(labels(unnamed)).toContain('Line 3');
  });

  it('have an icon and a text for every outcome', () => {
    const person = run.account?.records.at(0);
    if (person === undefined) throw new Error('nobody');
    for (const state of RECORD_STATES) {
      const look = lookOfRow({ kind: 'person', id: 'x', run, person: { ...person, state } });
      expect(look.icon, state).toMatch(/^[a-z-]+$/);
      expect(look.spoken, state).toMatch(/^Person 1, p1, ./);
    }
  });

  it('all have a name for a screen reader', () => {
    for (const row of everyRow(runElements([run], PLAIN_VIEW))) {
      const { label, spoken } = lookOfRow(row);
      expect(spoken ?? label).not.toBe('');
    }
  });
});

describe('ids', () => {
  const entries = Array.from({ length: 30 }, (_, index) => [
    logEntry(`a${index}`, `p${index}`, index % 3 === 0 ? FAILED : {}),
    ...(index % 2 === 0 ? [logEntry(`b${index}`, `p${index}`, { action: 'update' })] : []),
  ]).flat();
  const kinds = Array.from({ length: 30 }, (_, index): RowKind => (index % 7 === 0 ? 'refused' : 'sent'));

  it('are unique in the whole tree', () => {
    const runs = ['run-1', 'run-2'].map((id) => shown(kinds, entries, { id }));
    const ids = everyRow(runElements(runs, PLAIN_VIEW)).map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(100);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('stay when a person comes to another outcome', () => {
    const people = (run: ShownRun) =>
      new Set(everyRow([runElement(run)]).flatMap(({ kind, id }) => (kind === 'person' ? [id] : [])));
    expect(people(shown(['sent', 'sent'], []))).toEqual(people(shown(['sent', 'sent'], [logEntry('2', 'p2', FAILED)])));
  });
});

describe('an outcome of more people than a tree can show at once', () => {
  const run = shown(
    Array.from({ length: 2345 }, () => 'sent' as const),
    [logEntry('x', 'p2345', FAILED)],
  );
  const waiting = find([runElement(run)], '2,344 awaiting log');

  it('shows the first, and the next in their place when somebody asks', () => {
    const first = below(waiting);
    expect(first).toHaveLength(201);
    const more = first.at(-1);
    expect(more && lookOfRow(more)).toMatchObject({ label: 'Load more', description: '2,144 left', unfolds: 'not' });
    const limits = new Map([[waiting.id, nextLimit(new Map(), waiting.id)]]);
    const second = below(waiting, { ...PLAIN_VIEW, limits });
    expect(second).toHaveLength(1201);
    expect(second.slice(0, 200)).toEqual(first.slice(0, 200));
    expect(second.at(-1)?.id).toBe(more?.id);
  });

  it('shows everybody once, and then no row to load more', () => {
    const rows = below(waiting, { ...PLAIN_VIEW, limits: new Map([[waiting.id, 5000]]) });
    expect(new Set(rows.map(({ id }) => id)).size).toBe(2344);
    expect(rows.every(({ kind }) => kind === 'person')).toBe(true);
  });
});

describe('a filter', () => {
  const run = shown(
    ['sent', 'sent', 'refused', 'sent', 'excluded', 'sent', 'sent'],
    [...ENTRIES, logEntry('8', 'p4', { action: 'update', changed: ['jobTitle'] })],
  );
  const filtered = (text: string) => ({
    ...PLAIN_VIEW,
    found: ({ records }: NonNullable<ShownRun['account']>) =>
      searchAccount(records, searchWords(text), 0, records.length),
  });
  const found = (text: string) =>
    everyRow([runElement(run)], filtered(text)).flatMap((row) => (row.kind === 'person' ? [row.person.line - 1] : []));

  it.each([
    ['p7', [7]],
    ['PERSON 2', [2]],
    ['jobtitle', [4]],
    ['InvalidDomain', [2, 7]],
    ['verified', [2, 7]],
    ['create failed', [2, 6, 7]],
    ['active', [3]],
    ['excluded', [5]],
    ['updated', [4]],
  ])('finds people by %s', (text, numbers) => {
    expect([...found(text)].sort()).toEqual(numbers);
  });

  it('counts those who are found, unfolds their groups, and says when there are none', () => {
    const rows = everyRow([runElement(run)], filtered('InvalidDomain'));
    expect(labels(rows).slice(1, 3)).toEqual(['2 failed', '2: domain not verified']);
    expect(rows.slice(1, 3).map((row) => lookOfRow(row).unfolds)).toEqual(['open', 'open']);
    expect(labels(below(runElement(run), filtered('nowhere')))).toEqual(['Nobody found']);
  });
});

describe('the row of a run', () => {
  const SENDING: RunWords = {
    words: 'sending · 1 of 2 requests accepted',
    brief: '1 of 2',
    icon: 'loading~spin',
    tone: 'quiet',
  };

  it.each([
    [['sent'], [logEntry('1', 'p1')], COMPLETE, 'pass', 'contoso.csv: 1 created · 08:00 · Sandbox tenant'],
    [
      ['sent', 'refused'],
      [],
      COMPLETE,
      'warning',
      'contoso.csv: 1 skipped (invalid) · 1 awaiting log · 08:00 · Sandbox tenant',
    ],
    [
      ['sent'],
      [logEntry('1', 'p1', { action: 'stagedDelete' })],
      COMPLETE,
      'warning',
      'contoso.csv: 1 held: Entra stopped these as accidental deletions · 08:00 · Sandbox tenant',
    ],
    [['sent'], [], SENDING, 'loading~spin', 'contoso.csv: 1 of 2 · 1 awaiting log · 08:00 · Sandbox tenant'],
  ] as const)('%#', (kinds, entries, state, icon, text) => {
    const look = lookOfRow(runElement(shown(kinds, entries, { state })));
    expect({ icon: look.icon, text: `${look.label}: ${look.description}` }).toEqual({ icon, text });
  });

  it('unfolds by itself where its people are known, and says why it does not go on before them', () => {
    const { account, ...earlier } = shown(['sent'], []);
    expect(lookOfRow(runElement(earlier)).unfolds).toBe('closed');
    const note = { label: 'Why', text: 'The journal is damaged.', tone: 'why' } as const;
    const known = runElement({ ...earlier, ...(account && { account }), notes: [note] });
    expect(lookOfRow(known).unfolds).toBe('open');
    expect(labels(below(known))).toEqual(['The journal is damaged.', '1 awaiting log']);
    expect(lookOfRow(known).hover).toContain('The journal is damaged');
  });
});

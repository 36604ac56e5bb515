import { expect, it } from 'vitest';
import { answerOf } from '../../../src/core/logs/answer';
import type { LogEntry } from '../../../src/core/logs/logEntry';
import { Run } from '../../../src/core/run/run';
import { LogBook } from '../../../src/core/logs/list/logBook';
import { parseLogEntry } from '../../../src/core/logs/logEntry';
import { emptySandbox } from '../../../src/sandbox/startSandbox';
import { lookOfSending } from '../../../src/views/connectionLook';
import type { ConnectionElement } from '../../../src/views/connectionTree';
import { connectionChildren, connectionElements, lookOfConnection } from '../../../src/views/connectionTree';
import { hoverOfLog, lookOfLog } from '../../../src/views/log/logLook';
import type { LogElement, ShownLog } from '../../../src/views/log/logTree';
import { logChildren, logElements } from '../../../src/views/log/logTree';
import type { RowLook } from '../../../src/views/rowLook';
import type { RunElement } from '../../../src/views/runElement';
import { lookOfRow } from '../../../src/views/runLook';
import { runElements } from '../../../src/views/runTree';
import type { SandboxElement } from '../../../src/views/sandboxTree';
import { lookOfSandbox, sandboxChildren, sandboxElements } from '../../../src/views/sandboxTree';
import { dangersOfLabel, dangersOfLines, dangersOfMarkdown } from '../../support/dangers';
import { HOSTILE_TEXTS } from '../../support/hostileTexts';
import { logEntry } from '../../support/logEntries';
import { planOf } from '../../support/planText';
import { everyRow, NOW, PLAIN_VIEW } from '../../support/treeText';
import { tenantFile } from '../../support/tenantFiles';

function dangersOf({ label, description, tooltip }: RowLook): readonly string[] {
  return [...dangersOfLabel(label), ...dangersOfLabel(description), ...dangersOfLines(tooltip)];
}

/** A log entry that says the text wherever the service says something. */
function entryOf(text: string): LogEntry {
  return {
    ...logEntry('1', 'p1', { status: 'failure', error: [text, text] }),
    activityDateTime: text,
    steps: [
      {
        type: text,
        name: text,
        status: text,
        description: text,
        details: { [text]: text },
      },
    ],
    modifiedProperties: [{ name: text, oldValue: text, newValue: text }],
  };
}

/** Rows of every kind of the tree of runs. */
function runRows(text: string): readonly RunElement[] {
  const { account } = new Run(planOf(['sent', 'refused']), '2026-11-30T08:00:00Z');
  const state = { words: text, brief: text, icon: 'pass', tone: 'doubt' } as const;
  const notes = [{ label: 'Why', text, tone: 'why' } as const];
  const known = {
    counts: account.counts,
    account,
    isReal: true,
    isAwaiting: false,
    isOver: true,
    can: ['show'] as const,
  };
  const run = { id: 'run-1', extract: text, target: text, at: NOW, began: text, state, notes, ...known };
  const [first] = account.records;
  if (first === undefined) throw new Error('there is no record');
  const named = { ...first, displayName: text, externalId: text, cause: text, remedy: text, reason: text };
  const person = { ...named, entries: [entryOf(text), entryOf(text)], answers: [answerOf(entryOf(text))] };
  const cause = { key: text, count: 1, example: person };
  const group = { kind: 'cause', id: '5', run, outcome: 'failed', cause, isFound: false } as const;
  return [
    ...everyRow([...runElements([run], PLAIN_VIEW), { kind: 'person', id: '2', run, person }]),
    { kind: 'entry', id: '3', run, person, entry: entryOf(text) },
    group,
    { kind: 'cause', id: '6', run, outcome: 'failed', cause: { ...cause, example: named }, isFound: false },
    { kind: 'more', id: '7', run, of: group, left: 1 },
    { kind: 'none', id: '8', run },
  ];
}

it('no row of a run draws an icon or hides a character because of the name of a person', () => {
  const kinds = new Set<string>();
  for (const text of HOSTILE_TEXTS)
    for (const row of runRows(text)) {
      kinds.add(row.kind);
      const shown = lookOfRow(row);
      const dangers = [
        ...dangersOf(shown),
        ...dangersOfLines(shown.spoken ?? ''),
        ...dangersOfMarkdown(shown.hover ?? ''),
      ];
      expect(dangers, `${row.kind} ${text.slice(0, 100)}`).toEqual([]);
    }
  expect([...kinds].sort()).toEqual([
    'cause',
    'change',
    'day',
    'entry',
    'more',
    'none',
    'note',
    'operation',
    'outcome',
    'person',
    'record',
    'run',
    'step',
  ]);
});

it('no row of the sandbox does', () => {
  for (const text of HOSTILE_TEXTS) {
    const sandbox = emptySandbox();
    sandbox.loadUsers(
      JSON.stringify([{ id: 'u1', displayName: text, userPrincipalName: `${text}@a.b`, department: text }]),
      'json',
    );
    const below = (rows: readonly SandboxElement[]): readonly SandboxElement[] =>
      rows.flatMap((row) => [row, ...below(sandboxChildren(row, sandbox))]);
    const rows = below(sandboxElements(sandbox));
    expect(rows.some(({ kind }) => kind === 'attribute')).toBe(true);
    for (const row of [...rows, { kind: 'attribute', id: 'x', name: text, value: text } as const])
      expect(dangersOf(lookOfSandbox(row, () => text)), text.slice(0, 100)).toEqual([]);
  }
});

it('no row of a connection does, nor what names it', () => {
  for (const text of HOSTILE_TEXTS) {
    const finding = { id: text, title: text, state: 'failed', message: text, remedy: text } as const;
    const known = { state: 'ready', at: 1, checks: [finding] } as const;
    const file = tenantFile({ name: text, tenantId: text, jobId: text });
    const sandbox = { isRunning: true, address: text, state: 'ready', scenario: text, jobId: text } as const;
    const below = (rows: readonly ConnectionElement[]): readonly ConnectionElement[] =>
      rows.flatMap((row) => [row, ...below(connectionChildren(row))]);
    const rows = below(
      connectionElements([
        { name: text, kind: 'tenant', file, isActive: true, known },
        { name: text, kind: 'sandbox', isActive: false, known: undefined, sandbox },
      ]),
    );
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(
      new Set(['connection', 'lastCheck', 'unchecked', 'finding', 'note', 'fact']),
    );
    for (const row of rows) {
      const shown = lookOfConnection(row, () => text);
      expect([...dangersOf(shown), ...dangersOfLines(shown.spoken ?? '')], text.slice(0, 100)).toEqual([]);
    }
  }
});

it('the text of a sender is only a name; its icon is ours', () => {
  expect(lookOfSending({ kind: 'sandbox', name: 'Sandbox' })).toMatchObject({
    icon: 'beaker',
    title: 'Send to Sandbox',
  });
});

/** A log whose entries, runs and ids say the text wherever somebody writes something. */
function logOf(text: string): ShownLog {
  const raw = (id: string, changeId: string) => ({
    id,
    activityDateTime: text,
    cycleId: text,
    changeId,
    provisioningAction: text,
    sourceIdentity: { id: text, displayName: text },
    provisioningStatusInfo: { status: 'failure', errorInformation: { errorCode: text, reason: text } },
    provisioningSteps: [{ name: text, provisioningStepType: text, status: text, description: text }],
    modifiedProperties: [{ displayName: text, oldValue: text, newValue: text }],
  });
  const entries = [raw('a', text), raw('b', text), raw('c', 'other')].map(parseLogEntry);
  const book = new LogBook();
  book.add(entries.filter((entry) => entry !== undefined));
  return {
    cycles: book.cycles,
    statistics: book.statistics,
    changesOf: (cycle) => book.changesOf(cycle),
    entry: (id) => book.entry(id),
    tieOf: (id) => (id === 'a' ? { kind: 'run', run: text, title: text, record: 1 } : { kind: 'elsewhere' }),
    limitOf: () => 9,
    offers: ['check', 'again'],
  };
}

it('no row of the log does, and nothing over it is more than text', () => {
  const kinds = new Set<string>();
  for (const text of HOSTILE_TEXTS) {
    const log = logOf(text);
    const below = (rows: readonly LogElement[]): readonly LogElement[] =>
      rows.flatMap((row) => [row, ...below(logChildren(row, log))]);
    for (const row of below(logElements(log))) {
      kinds.add(row.kind);
      const hover = hoverOfLog(row, log);
      const dangers = hover === undefined ? [] : dangersOfMarkdown(hover);
      const look = lookOfLog(row, () => text);
      expect(
        [...dangersOf(look), ...dangersOfLines(look.spoken ?? ''), ...dangers],
        `${row.kind} ${text.slice(0, 100)}`,
      ).toEqual([]);
    }
  }
  expect([...kinds].sort()).toEqual(['cycle', 'logChange', 'logEntry', 'note', 'offer', 'property', 'step']);
});

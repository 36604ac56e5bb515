import { describe, expect, it } from 'vitest';
import type { LogEntry } from '../../../src/core/logs/logEntry';
import { RECORD_STATES } from '../../../src/core/run/recordState';
import { Run } from '../../../src/core/run/run';
import type { RunWords } from '../../../src/views/runWords';
import type { RunElement, ShownRun } from '../../../src/views/runTree';
import { childrenOf, lookOf, runElements } from '../../../src/views/runTree';
import { logEntry } from '../../support/logEntries';
import type { RowKind } from '../../support/planText';
import { planOf } from '../../support/planText';
import { textLike } from '../../support/matchers';

function shown(kinds: readonly RowKind[], entries: readonly LogEntry[], more: Partial<ShownRun> = {}): ShownRun {
  const run = new Run(planOf(kinds), '2026-11-30T08:00:00Z');
  for (const { number } of run.plan.batches) run.noteBatch(number, 'accepted');
  run.noteEntries(entries);
  return {
    id: 'run-1',
    extract: 'contoso.csv',
    target: 'Sandbox tenant',
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

const COMPLETE: RunWords = { words: 'complete', icon: 'pass', tone: 'good' };

/** Everything below the runs, and the runs. */
function all(elements: readonly RunElement[]): readonly RunElement[] {
  return elements.flatMap((element) => [element, ...all(childrenOf(element))]);
}

function only(elements: readonly RunElement[]): RunElement {
  const [first] = elements;
  if (first === undefined) throw new Error('there is no element');
  return first;
}

function labels(elements: readonly RunElement[]): readonly string[] {
  return elements.map((element) => lookOf(element).label);
}

const FAILED = { status: 'failure', error: ['Unheard', 'The stars are wrong.'] } as const;

describe('the people of a run', () => {
  const run = shown(
    ['sent', 'sent', 'refused', 'sent', 'excluded', 'sent'],
    [logEntry('1', 'p1'), logEntry('2', 'p2', FAILED), logEntry('6', 'p6', FAILED)],
  );

  it('are called what the command line calls them where the plan leaves them out', () => {
    const words = (reason: 'where' | 'unchanged' | 'unselected') => {
      const person = [...(run.account?.records ?? [])][4];
      if (person === undefined) throw new Error('there is nobody');
      const element = {
        kind: 'person',
        id: 'p',
        run,
        person: { ...person, fate: { kind: 'excluded', reason } },
      } as const;
      return lookOf(element);
    };
    expect(words('where').description).toMatch(/^excluded/);
    expect(words('unselected').description).toMatch(/^not chosen/);
    expect(words('unchanged').description).toMatch(/^unchanged since they were sent last/);
    expect(words('unchanged').tooltip).toContain('unchanged since they were sent last (line 6)');
    const night = shown(['excluded', 'excluded', 'sent'], [logEntry('3', 'p3')], {
      leftOut: { unchanged: 2, unselected: 0 },
    });
    const { description, tooltip, spoken } = lookOf(only(runElements([night])));
    for (const text of [description, tooltip, spoken]) {
      expect(text).toContain('2 unchanged since they were sent last');
      expect(text).not.toContain('excluded');
    }
  });

  it('stand with failures first, then in the order of the extract', () => {
    const people = childrenOf(only(runElements([run])));
    expect(labels(people)).toEqual(['Person 2', 'Person 6', 'Person 3', 'Person 4', 'Person 1', 'Person 5']);
    expect(people.map((element) => lookOf(element).tone)).toEqual(['bad', 'bad', 'doubt', 'quiet', 'good', 'quiet']);
  });

  it('unfold where there is something to see', () => {
    const people = childrenOf(only(runElements([run])));
    for (const element of people)
      expect(lookOf(element).unfolds !== 'not', lookOf(element).label).toBe(childrenOf(element).length > 0);
  });

  it('say why and what to do', () => {
    const [failed] = childrenOf(only(runElements([run])));
    expect(labels(childrenOf(failed ?? only([])))).toEqual(['Why: The stars are wrong.', textLike(/^What to do: ./)]);
  });

  it('are named by their line where nothing else is known of them', () => {
    const [unnamed] = childrenOf(only(runElements([shown(['sent', 'unreadable'], [])])));
    expect(lookOf(unnamed ?? only([])).label).toBe('Line 3');
  });
});

describe('ids', () => {
  it('are unique in the whole tree', () => {
    const entries = Array.from({ length: 30 }, (_, index) => [
      logEntry(`a${index}`, `p${index}`, index % 3 === 0 ? FAILED : {}),
      ...(index % 2 === 0 ? [logEntry(`b${index}`, `p${index}`, { action: 'update' })] : []),
    ]).flat();
    const kinds = Array.from({ length: 30 }, (_, index): RowKind => (index % 7 === 0 ? 'refused' : 'sent'));
    const runs = ['run-1', 'run-2'].map((id) => shown(kinds, entries, { id }));
    const ids = all(runElements(runs)).map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(100);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('stay when a person gets another state', () => {
    const kinds: readonly RowKind[] = ['sent', 'sent'];
    const ids = (run: ShownRun) => new Set(childrenOf(only(runElements([run]))).map(({ id }) => id));
    expect(ids(shown(kinds, []))).toEqual(ids(shown(kinds, [logEntry('2', 'p2', FAILED)])));
  });
});

describe('a run of more people than a tree can show at once', () => {
  const run = shown(
    Array.from({ length: 2345 }, () => 'sent' as const),
    [logEntry('x', 'p2345', FAILED)],
  );

  it('folds the next thousand away, and the next', () => {
    const first = childrenOf(only(runElements([run])));
    expect(first).toHaveLength(1001);
    expect(lookOf(first[0] ?? only([])).label).toBe('Person 2345');
    const more = first.at(-1) ?? only([]);
    expect(lookOf(more)).toMatchObject({ label: '1,345 more people', unfolds: 'closed' });
    const second = childrenOf(more);
    expect(second).toHaveLength(1001);
    expect(lookOf(second.at(-1) ?? only([])).label).toBe('345 more people');
    expect(childrenOf(second.at(-1) ?? only([]))).toHaveLength(345);
  });

  it('shows everybody once', () => {
    const people = all(runElements([run])).filter((element) => element.kind === 'person');
    expect(new Set(people.map(({ id }) => id)).size).toBe(2345);
    expect(people).toHaveLength(2345);
  });

  it('folds nothing away at a thousand', () => {
    const full = shown(
      Array.from({ length: 1000 }, () => 'sent' as const),
      [],
    );
    expect(childrenOf(only(runElements([full]))).map(({ kind }) => kind)).not.toContain('more');
  });
});

describe('the row of a run', () => {
  const SENDING: RunWords = { words: 'sending · 1 of 2 requests accepted', icon: 'loading~spin', tone: 'quiet' };

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
    [
      ['sent'],
      [],
      SENDING,
      'loading~spin',
      'contoso.csv: sending · 1 of 2 requests accepted · 1 awaiting log · 08:00 · Sandbox tenant',
    ],
  ] as const)('%#', (kinds, entries, state, icon, text) => {
    const look = lookOf(only(runElements([shown(kinds, entries, { state })])));
    expect({ icon: look.icon, text: `${look.label}: ${look.description}` }).toEqual({ icon, text });
  });

  it('unfolds by itself where its people are known, and says why it does not go on before them', () => {
    const { account, ...earlier } = shown(['sent'], []);
    expect(lookOf(only(runElements([earlier]))).unfolds).toBe('closed');
    const note = { label: 'Why', text: 'The journal is damaged.', tone: 'why' } as const;
    const known = only(runElements([{ ...earlier, ...(account && { account }), notes: [note] }]));
    expect(lookOf(known).unfolds).toBe('open');
    expect(labels(childrenOf(known))).toEqual(['Why: The journal is damaged.', 'Person 1']);
  });
});

describe('looks', () => {
  it('has an icon and a word for a person in each state', () => {
    const run = shown(['sent'], []);
    const person = run.account?.records.at(0);
    if (person === undefined) throw new Error('nobody');
    for (const state of RECORD_STATES) {
      const look = lookOf({ kind: 'person', id: 'x', run, person: { ...person, state } });
      expect(look.icon, state).toMatch(/^[a-z-]+$/);
      expect(look.description, state).toMatch(/^.+ · p1$/);
    }
  });
});

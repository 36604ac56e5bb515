import { describe, expect, it } from 'vitest';
import { answerOf } from '../../../src/core/logs/answer';
import { parseLogEntry } from '../../../src/core/logs/logEntry';
import { loadMapping } from '../../../src/core/mapping/loadMapping';
import { placeOfRow } from '../../../src/views/placeOfRow';
import { Run } from '../../../src/core/run/run';
import type { RecordAccount } from '../../../src/core/run/account/runAccount';
import type { RunElement, ShownRun } from '../../../src/views/runElement';
import { childrenOf } from '../../../src/views/runTree';
import { planOf } from '../../support/planText';
import { logEntry } from '../../support/logEntries';
import { PLAIN_VIEW } from '../../support/treeText';
import { codeOf } from '../../support/codeOf';

const TEXT = 'externalId = [Id]\nuserName = Join("@", [Login], [Domain])\ntitle = [Job]\n';
const MAPPING = loadMapping(TEXT);

function personRow(person: Partial<RecordAccount>): RunElement & { readonly kind: 'person' } {
  const account: RecordAccount = {
    record: 3,
    line: 17,
    fate: { kind: 'operation', batch: 1 },
    state: 'failed',
    answers: [],
    entries: [],
    ...person,
  };
  const run: ShownRun = {
    id: 'run-1',
    extract: 'a.csv',
    target: 'Sandbox Tenant',
    at: 0,
    began: '',
    state: { words: '', brief: '', icon: 'pass', tone: 'good' },
    notes: [],
    isReal: true,
    isAwaiting: false,
    isOver: true,
    can: [],
    account: new Run(planOf([]), '2026-11-30T08:00:00Z').account,
  };
  return { kind: 'person', id: 'run-1/3', run, person: account };
}

const problem = { code: codeOf('value.type'), severity: 'row' as const, message: 'No.', record: 3, line: 17 };

describe('placeOfRow', () => {
  it.each<[string, Partial<RecordAccount>, readonly string[]]>([
    ['a person of whom nothing is known', {}, []],
    [
      'a failed one',
      { answers: [answerOf(logEntry('1', 'p', { status: 'failure', error: ['Odd', 'jobTitle is too long.'] }))] },
      ['Job'],
    ],
    ['a refused one', { fate: { kind: 'refused', problems: [{ ...problem, column: 'Job' }] } }, ['Job']],
    [
      'one refused for a rule that reads several columns',
      { fate: { kind: 'refused', problems: [{ ...problem, rule: { start: TEXT.indexOf('userName'), end: 30 } }] } },
      ['Login', 'Domain'],
    ],
    ['one whose row could not be cut', { fate: { kind: 'refused', problems: [problem] } }, []],
  ])('of %s', (_what, person, columns) => {
    expect(placeOfRow(personRow(person), MAPPING)).toEqual({ line: 17, columns });
  });

  it('of a changed attribute leads to what it is made from, and rows about nothing in the extract have none', () => {
    const entry = parseLogEntry({
      id: '1',
      sourceIdentity: { id: 'p' },
      provisioningSteps: [{ name: 'Export', status: 'success' }],
      modifiedProperties: [
        { displayName: 'userPrincipalName', oldValue: null, newValue: 'a@b.example' },
        { displayName: 'employeeHireDate', oldValue: null, newValue: '2026' },
      ],
    });
    const rows = childrenOf(personRow({ state: 'updated', entries: entry === undefined ? [] : [entry] }), PLAIN_VIEW);
    expect(rows.map((row) => [row.kind, placeOfRow(row, MAPPING)])).toEqual([
      ['step', { line: 17, columns: [] }],
      ['change', { line: 17, columns: ['Login', 'Domain'] }],
      ['change', { line: 17, columns: [] }],
      ['record', { line: 17, columns: [] }],
      ['operation', { line: 17, columns: [] }],
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../src/core/json/jsonValue';
import type { Cycle } from '../../../../src/core/provisioning/cycle/cycle';
import { noCounts } from '../../../../src/sandbox/job/execution';
import type { JobRecord } from '../../../../src/sandbox/job/jobRecord';
import { newJobRecord, resourceExternalId } from '../../../../src/sandbox/job/jobRecord';
import { interactiveRules } from '../../../../src/sandbox/job/jobRules';
import { quarantined } from '../../../../src/sandbox/job/quarantine';
import { settleCycle, settleFailure } from '../../../../src/sandbox/job/settle';

const NOW = 10_000_000_000;
const DAY = 24 * 3_600_000;
const rules = {
  ...interactiveRules,
  quarantine: {
    ...interactiveRules.quarantine,
    evaluatedFrom: 2,
    proportion: 0.5,
    failures: 3,
    failuresWithReferences: 4,
  },
};
const people = (...ids: readonly string[]): readonly JsonObject[] => ids.map((externalId) => ({ externalId }));

interface Outcome {
  readonly record?: Partial<JobRecord>;
  /** The externalIds of the cycle's records, and what became of some. */
  readonly of: readonly string[];
  readonly failed?: readonly string[];
  readonly held?: readonly string[];
  readonly waiting?: readonly string[];
  readonly exported?: number;
  readonly linked?: number;
}

function settled({ record, of, failed = [], held = [], waiting = [], exported = 0, linked = 0 }: Outcome): JobRecord {
  const refusal = { code: 'Refused', reason: 'No.', category: 'failure', recommendedAction: '' } as const;
  const cycle: Cycle = {
    changes: [],
    stagedDeletes: people(...held).map((resource) => ({ externalId: resourceExternalId(resource), resource })),
    escrowed: people(...failed).map((resource) => ({ externalId: resourceExternalId(resource), resource, refusal })),
    waiting: waiting.map((externalId) => ({ externalId, references: [] })),
    counters: { ...noCounts, countImported: of.length, countExported: exported },
  };
  return settleCycle({ ...newJobRecord, ...record }, people(...of), cycle, { now: NOW, id: 'run', rules, linked });
}

const failing = (firstFailed: number, ...ids: readonly string[]) =>
  new Map(ids.map((externalId) => [externalId, { resource: { externalId }, firstFailed, attempts: 1, due: 0 }]));

describe('a job after a cycle', () => {
  it('that went well has a run to show', () => {
    const record = settled({ of: ['1', '2'], exported: 2 });
    const execution = {
      id: 'run',
      state: 'Succeeded',
      began: NOW,
      ended: NOW,
      counts: { ...noCounts, countImported: 2, countExported: 2 },
    };
    expect(record).toEqual({
      ...newJobRecord,
      lastExecution: execution,
      lastSuccessful: execution,
      lastSuccessfulWithExports: execution,
      steadySince: NOW,
    });
  });

  it('that changed nothing keeps the last run that did', () => {
    const before = settled({ of: ['1'], exported: 1 });
    const after = settled({ record: { ...before, steadySince: 5, successiveFailures: 3 }, of: ['1'] });
    expect(after.lastSuccessfulWithExports).toBe(before.lastSuccessfulWithExports);
    expect(after.lastSuccessful?.counts.countExported).toBe(0);
    expect([after.steadySince, after.successiveFailures]).toEqual([5, 0]);
  });

  it.each<[string, Outcome, readonly string[], boolean]>([
    ['keeps what failed', { of: ['1', '2'], failed: ['2'] }, ['2 1'], false],
    ['counts the attempts', { record: { escrows: failing(NOW, '1') }, of: ['1'], failed: ['1'] }, ['1 2'], false],
    ['lets go of what went well', { record: { escrows: failing(NOW, '1', '2') }, of: ['1'] }, ['2 1'], false],
    [
      'gives up what has failed for too long',
      { record: { escrows: failing(NOW - 28 * DAY, '1') }, of: ['1'], failed: ['1'] },
      [],
      true,
    ],
    ['remembers that it gave up', { record: { escrowsPruned: true }, of: ['1'] }, [], true],
    [
      'keeps nothing after a restart that clears',
      { record: { clearsEscrows: true, escrows: failing(NOW, '2') }, of: ['1'], failed: ['1'] },
      [],
      false,
    ],
  ])('%s', (_, outcome, escrows, pruned) => {
    const record = settled(outcome);
    expect([...record.escrows].map(([id, { attempts }]) => `${id} ${attempts}`)).toEqual(escrows);
    expect([record.escrowsPruned, record.clearsEscrows]).toEqual([pruned, false]);
    expect(record.lastExecution?.state).toBe(outcome.failed === undefined ? 'Succeeded' : 'EntryLevelErrors');
  });

  it.each<[string, Outcome, string | undefined]>([
    ['half of the records failed', { of: ['1', '2', '3', '4'], failed: ['1', '2'] }, undefined],
    ['more than half failed', { of: ['1', '2', '3'], failed: ['1', '2'] }, 'EncounteredEscrowProportionThreshold'],
    ['more than half failed of a job that knows many', { of: ['1', '2'], failed: ['1', '2'], linked: 4 }, undefined],
    [
      'too many failed, those of earlier cycles among them',
      { record: { escrows: failing(NOW, '7', '8', '9') }, of: ['1'], failed: ['1'], linked: 100 },
      'EncounteredBaseEscrowThreshold',
    ],
    [
      'too many failed together with references',
      { of: ['1', '2'], failed: ['1'], waiting: ['2', '3', '4', '5'], linked: 100 },
      'EncounteredTotalEscrowThreshold',
    ],
    ['deletes were held back', { of: ['1', '2', '3'], failed: ['1', '2'], held: ['3'] }, 'TooManyDeletes'],
  ])('in which %s is in quarantine, or not', (_, outcome, reason) => {
    expect(settled(outcome).quarantine?.reason).toBe(reason);
  });

  it('in quarantine stays there, and its error too, when the cycle went well', () => {
    const error = { code: 'X', message: 'It was imposed.' };
    const quarantine = quarantined(undefined, 'QuarantinedOnDemand', 1, rules.quarantine, error);
    expect(settled({ record: { quarantine }, of: ['1'] }).quarantine).toEqual({
      ...quarantine,
      nextAttempt: NOW + DAY,
      attempts: 2,
    });
  });

  it('holds back what was held back before, and what is now', () => {
    expect(settled({ record: { held: people('1') }, of: ['2', '3'], held: ['3'] }).held).toEqual(people('1', '3'));
  });
});

describe('a job whose cycle failed as a whole', () => {
  it('is in quarantine with the error, and keeps what it was to do', () => {
    const error = { code: 'Unreachable', message: 'No agent answers.' };
    const before = { ...newJobRecord, staged: people('1'), escrows: failing(0, '2'), successiveFailures: 1 };
    const after = settleFailure(before, error, { now: NOW, id: 'run', rules });
    expect(after).toEqual({
      ...before,
      successiveFailures: 2,
      isImposed: true,
      quarantine: {
        reason: 'EncounteredQuarantineException',
        error,
        began: NOW,
        nextAttempt: NOW + DAY,
        attempts: 1,
      },
      lastExecution: { id: 'run', state: 'Failed', began: NOW, ended: NOW, counts: noCounts, error },
    });
  });
});

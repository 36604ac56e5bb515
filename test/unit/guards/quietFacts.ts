import type { AttributeComparison, Comparison } from '../../../src/core/baseline/comparison';
import type { CountedRecords, PlanSurvey } from '../../../src/core/baseline/survey';
import { NOBODY } from '../../../src/core/baseline/survey';
import type { GuardFacts, JobFacts, PredictedEffects } from '../../../src/core/guards/guardFacts';
import type { Target } from '../../../src/core/run/target';

export const TENANT = '11111111-1111-4111-8111-111111111111';
const PRINCIPAL = '22222222-2222-4222-8222-222222222222';
const REAL: Target = {
  kind: 'tenant',
  cloud: 'global',
  graph: 'https://graph.microsoft.com',
  tenantId: TENANT,
  servicePrincipalId: PRINCIPAL,
  jobId: 'API2AAD.7.1',
};
export const SANDBOX: Target = {
  kind: 'sandbox',
  tenantId: TENANT,
  servicePrincipalId: PRINCIPAL,
  jobId: 'API2AAD',
  instance: 'one',
};

/** A number of records; the first ten are named. */
export function people(count: number): CountedRecords {
  return {
    count,
    first: Array.from({ length: Math.min(10, count) }, (_, index) => ({ record: index + 1, line: index + 2 })),
  };
}

/** A thousand active people, sent before by the same mapping, of whom nobody differs. */
export const SAME: Comparison = {
  takenAt: '2026-11-27T03:00:00Z',
  lastRecords: 1000,
  people: 1000,
  active: 1000,
  matched: 1000,
  joiners: NOBODY,
  changed: 0,
  unchanged: 1000,
  leavers: NOBODY,
  returners: 0,
  unknownInactive: NOBODY,
  missing: 0,
  hidden: NOBODY,
  attributes: [],
  signInNamesChanged: 0,
  idsChanged: 0,
  isSameMapping: true,
  hasSameAttributes: true,
};

const SURVEY: PlanSurvey = {
  operations: 1000,
  enabled: 1000,
  disabled: NOBODY,
  uncertain: NOBODY,
  sameIds: NOBODY,
  nearIds: NOBODY,
  filled: {},
};

const ACTIVE: JobFacts = { state: 'active', isInbound: true, preventsDeletions: true };

const PLAN: GuardFacts['plan'] = {
  plan: 'ab'.repeat(32),
  target: REAL,
  connection: { name: 'Contoso' },
  source: {
    kind: 'extract',
    name: 'people.csv',
    sha256: 'cd'.repeat(32),
    size: 100_000,
    modifiedAt: '2026-11-28T03:00:00Z',
  },
  selection: { kind: 'all' },
  pilot: 0,
  batches: Array.from({ length: 20 }, (_, index) => ({
    number: index + 1,
    operations: 50,
    hash: 'ef'.repeat(32),
    first: index * 50 + 1,
    last: index * 50 + 50,
  })),
};

/** The nightly upload of a real tenant with which nothing is wrong: every guard passes. */
export const QUIET: GuardFacts = {
  plan: PLAN,
  tenantName: 'Contoso',
  counts: { records: 1000, operations: 1000, batches: 20, refused: 0, excluded: 0, duplicates: 0 },
  requests: 20,
  survey: SURVEY,
  comparison: { known: SAME },
  disabledToday: { known: 0 },
  callsToday: { known: 0 },
  callsPerDay: 2000,
  effects: { known: undefined },
  job: { known: ACTIVE },
  sameBodiesAt: { known: undefined },
  lastSource: { known: { name: 'people.csv', modifiedAt: '2026-11-27T03:00:00Z' } },
  damagedIds: NOBODY,
  lostZeros: NOBODY,
  damagedElsewhere: NOBODY,
  hiddenLeavers: NOBODY,
  disabledByDefault: NOBODY,
  unstableIdentity: [],
  constantIdentity: [],
};

/** Nothing was sent to the job before. */
export const FIRST: Partial<GuardFacts> = { comparison: { known: undefined }, lastSource: { known: undefined } };

export const compared = (patch: Partial<Comparison>): Partial<GuardFacts> => ({
  comparison: { known: { ...SAME, ...patch } },
});
export const surveyed = (patch: Partial<PlanSurvey>): Partial<GuardFacts> => ({ survey: { ...SURVEY, ...patch } });
export const counted = (patch: Partial<GuardFacts['counts']>): Partial<GuardFacts> => ({
  counts: { ...QUIET.counts, ...patch },
});
export const planned = (patch: Partial<GuardFacts['plan']>): Partial<GuardFacts> => ({ plan: { ...PLAN, ...patch } });
export const job = (patch: Partial<JobFacts>): Partial<GuardFacts> => ({ job: { known: { ...ACTIVE, ...patch } } });
/** Only the accounts of the plan's people were read. */
export const onlyAsked = (patch: Partial<PredictedEffects>): Partial<GuardFacts> => ({
  effects: {
    known: {
      created: NOBODY,
      disabled: NOBODY,
      failed: NOBODY,
      otherPeople: NOBODY,
      renamed: NOBODY,
      madeForLeavers: NOBODY,
      ...patch,
    },
  },
});
/** A thousand accounts. */
export const predicted = (patch: Partial<PredictedEffects>): Partial<GuardFacts> =>
  onlyAsked({ accounts: 1000, ...patch });
export const attribute = (path: string, patch: Partial<AttributeComparison>): AttributeComparison => ({
  path,
  had: 1000,
  changed: 0,
  emptied: 0,
  isGone: false,
  ...patch,
});
export const attributes = (...all: readonly AttributeComparison[]): Partial<GuardFacts> =>
  compared({ attributes: all });

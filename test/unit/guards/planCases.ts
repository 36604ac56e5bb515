import type { GuardFacts } from '../../../src/core/guards/guardFacts';
import type { GuardCase } from './guardCase';
import { guardCase, LOST, steps } from './guardCase';
import { compared, counted, FIRST, job, people, planned, QUIET, SANDBOX, surveyed } from './quietFacts';

const first = 'Nothing was sent to this job before, so there is nothing to compare with.';
const payload = { kind: 'payload', name: 'p.json', sha256: '', size: 1 } as const;
const source = (name: string, modifiedAt?: string) =>
  planned({ source: { kind: 'extract', name, sha256: '', size: 1, ...(modifiedAt !== undefined && { modifiedAt }) } });
const last = (name: string, modifiedAt?: string): Partial<GuardFacts> => ({
  lastSource: { known: { name, ...(modifiedAt !== undefined && { modifiedAt }) } },
});

/** Guards on the file, the job and the plan as a whole, by id. */
export const planCases: Readonly<Record<string, readonly GuardCase[]>> = {
  G4: [
    ...steps('missing records', (count) => counted({ records: 1000 - count }), [
      [0, 'pass', 99],
      [1, 'pass', 99],
      [99, 'pass', 99],
      [100, 'type', 99],
      [101, 'type', 99],
      [499, 'type', 99],
      [500, 'stop', 499],
      [501, 'stop', 499],
      [999, 'stop', 499],
    ]),
    ...steps('of three records', (count) => ({ ...compared({ lastRecords: 3 }), ...counted({ records: 3 - count }) }), [
      [1, 'pass', 1],
      [2, 'stop', 1],
    ]),
    ...steps('of seven records', (count) => ({ ...compared({ lastRecords: 7 }), ...counted({ records: 7 - count }) }), [
      [1, 'pass', 1],
      [2, 'type', 1],
      [3, 'type', 1],
      [4, 'stop', 3],
    ]),
    ...steps('a limit of 0', (count) => counted({ records: 1000 - count }), [[1, 'stop', 0]], { 'shrink.stop': 0 }),
    guardCase(
      'few people of a whole extract',
      { ...counted({ operations: 3 }), ...planned({ selection: { kind: 'changes' } }) },
      { decision: 'pass' },
    ),
    guardCase('no records', counted({ records: 0 }), {
      decision: 'stop',
      value: 0,
      limit: 0,
      message: 'people.csv has no records. Export it again.',
    }),
    guardCase('no records, the first time', { ...FIRST, ...counted({ records: 0 }) }, { decision: 'stop' }),
    guardCase(
      'one record, the first time',
      { ...FIRST, ...counted({ records: 1 }) },
      { decision: 'pass', message: first },
    ),
    guardCase('one record less', counted({ records: 999 }), {
      message: '1 of the 1,000 records of last time is missing.',
    }),
    guardCase('more records', counted({ records: 1001 }), {
      decision: 'pass',
      value: 0,
      message: 'The extract has at least as many records as last time.',
    }),
    guardCase('many less', counted({ records: 800 }), {
      message: '200 of the 1,000 records of last time are missing. Check that the export is complete.',
    }),
    guardCase('most are missing', counted({ records: 300 }), {
      message:
        '700 of the 1,000 records of last time are missing. Export it again; if it is complete, raise shrink.stop.',
    }),
    guardCase(
      'a payload',
      { ...counted({ records: 1 }), ...planned({ source: payload }) },
      {
        decision: 'pass',
        message: 'A payload contains only the people that it changes.',
      },
    ),
    guardCase(
      'a lost baseline',
      { comparison: LOST },
      {
        decision: 'ask',
        isUncertain: true,
        message: 'Whether there are fewer records than last time is unknown: the log cannot be read.',
      },
    ),
  ],
  G8: [
    guardCase('none', {}, { decision: 'pass', value: 0, limit: 0, message: 'Every id is unique.' }),
    ...steps('the same', (count) => surveyed({ sameIds: people(count), nearIds: people(5) }), [
      [1, 'stop', 0],
      [2, 'stop', 0],
    ]),
    ...steps('by the count of the conversion', (count) => counted({ duplicates: count }), [[1, 'stop', 0]]),
    ...steps('nearly', (count) => surveyed({ nearIds: people(count) }), [
      [1, 'ask', 0],
      [900, 'ask', 0],
    ]),
    guardCase('one', surveyed({ sameIds: people(1) }), {
      records: people(1),
      message: '1 record repeats the id of an earlier one. Give each person one record with a unique id.',
    }),
    guardCase('two', surveyed({ sameIds: people(2) }), {
      message: '2 records repeat the id of an earlier one. Give each person one record with a unique id.',
    }),
    guardCase('one, with its lines', surveyed({ sameIds: people(1), firstSameId: [3, 8] }), {
      message:
        '1 record repeats the id of an earlier one, in lines 3 and 8. Give each person one record with a unique id.',
    }),
    guardCase('two, with the first lines', surveyed({ sameIds: people(2), firstSameId: [3, 8] }), {
      message:
        '2 records repeat the id of an earlier one, first in lines 3 and 8. Give each person one record with a unique id.',
    }),
    guardCase('one nearly', surveyed({ nearIds: people(1) }), {
      records: people(1),
      message:
        '1 record has an id that differs from an earlier one only by case, spaces, the form of its letters or leading zeros. Check that these are different people.',
    }),
    guardCase('two nearly', surveyed({ nearIds: people(2) }), {
      message:
        '2 records have an id that differs from an earlier one only by case, spaces, the form of its letters or leading zeros. Check that these are different people.',
    }),
  ],
  G9: [
    ...steps('records', (count) => counted({ refused: count }), [
      [0, 'pass', 0],
      [1, 'ask', 0],
      [9, 'ask', 0],
      [10, 'ask', 0],
      [11, 'type', 10],
      [99, 'type', 10],
      [100, 'type', 10],
      [101, 'stop', 100],
    ]),
    ...steps('of few', (count) => counted({ records: 5, refused: count }), [
      [1, 'ask', 0],
      [2, 'stop', 1],
    ]),
    ...steps('the only one', (count) => counted({ records: 1, refused: count }), [[1, 'ask', 0]]),
    guardCase('listed', { ...counted({ refused: 3 }), refused: people(3) }, { records: people(3) }),
    guardCase('none', {}, { message: 'No record has a problem.' }),
    guardCase(
      'of others than the one person who is sent',
      { ...counted({ refused: 400 }), ...planned({ selection: { kind: 'person', run: 'r' } }) },
      {
        decision: 'pass',
        message: 'The records with problems belong to people other than the chosen one.',
        value: 0,
        limit: 0,
      },
    ),
    guardCase('one', counted({ refused: 1 }), {
      message: '1 of 1,000 records has a problem and is left out. Correct it, or send only the others.',
    }),
    guardCase('some', counted({ refused: 15 }), {
      message: '15 of 1,000 records have a problem and are left out, and the limit is 10. Correct them first.',
    }),
    guardCase('many', counted({ refused: 400 }), {
      message:
        '400 of 1,000 records have a problem and are left out, and the limit is 100. Correct them, or raise refuse.stop.',
    }),
  ],
  G10: [
    ...steps('operations', (count) => surveyed({ uncertain: people(count) }), [
      [0, 'pass', 0],
      [1, 'stop', 0],
      [2, 'stop', 0],
    ]),
    guardCase('none', {}, { message: 'Every operation says whether its person is active.' }),
    guardCase('one', surveyed({ uncertain: people(1) }), {
      records: people(1),
      message:
        '1 operation does not say true or false for active, which may disable the account. Give active a value for everybody.',
    }),
    guardCase('two', surveyed({ uncertain: people(2) }), {
      message:
        '2 operations do not say true or false for active, which may disable the account. Give active a value for everybody.',
    }),
  ],
  G11: [
    guardCase(
      'active',
      {},
      { decision: 'pass', message: 'The job is active. The service stops accidental deletions.' },
    ),
    guardCase('active, and deletions are not prevented', job({ preventsDeletions: false }), {
      decision: 'pass',
      message: 'The job is active. Accidental deletions prevention is off: the service does not stop them.',
    }),
    guardCase(
      'active, and nothing is said of deletions',
      { job: { known: { state: 'active', isInbound: true } } },
      {
        decision: 'pass',
        message: 'The job is active. Whether the service stops accidental deletions could not be checked.',
      },
    ),
    guardCase('paused', job({ state: 'paused' }), {
      decision: 'ask',
      message: 'The job is paused: it accepts people but does not process them until it is started.',
    }),
    guardCase('disabled', job({ state: 'disabled' }), {
      decision: 'ask',
      message: 'The job is off: it accepts people but does not process them until it is started.',
    }),
    guardCase('in quarantine', job({ state: 'quarantined' }), {
      decision: 'type',
      typed: '1000',
      value: 1000,
      message:
        'The job is in quarantine: it runs at most once a day, and is disabled after four weeks. Fix the cause, then start the job, which ends the quarantine.',
    }),
    guardCase('another state', job({ state: 'unknown' }), {
      decision: 'ask',
      isUncertain: true,
      message: 'The job is in a state that is not documented. Check it in the admin center.',
    }),
    guardCase('another kind of job', job({ isInbound: false }), {
      decision: 'stop',
      message: 'This job does not accept uploads. Choose a job for API-driven inbound provisioning.',
    }),
    guardCase(
      'a job that may not be read',
      { job: LOST },
      {
        decision: 'ask',
        isUncertain: true,
        message: 'The state of the job could not be checked: the log cannot be read.',
      },
    ),
  ],
  G12: [
    ...[1979, 1980].map((made) =>
      guardCase(
        `fits after ${made}`,
        { callsToday: { known: made } },
        { decision: 'pass', value: made + 20, limit: 2000 },
      ),
    ),
    ...[1981, 2000, 2001].map((made) =>
      guardCase(
        `does not fit after ${made}`,
        { callsToday: { known: made } },
        { decision: 'ask', value: made + 20, limit: 2000 },
      ),
    ),
    guardCase('the lower limit counts', {}, { decision: 'ask', limit: 19 }, { callsPerDay: 19 }),
    guardCase("the tenant's limit counts", { callsPerDay: 19 }, { decision: 'ask', limit: 19 }, { callsPerDay: 6000 }),
    guardCase(
      'fits',
      {},
      {
        message:
          'This needs 20 requests, and 2,000 of the 2,000 requests that the tenant accepts in 24 hours are left, as far as this program knows.',
      },
    ),
    guardCase(
      'pauses',
      { callsToday: { known: 1990 } },
      {
        message:
          'This needs 20 requests, and 10 of the 2,000 requests that the tenant accepts in 24 hours are left. Sending pauses after 10 requests, before record 501, and can continue up to 24 hours later; uploads by other programs are not counted.',
      },
    ),
    guardCase(
      'pauses where no batch is known',
      { callsToday: { known: 1999 }, ...planned({ batches: [] }) },
      {
        message:
          'This needs 20 requests, and 1 of the 2,000 requests that the tenant accepts in 24 hours are left. Sending pauses after 1 request, and can continue up to 24 hours later; uploads by other programs are not counted.',
      },
    ),
    guardCase(
      'pauses a search, whose requests do not follow the records',
      { callsToday: { known: 1990 }, ...planned({ selection: { kind: 'search', run: 'r' } }) },
      {
        message:
          'This needs 20 requests, and 10 of the 2,000 requests that the tenant accepts in 24 hours are left. Sending pauses after 10 requests, and can continue up to 24 hours later; uploads by other programs are not counted.',
      },
    ),
    guardCase(
      'cannot begin',
      { callsToday: { known: 2100 } },
      {
        message:
          'This needs 20 requests, and 0 of the 2,000 requests that the tenant accepts in 24 hours are left. Sending can start up to 24 hours later; uploads by other programs are not counted.',
      },
    ),
    guardCase(
      'a ledger that is lost',
      { callsToday: LOST },
      {
        decision: 'ask',
        isUncertain: true,
        message: 'The number of requests to the tenant in the last 24 hours is unknown: the log cannot be read.',
      },
    ),
  ],
  G13: [
    guardCase('never', {}, { decision: 'pass', message: 'These requests were not sent to this job before.' }),
    guardCase(
      'once',
      { sameBodiesAt: { known: '2026-11-27T03:04:05.678Z' } },
      {
        decision: 'ask',
        message:
          'The same requests were accepted on 2026-11-27 03:04 UTC. Send them again only if the job has lost them.',
      },
    ),
    guardCase(
      'nobody knows',
      { sameBodiesAt: LOST },
      {
        decision: 'ask',
        isUncertain: true,
        message: 'Whether these requests were already sent is unknown: the log cannot be read.',
      },
    ),
  ],
  G14: [
    guardCase('newer', {}, { decision: 'pass', message: 'The file is as new as the last one, or newer.' }),
    guardCase(
      'the same time',
      { ...source('b.csv', '2026-11-27T03:00:00Z'), ...last('a.csv', '2026-11-27T03:00:00Z') },
      { decision: 'pass' },
    ),
    guardCase(
      'a second older',
      { ...source('b.csv', '2026-11-27T02:59:59Z'), ...last('a.csv', '2026-11-27T03:00:00Z') },
      {
        decision: 'ask',
        message:
          'The file is older than the last one: it was written on 2026-11-27 02:59 UTC, and the last one on 2026-11-27 03:00 UTC. Check that it is the right one.',
      },
    ),
    guardCase(
      'older within a minute',
      { ...source('b.csv', '2026-11-27T03:00:07Z'), ...last('a.csv', '2026-11-27T03:00:41.250Z') },
      {
        decision: 'ask',
        message:
          'The file is older than the last one: it was written on 2026-11-27 03:00:07 UTC, and the last one on 2026-11-27 03:00:41 UTC. Check that it is the right one.',
      },
    ),
    guardCase(
      'older within a second',
      { ...source('b.csv', '2026-11-27T03:00:41.125Z'), ...last('a.csv', '2026-11-27T03:00:41.250Z') },
      {
        decision: 'ask',
        message:
          'The file is older than the last one: it was written on 2026-11-27 03:00:41.125 UTC, and the last one on 2026-11-27 03:00:41.250 UTC. Check that it is the right one.',
      },
    ),
    guardCase(
      'older by its name, though written later',
      { ...source('hr-2026-11-26.csv', '2026-11-28T00:00:00Z'), ...last('hr-2026-11-27.csv', '2026-11-27T00:00:00Z') },
      {
        decision: 'ask',
        message:
          'The file is older than the last one by its name: 2026-11-26 instead of 2026-11-27. Check that it is the right one.',
      },
    ),
    guardCase(
      'newer by its name, though written earlier',
      { ...source('hr-20261128.csv', '2026-11-26T00:00:00Z'), ...last('hr-2026-11-27.csv', '2026-11-27T00:00:00Z') },
      {
        decision: 'pass',
        message: 'The file is newer than the last one, by its name.',
      },
    ),
    guardCase(
      'the same name, and older',
      { ...source('hr-2026-11-27.csv', '2026-11-26T00:00:00Z'), ...last('hr-2026-11-27.csv', '2026-11-27T00:00:00Z') },
      { decision: 'ask' },
    ),
    ...[
      [undefined, '2026-11-27T00:00:00Z'],
      ['2026-11-27T00:00:00Z', undefined],
    ].map(([mine, before]) =>
      guardCase(
        `times that are not known: ${mine ?? 'none'}`,
        { ...source('b.csv', mine), ...last('hr-2026-11-27.csv', before) },
        {
          decision: 'pass',
          message: 'Neither the name nor the time of the file shows that it is older.',
        },
      ),
    ),
    guardCase(
      'a date in the earlier name alone',
      { ...source('b.csv', '2026-11-26T00:00:00Z'), ...last('hr-2026-11-27.csv', '2026-11-27T00:00:00Z') },
      {
        decision: 'ask',
        message:
          'The file is older than the last one: it was written on 2026-11-26 00:00 UTC, and the last one on 2026-11-27 00:00 UTC. Check that it is the right one.',
      },
    ),
    guardCase(
      'a date in the later name alone',
      { ...source('hr-2026-11-27.csv', '2026-11-26T00:00:00Z'), ...last('b.csv', '2026-11-27T00:00:00Z') },
      {
        decision: 'ask',
        message:
          'The file is older than the last one: it was written on 2026-11-26 00:00 UTC, and the last one on 2026-11-27 00:00 UTC. Check that it is the right one.',
      },
    ),
    guardCase(
      'a date in the earlier name alone, and newer',
      { ...source('b.csv', '2026-11-28T00:00:00Z'), ...last('hr-2026-11-27.csv', '2026-11-27T00:00:00Z') },
      { decision: 'pass' },
    ),
    guardCase(
      'a date in the later name alone, and newer',
      { ...source('hr-2026-11-27.csv', '2026-11-28T00:00:00Z'), ...last('b.csv', '2026-11-27T00:00:00Z') },
      { decision: 'pass', message: 'The file is as new as the last one, or newer.' },
    ),
    guardCase('the first upload', FIRST, { decision: 'pass', message: first }),
    guardCase(
      'nobody knows',
      { lastSource: LOST },
      {
        decision: 'ask',
        isUncertain: true,
        message: 'Whether the file is older than the last one is unknown: the log cannot be read.',
      },
    ),
  ],
  G15: [
    guardCase('the same mapping', {}, { decision: 'pass', message: 'This mapping was already used for this job.' }),
    guardCase('the first upload', FIRST, {
      decision: 'ask',
      limit: 5,
      message: 'This is the first upload to this job. Send 5 people first, and check their results.',
    }),
    guardCase('another mapping', compared({ isSameMapping: false }), {
      decision: 'ask',
      limit: 5,
      message: 'The mapping has changed since the last upload. Send 5 people first, and check their results.',
    }),
    guardCase(
      'the first upload, with a pilot of one',
      { ...FIRST, ...planned({ pilot: 1 }) },
      {
        decision: 'pass',
        value: 1,
        message: '1 person is sent first, and the others once the log has entries for this one.',
      },
    ),
    guardCase(
      'another mapping, with a pilot',
      { ...compared({ isSameMapping: false }), ...planned({ pilot: 5 }) },
      {
        decision: 'pass',
        value: 5,
        message: '5 people are sent first, and the others once the log has entries for them.',
      },
    ),
    guardCase(
      'no more people than a pilot',
      { ...FIRST, ...surveyed({ operations: 5 }) },
      {
        decision: 'pass',
        message: 'There are too few people to need a pilot.',
      },
    ),
    guardCase('one more than a pilot', { ...FIRST, ...surveyed({ operations: 6 }) }, { decision: 'ask' }),
    guardCase(
      'pilots that are switched off',
      FIRST,
      { decision: 'pass', message: 'The limit pilot is 0, so nobody is sent first.' },
      { pilot: 0 },
    ),
    guardCase(
      'a sandbox',
      { ...FIRST, ...planned({ target: SANDBOX }) },
      { decision: 'pass', message: 'A sandbox needs no pilot.' },
    ),
    guardCase(
      'a lost baseline',
      { comparison: LOST },
      {
        decision: 'ask',
        isUncertain: true,
        message: 'Whether a few people should be sent first is unknown: the log cannot be read.',
      },
    ),
    guardCase('a lost baseline, and a pilot', { comparison: LOST, ...planned({ pilot: 5 }) }, { decision: 'pass' }),
  ],
  G16: [
    ...steps('ids', (count) => ({ damagedIds: people(count), damagedElsewhere: people(500) }), [
      [1, 'stop', 0],
      [2, 'stop', 0],
    ]),
    ...steps('elsewhere', (count) => ({ damagedElsewhere: people(count) }), [
      [0, 'pass', 10],
      [9, 'pass', 10],
      [10, 'pass', 10],
      [11, 'ask', 10],
    ]),
    ...steps('the only record', (count) => ({ damagedElsewhere: people(count), ...counted({ records: 1 }) }), [
      [1, 'pass', 1],
    ]),
    guardCase('none', {}, { message: 'No value looks damaged by a spreadsheet.' }),
    guardCase(
      'one id',
      { damagedIds: people(1) },
      {
        records: people(1),
        message:
          '1 record has an id that looks damaged by a spreadsheet. Export the file again, and do not save it with a spreadsheet.',
      },
    ),
    guardCase(
      'ids',
      { damagedIds: people(2) },
      {
        message:
          '2 records have an id that looks damaged by a spreadsheet. Export the file again, and do not save it with a spreadsheet.',
      },
    ),
    guardCase(
      'an id without its zeros',
      { lostZeros: people(1), damagedElsewhere: people(500) },
      {
        decision: 'stop',
        value: 1,
        limit: 0,
        records: people(1),
        message:
          '1 record has an id without the leading zeros with which other records name this person as their manager. A spreadsheet removes such zeros: export the file again, and do not save it with a spreadsheet. If the ids have no zeros, remove those of the managers in the mapping.',
      },
    ),
    guardCase(
      'ids without their zeros',
      { lostZeros: people(12) },
      {
        decision: 'stop',
        message:
          '12 records have an id without the leading zeros with which other records name these people as managers. A spreadsheet removes such zeros: export the file again, and do not save it with a spreadsheet. If the ids have no zeros, remove those of the managers in the mapping.',
      },
    ),
    guardCase(
      'one value',
      { damagedElsewhere: people(1) },
      {
        records: people(1),
        message: '1 of 1,000 records has a value that looks damaged by a spreadsheet.',
      },
    ),
    guardCase(
      'values',
      { damagedElsewhere: people(40) },
      {
        records: people(40),
        message:
          '40 of 1,000 records have a value that looks damaged by a spreadsheet. Export the file again, and do not save it with a spreadsheet.',
      },
    ),
  ],
  G17: [
    guardCase('none', {}, { decision: 'pass', message: 'This plan was not simulated on a sandbox.' }),
    guardCase(
      'a good one',
      { simulated: { failed: 0, at: '2026-11-27T03:04:05Z' } },
      {
        decision: 'pass',
        value: 0,
        message: 'This plan was simulated on a sandbox on 2026-11-27 03:04 UTC, and nobody failed.',
      },
    ),
    guardCase(
      'one failure',
      { simulated: { failed: 1, at: '2026-11-27T03:04:05Z' } },
      {
        decision: 'pass',
        value: 1,
        message:
          'This plan was simulated on a sandbox on 2026-11-27 03:04 UTC, and 1 person failed. Check this person first.',
      },
    ),
    guardCase(
      'failures',
      { simulated: { failed: QUIET.requests, at: '2026-11-27T03:04:05Z' } },
      {
        message:
          'This plan was simulated on a sandbox on 2026-11-27 03:04 UTC, and 20 people failed. Check them first.',
      },
    ),
  ],
};

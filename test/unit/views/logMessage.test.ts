import { describe, expect, it } from 'vitest';
import { RejectedError } from '../../../src/tenant/errors';
import type { LogFacts } from '../../../src/views/log/logMessage';
import { logMessage } from '../../../src/views/log/logMessage';
import { dangersOfLines } from '../../support/dangers';
import { HOSTILE_TEXTS } from '../../support/hostileTexts';

const calm: LogFacts = {
  state: { kind: 'read', at: 0 },
  follows: false,
  waiting: undefined,
  whyEmpty: undefined,
  filter: {},
  size: 7,
  shown: 7,
  isFull: false,
};

describe('the message above the log', () => {
  it.each<[string, Partial<LogFacts>, string]>([
    ['nothing while nothing is to be said', {}, ''],
    ['nothing before the log was read', { state: { kind: 'unread' }, size: 0 }, ''],
    [
      'how far it is read',
      { state: { kind: 'reading', pages: 3 }, size: 1200 },
      'Reading the log, 1,200 entries so far.',
    ],
    [
      'what it waits for',
      { state: { kind: 'reading', pages: 1 }, size: 1, waiting: 'The service asks to wait 12 seconds.' },
      'Reading the log, 1 entry so far. The service asks to wait 12 seconds.',
    ],
    ['that it is followed', { follows: true }, 'Following the log.'],
    ['what following waits for', { follows: true, waiting: 'Trying again.' }, 'Trying again.'],
    [
      'the filter, with what it leaves',
      { filter: { statuses: ['failure'] }, size: 1000, shown: 3 },
      'Filter: failure (3 of 1,000 entries).',
    ],
    [
      'what keeps it from being read, and what to do',
      { state: { kind: 'failed', error: new RejectedError('Denied.', { status: 403, remedy: 'Grant it.' }) } },
      'The log cannot be read. Denied. Grant it.',
    ],
    [
      'why it is empty',
      { size: 0, shown: 0, whyEmpty: { cause: 'The job is paused.', remedy: 'Start it.' } },
      'The log has no entries yet. The job is paused. Start it.',
    ],
    [
      'that nothing fits what the service was asked for',
      { size: 0, shown: 0, filter: { person: '17' } },
      'Filter: id 17 (0 of 0 entries). The log has no entries that fit.',
    ],
    [
      'that there is more than can be listed',
      { isFull: true, size: 100_000 },
      'Only 100,000 entries are listed. Filter by time to see others.',
    ],
  ])('says %s', (_, facts, expected) => {
    expect(logMessage({ ...calm, ...facts }, String)).toBe(expected);
  });

  it('draws nothing of what anybody writes', () => {
    for (const text of HOSTILE_TEXTS) {
      const error = new RejectedError(text, { status: 403, remedy: text });
      const facts: LogFacts = {
        ...calm,
        filter: { name: text, code: text, person: text },
        state: { kind: 'failed', error },
      };
      expect(dangersOfLines(logMessage(facts, String)), text.slice(0, 100)).toEqual([]);
    }
  });
});

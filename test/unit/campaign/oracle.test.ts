import { describe, expect, it } from 'vitest';
import type { AccountInBooks, Books, RunInBooks } from '../../support/campaign/books';
import { ruleNames, violationsOf } from '../../support/campaign/oracle';

const ACCOUNT: AccountInBooks = {
  counts: { waiting: 2, excluded: 1, 'not-sent': 1 },
  batches: [
    { number: 1, operations: 2, state: 'accepted', attempts: 1, maybeTwice: false },
    { number: 2, operations: 1, state: 'not-sent', attempts: 0, maybeTwice: false },
  ],
  records: [
    { record: 1, state: 'waiting', batch: 1 },
    { record: 2, state: 'waiting', batch: 1 },
    { record: 3, state: 'excluded' },
    { record: 4, state: 'not-sent', batch: 2 },
  ],
};

const RUN: RunInBooks = {
  id: 'run',
  records: 4,
  batches: [
    { number: 1, hash: 'aaaaaaaaaaaaaa', ids: ['1', '2'] },
    { number: 2, hash: 'bbbbbbbbbbbbbb', ids: ['4'] },
  ],
  shown: new Set(['aaaaaaaaaaaaaa', 'bbbbbbbbbbbbbb']),
  account: ACCOUNT,
  reread: ACCOUNT,
  begun: new Map([[1, 1]]),
};

const BOOKS: Books = {
  runs: [RUN],
  received: [{ hash: 'aaaaaaaaaaaaaa', ids: ['1', '2'], at: 100 }],
  calls: [100],
  demanded: [],
  connections: ['graph:443'],
  allowed: new Set(['graph:443']),
  written: [{ name: 'journal', bytes: Buffer.from('{"batch":1}') }],
  canaries: ['Ana Canary'],
};

/** The books with one batch said otherwise. */
function said(number: number, change: Partial<AccountInBooks['batches'][number]>): Books {
  const batches = ACCOUNT.batches.map((batch) => (batch.number === number ? { ...batch, ...change } : batch));
  const account = { ...ACCOUNT, batches };
  return { ...BOOKS, runs: [{ ...RUN, account, reread: account }] };
}

const [first] = BOOKS.received;
const twice = { ...BOOKS, received: [first, first].filter((body) => body !== undefined) };

/** For each rule, books that break it. */
const broken: Readonly<Record<string, Books>> = {
  'accepted was received': { ...BOOKS, received: [] },
  'unsent was not received': {
    ...BOOKS,
    received: [...BOOKS.received, { hash: 'bbbbbbbbbbbbbb', ids: ['4'], at: 200 }],
  },
  'received is planned': { ...BOOKS, received: [...BOOKS.received, { hash: 'cccccccccccccc', ids: ['1'], at: 200 }] },
  'received is shown': { ...BOOKS, runs: [{ ...RUN, shown: new Set() }] },
  'a repeat is flagged': twice,
  'a flagged repeat was tried twice': said(1, { maybeTwice: true }),
  'attempts are counted': said(1, { attempts: 2 }),
  'states add up': { ...BOOKS, runs: [{ ...RUN, account: { ...ACCOUNT, counts: { ...ACCOUNT.counts, waiting: 3 } } }] },
  'a person follows the plans': {
    ...BOOKS,
    runs: [RUN, { ...RUN, id: 'newer', batches: [{ number: 1, hash: 'dddddddddddddd', ids: ['1'] }] }],
    received: [
      { hash: 'dddddddddddddd', ids: ['1'], at: 50 },
      { hash: 'aaaaaaaaaaaaaa', ids: ['1', '2'], at: 100 },
    ],
  },
  'known hosts alone': { ...BOOKS, connections: ['elsewhere:443'] },
  'the pace is kept': { ...BOOKS, calls: Array.from({ length: 41 }, (_, index) => index * 124) },
  'demanded waits are kept': { ...BOOKS, demanded: [{ from: 50, until: 150 }] },
  'read again is the same': { ...BOOKS, runs: [{ ...RUN, reread: { ...ACCOUNT, counts: { waiting: 4 } } }] },
  'unknown only where it is': said(2, { state: 'unknown' }),
  'nothing of people is written': { ...BOOKS, written: [{ name: 'journal', bytes: Buffer.from('"Ana Canary"') }] },
};

describe('the oracle of the campaign', () => {
  it('finds nothing in books that agree', () => expect(violationsOf(BOOKS)).toEqual([]));

  it.each(ruleNames)('finds books that break "%s"', (rule) => {
    const books = broken[rule];
    expect(books, `no books break "${rule}"`).toBeDefined();
    expect(violationsOf(books ?? BOOKS).map((violation) => violation.rule)).toContain(rule);
  });

  it.each([
    ['UTF-16', Buffer.from('..Ana Canary..', 'utf16le')],
    ['base64', Buffer.from(Buffer.from('Ana Canary!').toString('base64'))],
  ])('finds people in %s', (_, bytes) => {
    expect(violationsOf({ ...BOOKS, written: [{ name: 'journal', bytes }] })).toHaveLength(1);
  });

  it('takes forty calls in five seconds, and a wait that has ended', () => {
    const calls = Array.from({ length: 80 }, (_, index) => index * 125);
    expect(violationsOf({ ...BOOKS, calls, demanded: [{ from: -100, until: 0 }] })).toEqual([]);
  });
});

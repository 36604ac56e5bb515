import { describe, expect, it } from 'vitest';
import type { AccountInBooks, Books, Received, RunInBooks } from '../../support/campaign/books';
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
  isCalmAtLast: false,
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

const FIRST: Received = {
  run: 'run',
  hash: 'aaaaaaaaaaaaaa',
  ids: ['1', '2'],
  operations: ['1111111111', '2222222222'],
  at: 100,
};
const SECOND: Received = { run: 'run', hash: 'bbbbbbbbbbbbbb', ids: ['4'], operations: ['bbbbbbbbbbbbbb'], at: 200 };

const BOOKS: Books = {
  runs: [RUN],
  received: [FIRST],
  staged: [FIRST],
  refused: [],
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

/** A search of a request with the records 1, 2 and 4; the last is at fault. */
const FOUND: AccountInBooks = {
  counts: { waiting: 2, excluded: 1, rejected: 1 },
  batches: [1, 2, 3].map((number) => ({
    number,
    operations: 1,
    state: number === 3 ? 'rejected' : 'accepted',
    attempts: 1,
    maybeTwice: false,
  })),
  records: [
    { record: 1, state: 'waiting', batch: 1 },
    { record: 2, state: 'waiting', batch: 2 },
    { record: 3, state: 'excluded' },
    { record: 4, state: 'rejected', batch: 3 },
  ],
};
const SEARCH: RunInBooks = {
  id: 'search',
  searches: { run: 'run', request: 1 },
  isCalmAtLast: true,
  records: 4,
  batches: [
    { number: 1, hash: '1111111111', ids: ['1'] },
    { number: 2, hash: '2222222222', ids: ['2'] },
    { number: 3, hash: '4444444444', ids: ['4'] },
  ],
  shown: new Set(['1111111111', '2222222222', '4444444444']),
  account: FOUND,
  reread: FOUND,
  begun: new Map([
    [1, 1],
    [2, 1],
    [3, 1],
  ]),
};
const PAIR: Received = { ...FIRST, run: 'search', hash: 'eeeeeeeeeeeeee' };
const ALONE: Received = { run: 'search', hash: '4444444444', ids: ['4'], operations: ['4444444444'], at: 200 };
const SEARCHED: Books = { ...BOOKS, runs: [SEARCH], received: [PAIR], staged: [PAIR], refused: [ALONE] };

/** The search with other requests than it may make. */
function asked(...received: readonly Received[]): Books {
  return { ...SEARCHED, received, staged: received };
}

/** For each rule, books that break it. */
const broken: Readonly<Record<string, Books>> = {
  'accepted was received': { ...BOOKS, received: [] },
  'accepted was taken': { ...BOOKS, staged: [] },
  'rejected was refused alone': { ...SEARCHED, refused: [{ ...ALONE, hash: 'ffffffffffffff' }] },
  'unsent was not received': { ...BOOKS, received: [FIRST, SECOND] },
  'received is planned': { ...BOOKS, received: [FIRST, { ...SECOND, hash: 'cccccccccccccc' }] },
  'received is shown': { ...BOOKS, runs: [{ ...RUN, shown: new Set() }] },
  'a repeat is flagged': { ...BOOKS, received: [FIRST, FIRST] },
  'nothing is sent six times': { ...BOOKS, received: Array.from({ length: 6 }, () => FIRST) },
  'a flagged repeat was tried twice': said(1, { maybeTwice: true }),
  'attempts are counted': said(1, { attempts: 2 }),
  'states add up': { ...BOOKS, runs: [{ ...RUN, account: { ...ACCOUNT, counts: { ...ACCOUNT.counts, waiting: 3 } } }] },
  'a person follows the plans': {
    ...BOOKS,
    runs: [RUN, { ...RUN, id: 'newer', batches: [{ number: 1, hash: 'dddddddddddddd', ids: ['1'] }] }],
    received: [{ ...SECOND, run: 'newer', hash: 'dddddddddddddd', ids: ['1'], at: 50 }, FIRST],
  },
  'known hosts alone': { ...BOOKS, connections: ['elsewhere:443'] },
  'the pace is kept': { ...BOOKS, calls: Array.from({ length: 41 }, (_, index) => index * 124) },
  'demanded waits are kept': { ...BOOKS, demanded: [{ from: 50, until: 150 }] },
  'read again is the same': { ...BOOKS, runs: [{ ...RUN, reread: { ...ACCOUNT, counts: { waiting: 4 } } }] },
  'unknown only where it is': said(2, { state: 'unknown' }),
  'nothing is left where nothing hinders': { ...BOOKS, runs: [{ ...RUN, isCalmAtLast: true }] },
  'a search is as short as it says': asked(PAIR, ...['f1', 'f2', 'f3', 'f4'].map((hash) => ({ ...PAIR, hash }))),
  'a request is searched once': { ...SEARCHED, runs: [SEARCH, { ...SEARCH, id: 'search again' }] },
  'nothing of people is written': { ...BOOKS, written: [{ name: 'journal', bytes: Buffer.from('"Ana Canary"') }] },
};

describe('the oracle of the campaign', () => {
  it('finds nothing in books that agree', () => expect(violationsOf(BOOKS)).toEqual([]));

  it.each(ruleNames)('finds books that break "%s"', (rule) => {
    const books = broken[rule];
    expect(books, `no books break "${rule}"`).toBeDefined();
    expect(violationsOf(books ?? BOOKS).map((violation) => violation.rule)).toContain(rule);
  });

  it('finds nothing in those of a search whose requests hold several of its batches', () =>
    expect(violationsOf(SEARCHED)).toEqual([]));

  it.each([
    ['in another order', { ...PAIR, operations: ['2222222222', '1111111111'] }, 'received is planned'],
    ['with another between them', { ...PAIR, operations: ['1111111111', '4444444444'] }, 'received is planned'],
    ['that are more than their operations', { ...PAIR, operations: [] }, 'received is planned'],
    ['of people who were not shown', { ...PAIR, operations: ['1111111111', '3333333333'] }, 'received is shown'],
  ])('finds requests of a search %s', (_, body, rule) => {
    expect(violationsOf(asked(PAIR, body)).map((violation) => violation.rule)).toContain(rule);
  });

  it('takes another search of a request whose first search was left', () => {
    const batches = FOUND.batches.map((batch) =>
      batch.number === 1 ? { ...batch, state: 'cancelled' as const } : batch,
    );
    const left = { ...SEARCH, account: { ...FOUND, batches } };
    const books = { ...SEARCHED, runs: [left, { ...SEARCH, id: 'search again' }] };
    expect(violationsOf(books).map(({ rule }) => rule)).not.toContain('a request is searched once');
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

import type { AccountInBooks, Books, RunInBooks } from './books';

/** Something that must never be. */
export interface Violation {
  readonly rule: string;
  readonly what: string;
}

type Rule = (books: Books) => Iterable<string>;

/** Calls that the service takes in any five seconds. */
const WINDOW = { calls: 40, ms: 5000 };
const ACCEPTED = new Set<string>(['accepted']);
/** States in which nothing of a batch may have arrived. */
const UNSENT = new Set<string>(['planned', 'not-sent', 'cancelled']);

const rules: Readonly<Record<string, Rule>> = {
  'accepted was received': ({ runs, received }) =>
    eachBatch(runs, ({ hash, state, where }) =>
      ACCEPTED.has(state) && !received.some((body) => body.hash === hash)
        ? `${where} is accepted, and did not arrive`
        : undefined,
    ),
  'unsent was not received': ({ runs, received }) =>
    eachBatch(runs, ({ hash, state, where }) =>
      UNSENT.has(state) && received.some((body) => body.hash === hash)
        ? `${where} is ${state}, and did arrive`
        : undefined,
    ),
  'received is planned': ({ runs, received }) => {
    const planned = new Set(runs.flatMap(({ batches }) => batches.map(({ hash }) => hash)));
    return received
      .filter(({ hash }) => !planned.has(hash))
      .map(({ hash }) => `${hash.slice(0, 12)} was never planned`);
  },
  'received is shown': ({ runs, received }) => {
    const shown = new Set(runs.flatMap((run) => [...run.shown]));
    return received.filter(({ hash }) => !shown.has(hash)).map(({ hash }) => `${hash.slice(0, 12)} was never shown`);
  },
  'a repeat is flagged': ({ runs, received }) =>
    eachBatch(runs, ({ hash, maybeTwice, where }) => {
      const times = received.filter((body) => body.hash === hash).length;
      return times > 1 && !maybeTwice ? `${where} arrived ${times} times without a word` : undefined;
    }),
  'a flagged repeat was tried twice': ({ runs }) =>
    eachBatch(runs, ({ maybeTwice, begun, where }) =>
      maybeTwice && begun < 2 ? `${where} may be there twice after ${begun} attempts` : undefined,
    ),
  'attempts are counted': ({ runs }) =>
    eachBatch(runs, ({ attempts, begun, where }) =>
      attempts === begun ? undefined : `${where} counts ${attempts} attempts of ${begun}`,
    ),
  'states add up': ({ runs }) => runs.flatMap((run) => [...sums(run, run.account), ...sums(run, run.reread)]),
  'a person follows the plans': ({ runs, received }) => orders(runs, received),
  'known hosts alone': ({ connections, allowed }) => connections.filter((each) => !allowed.has(each)),
  'the pace is kept': ({ calls }) => overfull([...calls].sort((a, b) => a - b)),
  'demanded waits are kept': ({ calls, demanded }) =>
    demanded.flatMap(({ from, until }) =>
      calls
        .filter((at) => at > from && at < until)
        .map((at) => `called at ${at}, asked to wait from ${from} until ${until}`),
    ),
  'read again is the same': ({ runs }) =>
    runs.flatMap(({ id, account, reread }) =>
      JSON.stringify(account) === JSON.stringify(reread) ? [] : [`${id} differs from what is on disk`],
    ),
  'unknown only where it is': ({ runs, received }) =>
    eachBatch(runs, ({ state, begun, hash, where }) =>
      (state === 'unknown' || state === 'given-up') && begun === 0 && !received.some((body) => body.hash === hash)
        ? `${where} is ${state} without an attempt`
        : undefined,
    ),
  'nothing of people is written': ({ written, canaries }) =>
    written.flatMap(({ name, bytes }) => {
      const text = Buffer.from(bytes).toString('latin1');
      return canaries.filter((canary) => holds(text, canary)).map((canary) => `${name} holds ${canary}`);
    }),
};

/** The names of all rules. */
export const ruleNames: readonly string[] = Object.keys(rules);

/** Compares the plan, the journal and what the server has received. Nothing is to come out. */
export function violationsOf(books: Books): readonly Violation[] {
  return Object.entries(rules).flatMap(([rule, check]) => [...check(books)].map((what) => ({ rule, what })));
}

interface BatchInBooks {
  readonly where: string;
  readonly hash: string;
  readonly state: string;
  readonly attempts: number;
  readonly maybeTwice: boolean;
  readonly begun: number;
}

function eachBatch(runs: readonly RunInBooks[], check: (batch: BatchInBooks) => string | undefined): readonly string[] {
  return runs.flatMap(({ id, batches, account, begun }) =>
    batches.flatMap(({ number, hash }) => {
      const where = `batch ${number} of ${id}`;
      const said = account.batches.find((batch) => batch.number === number);
      if (said === undefined) return [`${where} is not in the account`];
      return check({ ...said, where, hash, begun: begun.get(number) ?? 0 }) ?? [];
    }),
  );
}

function* sums(run: RunInBooks, { counts, records, batches }: AccountInBooks): Generator<string> {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  if (total !== run.records) yield `${run.id}: states add up to ${total} of ${run.records} records`;
  if (records.length !== run.records) yield `${run.id}: ${records.length} of ${run.records} records are listed`;
  const listed: Record<string, number> = {};
  for (const { state } of records) listed[state] = (listed[state] ?? 0) + 1;
  for (const [state, count] of Object.entries(counts))
    if ((listed[state] ?? 0) !== count)
      yield `${run.id}: ${listed[state] ?? 0} records are ${state}, ${count} are counted`;
  for (const { number, operations } of batches) {
    const own = records.filter(({ batch }) => batch === number).length;
    if (own !== operations) yield `${run.id}: batch ${number} has ${own} of ${operations} records`;
  }
}

/** The order of plans: nothing of an older plan arrives for a person after something of a newer one. */
function* orders(runs: readonly RunInBooks[], received: Books['received']): Generator<string> {
  const planOf = new Map(runs.flatMap(({ batches }, place) => batches.map(({ hash }) => [hash, place] as const)));
  const newest = new Map<string, number>();
  for (const { hash, ids } of [...received].sort((a, b) => a.at - b.at)) {
    const place = planOf.get(hash) ?? -1;
    for (const id of ids) {
      if (place < (newest.get(id) ?? -1)) yield `${id} was sent by plan ${place} after plan ${newest.get(id) ?? -1}`;
      newest.set(id, Math.max(place, newest.get(id) ?? -1));
    }
  }
}

function* overfull(calls: readonly number[]): Generator<string> {
  for (const [index, at] of calls.entries()) {
    const later = calls[index + WINDOW.calls];
    if (later !== undefined && later - at < WINDOW.ms) yield `${WINDOW.calls + 1} calls within ${later - at} ms`;
  }
}

/** In any encoding that a program may write by accident. */
function holds(latin1: string, canary: string): boolean {
  const forms = [
    Buffer.from(canary, 'utf8').toString('latin1'),
    Buffer.from(canary, 'utf16le').toString('latin1'),
    Buffer.from(canary, 'utf8').toString('base64').replace(/=+$/, '').slice(0, -2),
  ];
  return forms.some((form) => form.length > 3 && latin1.includes(form));
}

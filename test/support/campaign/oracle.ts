import type { AccountInBooks, Books, Received, RunInBooks } from './books';

/** Something that must never be. */
export interface Violation {
  readonly rule: string;
  readonly what: string;
}

type Rule = (books: Books) => Iterable<string>;

/** How often a request may be made whose outcome is unknown, over all sessions of its run. */
const MAX_TIMES = 5;
/** Calls that the service takes in any five seconds. */
const WINDOW = { calls: 40, ms: 5000 };
const ACCEPTED = new Set<string>(['accepted']);
/** States in which nothing of a batch may have arrived. */
const UNSENT = new Set<string>(['planned', 'not-sent', 'cancelled']);

/** States of what could be sent by now, where nothing hinders it any more. */
const LEFT = new Set<string>(['planned', 'not-sent', 'unknown']);

/** States in which it is not known of a batch whether it is refused alone. */
const OPEN = new Set<string>([...LEFT, 'cancelled']);

const rules: Readonly<Record<string, Rule>> = {
  'accepted was received': ({ runs, received }) =>
    eachBatch(runs, (batch) =>
      ACCEPTED.has(batch.state) && !received.some((body) => holds(body, batch))
        ? `${batch.where} is accepted, and did not arrive`
        : undefined,
    ),
  'accepted was taken': ({ runs, staged }) =>
    eachBatch(runs, (batch) =>
      ACCEPTED.has(batch.state) && !staged.some((body) => holds(body, batch))
        ? `${batch.where} is accepted, and was not taken`
        : undefined,
    ),
  'rejected was refused alone': ({ runs, refused }) =>
    eachBatch(runs, ({ state, hash, run, where }) =>
      state === 'rejected' && !refused.some((body) => body.run === run.id && body.hash === hash)
        ? `${where} is rejected, and was never refused by itself`
        : undefined,
    ),
  'unsent was not received': ({ runs, received }) =>
    eachBatch(runs, (batch) =>
      UNSENT.has(batch.state) && received.some((body) => holds(body, batch))
        ? `${batch.where} is ${batch.state}, and did arrive`
        : undefined,
    ),
  'received is planned': ({ runs, received, refused }) =>
    [...received, ...refused]
      .filter((body) => !runs.some((run) => run.id === body.run && isPlanned(body, run)))
      .map(({ hash, run }) => `${hash.slice(0, 12)} was never planned by ${run}`),
  'received is shown': ({ runs, received, refused }) =>
    [...received, ...refused]
      .filter((body) => !runs.some((run) => run.id === body.run && isShown(body, run)))
      .map(({ hash }) => `${hash.slice(0, 12)} was never shown`),
  'a repeat is flagged': ({ runs, received }) =>
    eachBatch(runs, (batch) => {
      const times = received.filter((body) => holds(body, batch)).length;
      return times > 1 && !batch.maybeTwice ? `${batch.where} arrived ${times} times without a word` : undefined;
    }),
  'nothing is sent six times': ({ received }) => often(received),
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
  'unknown only where it is': ({ runs }) =>
    eachBatch(runs, ({ state, begun, where }) =>
      (state === 'unknown' || state === 'given-up') && begun === 0
        ? `${where} is ${state} without an attempt`
        : undefined,
    ),
  'nothing is left where nothing hinders': ({ runs }) =>
    eachBatch(runs, ({ run, state, where }) =>
      run.isCalmAtLast && LEFT.has(state) ? `${where} is still ${state}` : undefined,
    ),
  'a search is as short as it says': ({ runs, received, refused }) =>
    runs.flatMap((run) => [...long(run, [...received, ...refused])]),
  'a request is searched once': ({ runs }) => repeated(runs),
  'nothing of people is written': ({ written, canaries }) =>
    written.flatMap(({ name, bytes }) => {
      const text = Buffer.from(bytes).toString('latin1');
      return canaries.filter((canary) => isIn(text, canary)).map((canary) => `${name} holds ${canary}`);
    }),
};

/** The names of all rules. */
export const ruleNames: readonly string[] = Object.keys(rules);

/** Compares the plan, the journal and what the server has received. Nothing is to come out. */
export function violationsOf(books: Books): readonly Violation[] {
  return Object.entries(rules).flatMap(([rule, check]) => [...check(books)].map((what) => ({ rule, what })));
}

interface BatchInBooks {
  readonly run: RunInBooks;
  readonly where: string;
  readonly hash: string;
  readonly state: string;
  readonly attempts: number;
  readonly maybeTwice: boolean;
  readonly begun: number;
}

function eachBatch(runs: readonly RunInBooks[], check: (batch: BatchInBooks) => string | undefined): readonly string[] {
  return runs.flatMap((run) => {
    const { id, batches, account, begun } = run;
    return batches.flatMap(({ number, hash }) => {
      const where = `batch ${number} of ${id}`;
      const said = account.batches.find((batch) => batch.number === number);
      if (said === undefined) return [`${where} is not in the account`];
      return check({ ...said, run, where, hash, begun: begun.get(number) ?? 0 }) ?? [];
    });
  });
}

/** Whether a request held a batch of its run: was it, or a request of several of them, which a search makes. */
function holds(body: Received, { run, hash }: Pick<BatchInBooks, 'run' | 'hash'>): boolean {
  if (body.run !== run.id) return false;
  return run.searches === undefined ? body.hash === hash : body.operations.includes(hash);
}

/** Whether it is what its run has planned: a batch, or batches of a search that follow one another. */
function isPlanned({ hash, operations }: Received, { batches, searches }: RunInBooks): boolean {
  if (searches === undefined) return batches.some((batch) => batch.hash === hash);
  const first = batches.findIndex((batch) => batch.hash === operations[0]);
  return first >= 0 && operations.every((each, place) => each === batches[first + place]?.hash);
}

function isShown({ hash, operations }: Received, { shown, searches }: RunInBooks): boolean {
  if (searches === undefined) return shown.has(hash);
  return operations.length > 0 && operations.every((each) => shown.has(each));
}

/** The same bytes of the same run, as far as they may have been taken. */
function* often(received: readonly Received[]): Generator<string> {
  const times = new Map<string, number>();
  for (const { run, hash } of received) {
    const body = `${hash.slice(0, 12)} of ${run}`;
    times.set(body, (times.get(body) ?? 0) + 1);
  }
  for (const [body, count] of times) if (count > MAX_TIMES) yield `${body} arrived ${count} times`;
}

/** Where all are at fault, both halves of everything are sent that was refused: the whole of it was before the search. */
function* long({ id, batches, searches }: RunInBooks, bodies: readonly Received[]): Generator<string> {
  if (searches === undefined) return;
  const asked = new Set(bodies.filter(({ run }) => run === id).map(({ hash }) => hash)).size;
  const most = 2 * batches.length - 2;
  if (asked > most) yield `${id} has ${asked} different requests about ${batches.length} operations`;
}

/** A search that has come to its end leaves nothing of its request to search. */
function* repeated(runs: readonly RunInBooks[]): Generator<string> {
  const ended = new Set<string>();
  for (const { id, searches, account } of runs) {
    if (searches === undefined) continue;
    const request = `request ${searches.request} of ${searches.run}`;
    if (ended.has(request)) yield `${id} searches ${request} once more`;
    if (account.batches.every(({ state }) => !OPEN.has(state))) ended.add(request);
  }
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
  const places = new Map(runs.map(({ id }, place) => [id, place]));
  const newest = new Map<string, number>();
  for (const { run, ids } of [...received].sort((a, b) => a.at - b.at)) {
    const place = places.get(run) ?? -1;
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
function isIn(latin1: string, canary: string): boolean {
  const forms = [
    Buffer.from(canary, 'utf8').toString('latin1'),
    Buffer.from(canary, 'utf16le').toString('latin1'),
    Buffer.from(canary, 'utf8').toString('base64').replace(/=+$/, '').slice(0, -2),
  ];
  return forms.some((form) => form.length > 3 && latin1.includes(form));
}

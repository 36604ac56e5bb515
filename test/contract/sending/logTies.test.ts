import { afterEach, expect, it } from 'vitest';
import { LogBook } from '../../../src/core/logs/list/logBook';
import { LogTies } from '../../../src/sending/kept/logTies';
import { startRun } from '../../../src/sending/startRun';
import { verifyRun } from '../../../src/sending/verifyRun';
import { bulkBody, person } from '../../support/people';
import type { ActiveRun } from '../../../src/sending/activeRun';
import { countsOf, shownRun, until, yes } from '../../support/sending/runsOf';
import { extract, SendingRig } from '../../support/sending/sendingRig';

let rig: SendingRig;
afterEach(() => rig.close());

/** Sends people of these numbers; gives the run. */
async function send(from: number, to: number): Promise<string> {
  const prepared = await rig.prepare(extract(from, to));
  const active = await rig.during(startRun(rig.context, prepared, yes(prepared.file), { follows: false }));
  await rig.during(active.ended);
  return active.id;
}

async function readLog(book: LogBook): Promise<void> {
  for await (const page of rig.open().tenant.readLog({})) book.add(page);
}

/** Whose each entry is, in its order of time: `3=RUN/record`, `9=elsewhere`. */
async function whose(ties: LogTies, book: LogBook): Promise<readonly string[]> {
  await ties.renew(await rig.open().target());
  const found = await ties.tie(book.all(), book.all(), (id) => book.entry(id), new AbortController().signal);
  return [...book.all()]
    .sort((left, right) => (left.at ?? 0) - (right.at ?? 0))
    .map(({ id, person: who }) => {
      const tie = found.get(id);
      return `${who}=${tie === undefined ? 'elsewhere' : `${tie.run}/${tie.record}`}`;
    });
}

it('entries of the log are tied to the runs of this machine, by their journals or by who was sent when', async () => {
  rig = new SendingRig();
  const ties = new LogTies({ store: rig.store, wallClock: rig.wallClock, ownRun: () => undefined });
  const book = new LogBook();
  await rig.during(rig.open().tenant.upload(bulkBody(person('9'))));
  await rig.during(rig.clock.delay(600_000));
  const first = await send(1, 2);
  await rig.during(rig.clock.delay(600_000));
  await rig.during(readLog(book));
  // The run has not read the log: the time and the id say so
  const afterFirst = ['9=elsewhere', `1=${first}/1`, `2=${first}/2`];
  expect(await whose(ties, book)).toEqual(afterFirst);
  expect(ties.sourceOf(first)?.name).toBe('people.csv');

  // The same people again: the journal of the first run keeps what is its own
  await rig.during((await rig.during(verifyRun(rig.context, { run: first, opened: rig.open() }))).ended);
  const second = await send(2, 3);
  await rig.during(rig.clock.delay(600_000));
  await rig.during(readLog(book));
  expect(await whose(ties, book)).toEqual([...afterFirst, `2=${second}/1`, `3=${second}/2`]);

  // A run that was removed is known nowhere else
  await rig.store.remove(second);
  expect(await whose(ties, book)).toEqual([...afterFirst, `2=${first}/2`, '3=elsewhere']);
});

it('a run whose log is read while another is sent leaves that one its entries', async () => {
  rig = new SendingRig();
  const start = async (csv: string): Promise<ActiveRun> => {
    const prepared = await rig.prepare(csv);
    return rig.during(startRun(rig.context, prepared, yes(prepared.file), { follows: true }));
  };
  const first = await start(extract(1, 2));
  await rig.during(until(first, ({ status }) => status.phase === 'awaiting-log'));
  // The same people have married, and one more is sent
  const second = await start(extract(1, 3).replaceAll('Person', 'Married'));
  await rig.during(Promise.all([first.ended, second.ended]));
  const runs = await Promise.all([first, second].map(({ id }) => shownRun(rig.store, id)));
  expect(runs.map(({ run }) => countsOf(run))).toEqual([{ created: 2 }, { created: 1, updated: 2 }]);
  const entries = runs.map(({ run }) =>
    [...run.account.records].flatMap(({ answers }) => answers.map(({ entry }) => entry)),
  );
  expect(new Set(entries.flat()).size).toBe(5);
});

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Run } from '../../../src/core/run/run';
import type { AccountInBooks, Books } from './books';

/** What the product says of a run. */
export function accountOf(run: Run): AccountInBooks {
  const { counts, records, batches } = run.account;
  return {
    counts: { ...counts },
    batches: [...batches].map(({ number, operations, state, attempts, maybeTwice }) => ({
      number,
      operations,
      state,
      attempts,
      maybeTwice,
    })),
    records: [...records].map(({ record, state, batch }) => ({
      record,
      state,
      ...(batch === undefined ? {} : { batch }),
    })),
  };
}

/** Attempts by batch. Read by itself, without the product's own reader: what a line says that is there as a whole. */
export function begunIn(journal: string): ReadonlyMap<number, number> {
  const begun = new Map<number, number>();
  for (const line of journal.split('\n').slice(0, -1)) {
    const [, first = '', last = first] = /"type":"attempt-start","batch":(\d+)(?:,"through":(\d+))?/.exec(line) ?? [];
    if (first === '') continue;
    for (let batch = Number(first); batch <= Number(last); batch++) begun.set(batch, (begun.get(batch) ?? 0) + 1);
  }
  return begun;
}

/** Every file of a folder and of those in it. */
export function filesBelow(folder: string): Books['written'] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => ({ name, path: join(folder, name) }))
    .filter(({ path }) => statSync(path).isFile())
    .map(({ name, path }) => ({ name, bytes: readFileSync(path) }));
}

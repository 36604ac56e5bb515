import { afterAll, beforeAll, expect, it } from 'vitest';
import { textWith } from '../support/matchers';
import { jsonLines, Workplace } from './support/runCli';
import { HEADER, MAPPING } from './support/samples';

const place = new Workplace();

beforeAll(async () => {
  place.write('m.scimmap', MAPPING);
  const sandbox = place.start(['sandbox', '--clock', '60']);
  await sandbox.line('out', /./);
});
afterAll(() => place.remove());

interface Account {
  readonly counts: Readonly<Record<string, number>>;
  readonly elsewhere: number;
  readonly batches: readonly unknown[];
  readonly records: readonly { readonly batch: number; readonly entries: readonly string[] }[];
}

it('an entry of an earlier run answers no later one, though the tenant’s clock runs sixty times as fast', async () => {
  const send = async (name: string, ...people: readonly string[]): Promise<Account> => {
    place.write(name, `${HEADER}${people.join('\n')}\n`);
    const call = ['send', name, '--mapping', 'm.scimmap', '--connection', 'sandbox', '--wait', '--format', 'json'];
    const { out, err, code } = await place.run(call);
    expect(code, err).toBe(0);
    return jsonLines(out)[0] as Account;
  };
  const first = await send('a.csv', '1,ada,Ada,A', '2,abe,Abe,A');
  expect(first.counts).toMatchObject({ created: 2, updated: 0, waiting: 0 });
  const second = await send('b.csv', '1,ada,Ada Two,A', '2,abe,Abe Two,A');
  expect(second.counts).toMatchObject({ created: 0, updated: 2, waiting: 0 });
  expect([first.elsewhere, second.elsewhere]).toEqual([0, 0]);
  expect(second.batches).toEqual([{ number: 1, operations: 2, state: 'accepted', attempts: 1, maybeTwice: false }]);
  const entries = [first, second].flatMap(({ records }) => records.flatMap((record) => record.entries));
  expect(new Set(entries).size).toBe(4);

  const { out } = await place.run(['logs', '--connection', 'sandbox']);
  expect(out.split('\n').slice(0, 4)).toEqual([
    ...[textWith('Updated: Abe Two (2)'), textWith('Updated: Ada Two (1)')],
    ...[textWith('Created: Abe (2)'), textWith('Created: Ada (1)')],
  ]);
});

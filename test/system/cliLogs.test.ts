import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callMain } from './support/callMain';
import type { Ended } from './support/runCli';
import { jsonLines, Workplace } from './support/runCli';
import { HEADER, MAPPING } from './support/samples';

/** A line that `logs --run` prints in JSON. */
interface Line {
  readonly outcome: string;
  readonly record: number;
  readonly line: number;
  readonly cause?: string;
  readonly remedy?: string;
  readonly entry: { readonly sourceIdentity: { readonly id: string; readonly displayName: string } };
}

describe('logs --run', () => {
  const place = new Workplace();
  const path = (name: string): string => join(place.path, name);
  const call = (...words: readonly string[]): Promise<Ended> => callMain(words, place.state);
  const ids: string[] = [];

  async function send(name: string, ...people: readonly string[]): Promise<void> {
    place.write(name, `${HEADER}${people.join('\n')}\n`);
    const words = ['send', path(name), '--mapping', path('m.scimmap'), '--connection', 'sandbox', '--wait', '--yes'];
    const { out, err } = await call(...words, '--format', 'json');
    const { run } = jsonLines(out)[0] as { readonly run: string };
    expect(run, err).toMatch(/^\d{8}-/);
    ids.push(run);
  }

  const logs = (...words: readonly string[]): Promise<Ended> => call('logs', '--connection', 'sandbox', ...words);
  const lines = async (...words: readonly string[]): Promise<readonly Line[]> => {
    const { code, out, err } = await logs(...words, '--format', 'json');
    expect(code, err).toBe(0);
    return jsonLines(out) as readonly Line[];
  };
  const briefly = (found: readonly Line[]) =>
    found
      .map(({ outcome, record, line, entry }) => [record, line, entry.sourceIdentity.id, outcome].join(' '))
      .toSorted();

  beforeAll(async () => {
    await place.start(['sandbox']).line('out', /./);
    place.write('m.scimmap', MAPPING);
    // In the second, Abe goes on, Cy has the sign-in name of Ada, and Di is new
    await send('a.csv', '1,ada,Ada,A', '2,abe,Abe,A');
    await send('b.csv', '2,abe,Abe Two,A', '3,ada,Cy,A', '4,di,Di,A');
  });
  afterAll(() => place.remove());

  it('prints the entries of one run alone, with the record and the line of each', async () => {
    expect(briefly(await lines('--run', ids[0] ?? ''))).toEqual(['1 2 1 created', '2 3 2 created']);
    const second = await lines('--run', 'last');
    expect(briefly(second)).toEqual(['1 2 2 updated', '2 3 3 failed', '3 4 4 created']);
    expect(second.find(({ outcome }) => outcome === 'failed')).toMatchObject({
      cause: expect.stringContaining('sign-in name') as string,
      remedy: expect.stringMatching(/\S/) as string,
    });
    // Without a run everything is there, of nobody's record
    const all = await lines();
    expect(all).toHaveLength(5);
    expect(all.every((one) => !('record' in one) && !('line' in one))).toBe(true);
  });

  it('says in text on which line each person is, and why somebody failed', async () => {
    const { out } = await logs('--run', 'last');
    expect(out).toMatch(/Updated: Abe Two \(2\).* {2}\(line 2\)/);
    expect(out).toMatch(/Failed: Cy \(3\).*sign-in name.* {2}\(line 3\)/);
    expect(out).not.toContain('Ada');
  });

  it('narrows them down as it does the whole log', async () => {
    expect(briefly(await lines('--run', 'last', '--failed'))).toEqual(['2 3 3 failed']);
    expect(briefly(await lines('--run', 'last', '--person', '4'))).toEqual(['3 4 4 created']);
  });

  it('counts them instead', async () => {
    const { code, out } = await logs('--run', 'last', '--statistics');
    expect(code).toBe(0);
    expect(out).toContain('Total Users: 3\n');
    // Of one person who was created and one who was not, and of one update
    expect(out).toMatch(/^Create +1 +1 +0 +0 +2$/m);
    expect(out).toMatch(/^Update +1 +0 +0 +0 +1$/m);
  });

  it('finds them by what the run has kept, without its extract and its mapping', async () => {
    for (const name of ['b.csv', 'm.scimmap']) rmSync(path(name));
    expect(briefly(await lines('--run', 'last'))).toEqual(['1 2 2 updated', '2 3 3 failed', '3 4 4 created']);
  });

  it('takes no run that is not there, and claims nothing of one that is damaged', async () => {
    expect(await logs('--run', '20000101-000000-000000')).toMatchObject({ out: '', code: 2 });
    const [first = ''] = ids;
    writeFileSync(join(place.state, 'runs', first, 'plan.json'), '{ "format": 1');
    const { code, out, err } = await logs('--run', first);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/\S/);
    // The other one is none the worse for it
    expect(await lines('--run', 'last')).toHaveLength(3);
  });
});

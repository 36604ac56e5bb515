import { chmodSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callMain } from './support/callMain';
import type { Ended } from './support/runCli';
import { Workplace } from './support/runCli';
import { extract, MAPPING } from './support/samples';

const place = new Workplace();
let connection = '';
const file = (name: string): string => join(place.path, name);
const call = (...words: readonly string[]): Promise<Ended> => callMain(words, place.state);
const resume = (...more: readonly string[]): Promise<Ended> =>
  call('runs', 'resume', 'last', '--connection', file(connection), ...more);

beforeAll(async () => {
  const sandbox = place.start(['sandbox', '--scenario', 'taken-names', '--clock', '600']);
  const told = JSON.parse(await sandbox.line('out', /./)) as { readonly connection: string };
  ({ connection } = told);
  connection = connection.replace(`${place.path}/`, '');
  place.write('m.scimmap', MAPPING);
  place.write('a.csv', extract(120));
});
afterAll(() => place.remove());

describe('a pilot that went badly', () => {
  let hash = '';

  it('ends the send, and is passed by no --yes', async () => {
    const words = ['--mapping', file('m.scimmap'), '--connection', file(connection), '--pilot', '40'];
    const sent = await call('send', file('a.csv'), ...words, '--yes', '--wait', '--format', 'json');
    expect(sent.code).toBe(5);
    hash = (JSON.parse(sent.out) as { readonly plan: string }).plan;
    for (const consent of [[], ['--yes'], ['--yes', '--wait']]) {
      const { code, out, err } = await resume(...consent);
      expect([code, out]).toEqual([4, '']);
      expect(err).toMatch(/The first 40 people were sent alone: .*failed/);
      expect(err).toContain('--yes does not allow that. To send the others anyway, run: entra-inbound runs resume');
      expect(err).toContain(` --confirm ${hash}\n`);
    }
    const other = await resume('--confirm', 'ab'.repeat(32));
    expect([other.code, other.out]).toEqual([4, '']);
    expect(other.err).toMatch(/To review it, run: entra-inbound runs show \S+\n/);
  });

  it('is not resumed without its extract, and says that it is not there', async () => {
    renameSync(file('a.csv'), file('b.csv'));
    const missing = await resume('--confirm', hash);
    mkdirSync(file('a.csv'));
    const folder = await resume('--confirm', hash);
    rmSync(file('a.csv'), { recursive: true });
    renameSync(file('b.csv'), file('a.csv'));
    expect([missing.code, folder.code]).toEqual([4, 4]);
    expect(missing.err).toContain('a.csv cannot be read: there is no such file.');
    expect(folder.err).toContain('a.csv cannot be read: it is a folder, not a file.');
    for (const { err } of [missing, folder]) {
      expect(err).not.toContain('new plan of those');
      expect(err).toContain('send the current extract');
    }
  });

  it('is shown and listed from a folder that nothing can be written to', async () => {
    chmodSync(place.state, 0o500);
    const shown = [await call('runs'), await call('runs', 'show', 'last')];
    chmodSync(place.state, 0o700);
    expect(shown.map(({ code }) => code)).toEqual([0, 0]);
  });

  it('is passed by the hash of the plan', async () => {
    const { code, out } = await resume('--confirm', hash, '--format', 'json');
    const { batches } = JSON.parse(out) as { readonly batches: readonly { readonly state: string }[] };
    expect([code, batches.map(({ state }) => state)]).toEqual([1, ['accepted', 'accepted', 'accepted']]);
  });
});

import { symlinkSync } from 'node:fs';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cli, Workplace } from './support/runCli';
import { extract, MAPPING } from './support/samples';

const place = new Workplace();
afterAll(() => place.remove());

/** A call that keeps something, with the folder in which it does so. */
const CALLS: readonly (readonly [string, (folder: string) => { readonly words: string; readonly home?: string }])[] = [
  ['sandbox', (folder) => ({ words: 'sandbox', home: folder })],
  ['sandbox --state', (folder) => ({ words: `sandbox --state "${folder}"` })],
  ['send', (folder) => ({ words: 'send a.csv --mapping m.scimmap --connection sandbox', home: folder })],
];

/** Folders in which nothing can be kept, and what has to be done before. */
const FOLDERS: readonly (readonly [string, string, string?])[] = [
  ['a file', 'a.csv'],
  ['a folder below a file', 'a.csv/state'],
  ['a link to itself', 'loop'],
  ['a device', '/dev/full'],
  ['a folder where none can be made', '/proc/state'],
  ['a full disk', 'full', 'mkdir full && mount -t tmpfs -o size=16k tmpfs full'],
  ['a read-only disk', 'readonly', 'mkdir readonly && mount -t tmpfs -o ro tmpfs readonly'],
  [
    'a folder of somebody else',
    'theirs',
    'mkdir -m 500 theirs && mkdir -p state && chmod 777 . state && run="setpriv --reuid 65534 --clear-groups"',
  ],
];

/** Mounting needs rights, and a namespace of its own so that nothing stays mounted. */
const mayMount =
  process.platform === 'linux' &&
  spawnSync('unshare', ['-m', 'sh', '-c', 'mount -t tmpfs tmpfs /mnt && setpriv --reuid 65534 --clear-groups true'])
    .status === 0;

beforeAll(() => {
  place.write('m.scimmap', MAPPING);
  place.write('a.csv', extract(3));
  symlinkSync('loop', join(place.path, 'loop'));
});

describe.each(CALLS)('%s', (_, call) => {
  for (const [name, folder, setting] of FOLDERS)
    it.skipIf(process.platform === 'win32' || (setting !== undefined && !mayMount))(
      `refuses ${name} at the start`,
      async () => {
        const { words, home } = call(folder);
        const { code, out, err } = await shell(words, home, setting);
        expect({ code, out }).toEqual({ code: 2, out: '' });
        expect(err).toMatch(/^Cannot write to the folder .+\nSee entra-inbound \w+ --help\.\n$/);
        expect(err).toContain(folder);
      },
    );
});

describe('a disk on which no more files can be made', () => {
  const says = 'the disk is full. Make room there, then try again.';
  // So many that the plan cannot be kept; that no call can be counted; that all was sent, and nobody remembers it
  it.skipIf(!mayMount).each([
    [8, 2, 'The plan cannot be written to the folder .*/runs: ', 'Nothing was sent.'],
    [12, 5, 'The count of calls to the tenant cannot be written to the folder .*/calls: ', 'Nothing was accepted.'],
    [
      13,
      5,
      'What this job was last sent cannot be written to the folder .*/baselines: ',
      'Nothing that was sent is lost',
    ],
  ])(
    'of %i files ends send with %i, and says what and what became of the people',
    async (files, code, what, people) => {
      const mount = `mkdir full && mount -t tmpfs -o size=1m,nr_inodes=${files} tmpfs full`;
      const ended = await shell('send a.csv --mapping m.scimmap --connection sandbox --yes', 'full', mount);
      expect(ended.err).toMatch(new RegExp(`${what}${says}`));
      expect(ended.err).toContain(people);
      expect(ended.err).not.toMatch(/unfinished/);
      expect(ended.code).toBe(code);
    },
  );
});

async function shell(words: string, home: string | undefined, setting: string | undefined) {
  const script = `rm -rf full readonly theirs; ${setting ?? 'true'} && exec $run "${process.execPath}" "${cli}" ${words}`;
  const child = spawn(
    setting === undefined ? 'env' : 'unshare',
    [...(setting === undefined ? [] : ['-m']), 'sh', '-c', script],
    {
      cwd: place.path,
      env: { ...process.env, ENTRA_INBOUND_HOME: home ?? place.state },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const ended = once(child, 'close') as Promise<[number]>;
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: (await ended)[0], out, err };
}

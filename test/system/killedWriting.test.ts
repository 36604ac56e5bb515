import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Workplace } from './support/runCli';
import { extract, MAPPING } from './support/samples';

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const place = new Workplace();
afterAll(() => place.remove());
const at = (name: string) => join(place.path, name);

/** Kills its process before the file system is asked for a change for the N-th time. */
const KILLER = `
const fs = require('node:fs/promises');
let left = Number(process.env.KILL_AT);
const step = (ask) => function (...given) {
  if (--left === 0) process.kill(process.pid, 'SIGKILL');
  return ask.apply(this, given);
};
for (const name of ['mkdir', 'mkdtemp', 'writeFile', 'rename', 'rm', 'link']) fs[name] = step(fs[name]);
const open = fs.open;
fs.open = async (path, flags, ...more) => {
  const writes = typeof flags === 'string' && flags !== 'r';
  if (writes && --left === 0) process.kill(process.pid, 'SIGKILL');
  const file = await open(path, flags, ...more);
  if (writes) for (const name of ['writeFile', 'sync', 'chmod']) file[name] = step(file[name]);
  return file;
};
`;

async function run(words: readonly string[], killAt: number): Promise<boolean> {
  const child = spawn(process.execPath, ['--require', at('killer.cjs'), cli, ...words], {
    cwd: place.path,
    env: { ...process.env, KILL_AT: String(killAt) },
    stdio: 'ignore',
  });
  const [, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  return signal === 'SIGKILL';
}

/** Kills a call at each of its steps, and looks at what is left. Gives how many steps there were. */
async function killAtEach(
  words: readonly string[],
  prepare: () => void,
  check: (what: string) => void,
): Promise<number> {
  place.write('killer.cjs', KILLER);
  for (let step = 1; ; step++) {
    prepare();
    const isKilled = await run(words, step);
    check(`killed at step ${step}`);
    if (!isKilled) return step - 1;
  }
}

/** Requests of four records, two in each, and a problem. */
const files = (folder: string) => readdirSync(at(folder)).filter((name) => !name.startsWith('.'));

describe('a call that is killed at any step', () => {
  it('leaves the requests of one whole conversion, or says that they are incomplete', async () => {
    place.write('m.scimmap', MAPPING);
    place.write('a.csv', `${extract(5)}9,user9,Person 9,unknown\n`);
    const whole = ['0001.bulk.json', '0002.bulk.json', '0003.bulk.json', 'problems.json'];
    const old = ['0001.bulk.json', '0002.bulk.json', '0003.bulk.json', '0004.bulk.json', 'mine.txt'];
    const steps = await killAtEach(
      ['convert', 'a.csv', '--mapping', 'm.scimmap', '--operations', '2', '--out', 'out'],
      () => {
        rmSync(at('out'), { recursive: true, force: true });
        mkdirSync(at('out'));
        for (const name of old) writeFileSync(at(`out/${name}`), 'old');
      },
      (what) => {
        const left = files('out');
        expect(left, what).toContain('mine.txt');
        if (left.includes('INCOMPLETE')) return;
        const texts = left.filter((name) => name !== 'mine.txt').map((name) => readFileSync(at(`out/${name}`), 'utf8'));
        if (texts.includes('old')) expect(left, what).toEqual(old);
        else expect(left, what).toEqual([...whole.slice(0, 3), 'mine.txt', 'problems.json']);
      },
    );
    expect(steps).toBeGreaterThan(15);
    expect(files('out').sort()).toEqual([...whole, 'mine.txt'].sort());
    expect(readdirSync(at('out')).some((name) => name.startsWith('.'))).toBe(false);
  });

  it('never leaves a part that begins with the first request', async () => {
    await killAtEach(
      ['convert', 'a.csv', '--mapping', 'm.scimmap', '--operations', '2', '--out', 'part'],
      () => {
        rmSync(at('part'), { recursive: true, force: true });
      },
      (what) => {
        const left = existsSync(at('part')) ? files('part') : [];
        if (left.includes('0001.bulk.json')) expect(left, what).toEqual(expect.arrayContaining(['0003.bulk.json']));
      },
    );
  });

  it('leaves an imported mapping whole or not there', async () => {
    place.write('w.json', JSON.stringify({ externalId: 'Id', userName: 'User' }));
    const steps = await killAtEach(
      ['import', 'w.json', '--out', 'new.scimmap'],
      () => {
        rmSync(at('new.scimmap'), { force: true });
      },
      (what) => {
        if (existsSync(at('new.scimmap'))) expect(readFileSync(at('new.scimmap'), 'utf8'), what).toContain('userName');
      },
    );
    expect(steps).toBeGreaterThan(3);
    expect(existsSync(at('new.scimmap'))).toBe(true);
  });

  it('leaves a mapping as it was, or formatted', async () => {
    const [loose, canonical] = ['title=[T]\nnickName   = [N]\n', 'title    = [T]\nnickName = [N]\n'];
    const steps = await killAtEach(
      ['format', 'f.scimmap'],
      () => void place.write('f.scimmap', loose),
      (what) => {
        expect([loose, canonical], what).toContain(readFileSync(at('f.scimmap'), 'utf8'));
      },
    );
    expect(steps).toBeGreaterThan(3);
    expect(readFileSync(at('f.scimmap'), 'utf8')).toBe(canonical);
  });
});

describe.skipIf(process.platform === 'win32')('on a disk that takes no more', () => {
  /** Runs a call that may write files of one block at most: what a full disk does, wherever the tests run. */
  async function onFullDisk(words: readonly string[]): Promise<{ readonly code: number | null; readonly err: string }> {
    const limited = 'ulimit -f 1; exec "$@"';
    const child = spawn('bash', ['-c', limited, 'bash', process.execPath, cli, ...words], {
      cwd: place.path,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let err = '';
    child.stderr.on('data', (data: Buffer) => (err += data.toString()));
    const [code] = (await once(child, 'close')) as [number | null];
    return { code, err };
  }
  // What killed calls have left
  beforeAll(() => {
    for (const name of unfinished()) rmSync(at(name));
  });
  const unfinished = () => readdirSync(place.path).filter((name) => name.endsWith('.unfinished'));
  const LONG = Object.fromEntries(
    Array.from({ length: 60 }, (_, index) => [
      `urn:ietf:params:scim:schemas:extension:c:1.0:User:a${index}`,
      `C${index}`,
    ]),
  );

  it('import leaves nothing', async () => {
    place.write('long.json', JSON.stringify({ externalId: 'Id', userName: 'User', ...LONG }));
    const { code, err } = await onFullDisk(['import', 'long.json', '--out', 'full.scimmap']);
    expect(err).toMatch(/^full\.scimmap cannot be written: .*Make room and try again\.$/m);
    expect(code).toBe(2);
    expect([...unfinished(), existsSync(at('full.scimmap'))]).toEqual([false]);
  });

  it('format leaves the mapping as it was', async () => {
    const loose = 'title=[T]\n'.padEnd(4000, '# comment\n');
    place.write('full.scimmap', loose);
    const { code, err } = await onFullDisk(['format', 'full.scimmap']);
    expect(err).toContain('full.scimmap cannot be written: ');
    expect(code).toBe(2);
    expect(readFileSync(at('full.scimmap'), 'utf8')).toBe(loose);
    expect(unfinished()).toEqual([]);
  });

  it('convert leaves no requests', async () => {
    place.write('many.csv', extract(50));
    const { code, err } = await onFullDisk(['convert', 'many.csv', '--mapping', 'm.scimmap', '--out', 'full']);
    expect(err).toMatch(/^Cannot write to the folder full: .*Make room and try again\.$/m);
    expect(code).toBe(2);
    expect(readdirSync(at('full'))).toEqual([]);
  });
});

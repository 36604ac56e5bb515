import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main';
import type { Terminal } from '../../src/cli/terminal/terminal';
import { printable } from '../../src/core/text/printable';
import type { BadPath } from '../support/badPaths';
import { BadPaths } from '../support/badPaths';
import { silentTerminal } from '../support/silentTerminal';
import type { FileCall } from './support/badPathCalls';
import { fileCalls } from './support/badPathCalls';
import { Workplace } from './support/runCli';
import { extract, MAPPING } from './support/samples';

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const place = new Workplace();
const at = (name: string) => join(place.path, name);
const calls = fileCalls({
  mapping: at('good.scimmap'),
  extract: at('good.csv'),
  users: at('users.json'),
  payload: at('web.json'),
});
let bad: BadPaths;

beforeAll(async () => {
  place.write('good.scimmap', MAPPING);
  place.write('good.csv', extract(3));
  place.write('users.json', JSON.stringify({ value: [] }));
  place.write('web.json', JSON.stringify({ externalId: 'Id', userName: 'User' }));
  place.write(
    'usage.cjs',
    "process.on('exit', () => require('node:fs').writeSync(3, JSON.stringify(process.resourceUsage())));",
  );
  mkdirSync(at('bad'));
  bad = await BadPaths.make(at('bad'), ['', '.csv', '.scimmap', '.json', '.psd1']);
});
afterAll(async () => {
  await bad.remove();
  await place.remove();
});

/** Paths at which a file or a folder may be made, or at which there is a folder. */
const USABLE_OUT = new Set([
  'missing',
  'name of a device of Windows',
  'address of the web',
  'folder',
  'link to a folder',
]);

const PRIVATE = new Set(['check ', 'read ', 'format  --check', 'import ', 'logs --connection ']);

function isBadFor({ takes }: FileCall, { kind }: BadPath): boolean {
  return !(takes === 'folder' || takes === 'new file') || !USABLE_OUT.has(kind);
}

function expectedCode({ takes }: FileCall, { kind, isContent }: BadPath): readonly number[] {
  if (takes === 'folder' || takes === 'new file') return [2];
  if (isContent) return [0, 1, 2];
  // Without an extension it is another kind of document
  if (kind === 'no name' || kind === 'file with a slash') return [1, 2];
  if (takes === 'payload' && kind === 'file that is too large') return [1];
  return takes === 'extract' ? [1] : [2];
}

function expectClear(call: FileCall, path: BadPath, code: number | null, said: string): void {
  const named = path.path(call.extension);
  const what = `${path.kind}: ${call.words(named).join(' ').slice(0, 200)}\n${said.slice(0, 500)}`;
  expect(expectedCode(call, path), what).toContain(code);
  expect(said, what).not.toMatch(/^ +at |node:internal|the system says/m);
  // The content of a file without an extension decides what is missing
  if (path.isContent || said.includes('Missing option --mapping')) return;
  expect(said, what).toContain(printable(named));
  expect(said.length, what).toBeLessThan(named.length * 3 + 1200);
}

describe.skipIf(process.platform !== 'linux')('a bad path', () => {
  it('has at least thirty kinds', () => {
    expect(bad.all.length).toBeGreaterThanOrEqual(30);
  });

  it.each(
    calls.map(
      (call) => [call.words(`FILE${call.extension}`).join(' ').replaceAll(`${place.path}/`, ''), call] as const,
    ),
  )('is refused in one sentence by %s', async (_name, call) => {
    for (const path of bad.all) {
      if (!isBadFor(call, path)) continue;
      const { code, said } = await inProcess(call.words(path.path(call.extension)));
      expectClear(call, path, code, said);
    }
  });

  // Of the whole table these are the kinds that hang, or fill the memory
  it.each(['pipe', '/dev/zero', 'file that grows'])(
    'costs a process little time and memory: %s',
    async (kind) => {
      const path = bad.all.find((each) => each.kind === kind);
      if (path === undefined) throw new Error(kind);
      const open = calls.filter((call) => isBadFor(call, path));
      const runs = async () => {
        for (let call = open.pop(); call !== undefined; call = open.pop()) {
          const { code, said, seconds, megabytes } = await measured(call.words(path.path(call.extension)));
          expectClear(call, path, code, said);
          const what = `${kind}: ${call.words(kind).join(' ')}`;
          expect(seconds, what).toBeLessThan(2);
          expect(megabytes, what).toBeLessThan(200);
        }
      };
      await Promise.all([runs(), runs()]);
    },
    120_000,
  );

  it.each([
    ['plan', 'good.csv', '--mapping', 'good.scimmap', '--directory', '/proc/self/exe'],
    ['sandbox', '--users', '/proc/self/exe'],
  ])('costs little memory if it is a program: %s', async (...words) => {
    const { code, said, megabytes } = await measured(words);
    expect(said).toContain('/proc/self/exe cannot be read: it is not UTF-8 text. Save it as UTF-8.');
    expect(code).toBe(2);
    expect(megabytes).toBeLessThan(200);
  });

  it('may be one that the user must not read', async () => {
    const isRoot = process.getuid?.() === 0;
    chmodSync(place.path, 0o755);
    // One call for each way to read: as a process of another user
    for (const call of calls.filter(({ words }) => PRIVATE.has(words('').join(' ').replaceAll(`${place.path}/`, '')))) {
      const name = place.write(`secret${call.extension}`, 'x');
      chmodSync(at(name), 0);
      const { code, said } = await measured(call.words(at(name)), isRoot ? 65_534 : undefined);
      expect(said).toContain(`${at(name)} cannot be read: permission is denied.`);
      expect(code, said).toBe(call.takes === 'extract' ? 1 : 2);
    }
  }, 120_000);
});

describe.skipIf(process.platform !== 'linux')('a pipe that the shell has opened', () => {
  /** The path that the shell puts in comes last. */
  const piped = (source: string, words: readonly string[]) =>
    measured(words, undefined, ['bash', '-c', `exec "$0" "$@" ${source}`, process.execPath]);
  const converted = () => ['convert', at('good.csv'), '--mapping'];

  it.each([
    ['a mapping', `<(cat good.scimmap)`, converted, 'Records: 3.'],
    ['a mapping that comes late', `<(sleep 0.3; cat good.scimmap)`, converted, 'Records: 3.'],
    ['a mapping on standard input', `/dev/stdin < <(cat good.scimmap)`, converted, 'Records: 3.'],
    ['the same by number', `/proc/self/fd/0 < <(cat good.scimmap)`, converted, 'Records: 3.'],
    ['an extract', `--mapping good.scimmap <(cat good.csv)`, () => ['convert'], 'Records: 3.'],
    ['an extract to guess from', `<(cat good.csv)`, () => ['import'], 'Rules guessed'],
    ['accounts', `<(cat users.json)`, () => ['sandbox', '--port', '0', '--users'], '"endpoint"'],
    ['a connection', `<(echo '{"kind":"x"}')`, () => ['logs', '--connection'], 'Its "kind" must be'],
    ['a payload', `<(echo '{"userName":"x"}')`, () => ['check'], '[payload.unrecognised]'],
    ['a document that is not JSON', `<(echo 'userName = [')`, () => ['check'], ':1:12: error:'],
  ])('is read: %s', async (_name, source, words, said) => {
    expect((await piped(source, words())).said).toContain(said);
  });

  it.each(['<(yes)', '<(cat /dev/zero)'])(
    'ends at the limit: %s',
    async (source) => {
      const plan = ['plan', at('good.csv'), '--mapping', at('good.scimmap'), '--directory'];
      for (const words of [
        converted(),
        plan,
        ['sandbox', '--users'],
        ['logs', '--connection'],
        ['check'],
        ['import'],
      ]) {
        const { code, said, seconds, megabytes } = await piped(source, words);
        expect(said).toMatch(/\/dev\/fd\/\d+ cannot be read: it has more than \d+ MiB/);
        expect([1, 2], said).toContain(code);
        expect(seconds, said).toBeLessThan(2);
        expect(megabytes, said).toBeLessThan(200);
      }
    },
    60_000,
  );

  it.each([
    ['/dev/fd/99', 'descriptor 99 is not open. Check the number, or name a file.'],
    ['/dev/fd/7 7</tmp', 'it is a folder, not a file. Name the file itself.'],
    ['/dev/fd/1 > >(cat)', 'it is a pipe that this program itself writes to. Name a file.'],
    ['/dev/fd/0 0</dev/null', 'it is a device or a socket, not a file. Name a file.'],
  ])('is distinguished from sources that deliver nothing: %s', async (source, reason) => {
    const { code, said } = await piped(source, converted());
    expect(said).toContain(`cannot be read: ${reason}`);
    expect(code).toBe(2);
  });

  it('of the file system is refused, with what to do', async () => {
    const pipe = bad.all.find(({ kind }) => kind === 'pipe')?.path('.scimmap') ?? '';
    const { said } = await inProcess([...converted(), pipe]);
    expect(said).toContain("it is a pipe, not a file. Save its output to a file and pass that file's path.");
  });
});

/** A call by its own code in this process. One that serves is stopped once it does. */
async function inProcess(words: readonly string[]): Promise<{ readonly code: number; readonly said: string }> {
  const stop = new AbortController();
  let said = '';
  const say = (text: string | Uint8Array) => {
    if (typeof text === 'string') said += text;
    if (said.includes('"endpoint"')) stop.abort(new Error('serves'));
    return Promise.resolve();
  };
  const terminal: Terminal = {
    ...silentTerminal({ env: { ENTRA_INBOUND_HOME: place.state }, signal: stop.signal }),
    out: say,
    data: say,
    err: say,
  };
  return { code: await main(words, terminal), said };
}

/** A call as a process of its own, its processor time and the most memory that it had. */
async function measured(words: readonly string[], uid?: number, program = [process.execPath]) {
  const [file = '', ...before] = program;
  const child = spawn(file, [...before, '--require', at('usage.cjs'), cli, ...words], {
    cwd: uid === undefined ? place.path : '/',
    env: { ...process.env, ENTRA_INBOUND_HOME: uid === undefined ? place.state : '' },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  const texts = ['', '', ''];
  child.stdio.slice(1).forEach((stream, index) =>
    stream?.on('data', (data: Buffer) => {
      texts[index] = (texts[index] ?? '') + data.toString();
      // One that serves all the same is over then
      if (texts[0]?.includes('"endpoint"') === true) child.kill('SIGTERM');
    }),
  );
  const hung = setTimeout(() => child.kill('SIGKILL'), 20_000);
  const [code] = (await once(child, 'close')) as [number | null];
  clearTimeout(hung);
  const [out = '', err = '', usage = ''] = texts;
  if (usage === '') throw new Error(`It had to be killed: ${words.join(' ')}\n${out}${err}`);
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(usage) as NodeJS.ResourceUsage;
  return { code, said: out + err, seconds: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1024 };
}

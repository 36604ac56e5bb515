import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { jsonLines } from './support/runCli';

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'entra-inbound-frozen-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs in the process before the command line does: says at the end what has come onto the built-in prototypes. */
const witness = (isFrozen: boolean) => `
const watched = [Object, Array, Function, String, Number, Boolean, Map, Set, Promise, RegExp, Error].map((type) => type.prototype);
const keysOf = (object) => Reflect.ownKeys(object).map(String).join();
const before = watched.map(keysOf);
const values = watched.map((object) => Object.getOwnPropertyDescriptors(object));
if (${String(isFrozen)}) Object.freeze(Object.prototype);
process.on('exit', () => {
  const changed = watched.filter((object, place) => {
    const now = Object.getOwnPropertyDescriptors(object);
    return keysOf(object) !== before[place] || Reflect.ownKeys(now).some((key) => now[key].value !== values[place][key].value);
  });
  process.stderr.write('witness: ' + changed.length + ' changed\\n');
});
`;

const names = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  '__defineGetter__',
  '7',
  'Id',
];
const hostile = '{"__proto__":{"polluted":1}}';
const extract = [
  names.join(';'),
  ...['a', 'b', 'c'].map((id) => [...names.slice(1).map((name) => `${name}-${id}`), id].join(';')),
  [...names.slice(1).map(() => '__proto__'), 'd'].join(';'),
  [...names.slice(1).map(() => `"${hostile.replaceAll('"', '""')}"`), 'e'].join(';'),
].join('\n');
const mapping = [
  'externalId = [Id]',
  'userName = Join("@", [Id], "contoso.com")',
  'displayName = [__proto__]',
  'active = "True"',
  'title = [constructor]',
  'nickName = Switch([toString], "other", "__proto__", "proto", "constructor", "made")',
  'urn:x:y:User:hasOwnProperty = [hasOwnProperty]',
].join('\n');

function run(isFrozen: boolean, ...words: readonly string[]) {
  const preload = join(folder, `witness-${String(isFrozen)}.cjs`);
  writeFileSync(preload, witness(isFrozen));
  writeFileSync(join(folder, 'a.csv'), `${extract}\n`);
  writeFileSync(join(folder, 'a.scimmap'), mapping);
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--require', preload, cli, ...words], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ENTRA_INBOUND_HOME: join(folder, 'state') },
  });
  return { code: status, out: stdout, err: stderr };
}

describe.each([false, true])('headers and values that JavaScript knows, Object.prototype frozen: %s', (isFrozen) => {
  it.each([
    ['read', ['read', 'a.csv']],
    ['read --profile', ['read', 'a.csv', '--profile']],
    ['read with a wide delimiter', ['read', 'a.csv', '--delimiter', ';;']],
    ['convert', ['convert', 'a.csv', '--mapping', 'a.scimmap']],
    ['check', ['check', 'a.scimmap', '--extract', 'a.csv']],
  ])('%s leaves the prototypes as they are', (_, words) => {
    const { code, err } = run(isFrozen, ...words);
    expect(err).toContain('witness: 0 changed');
    expect(
      err
        .replace('witness: 0 changed\n', '')
        .split('\n')
        .filter((line) => line.includes('Error')),
    ).toEqual([]);
    expect([0, 1]).toContain(code);
  });

  it('gives the same requests, with every value in its place', () => {
    const { out } = run(isFrozen, 'convert', 'a.csv', '--mapping', 'a.scimmap');
    const [request] = jsonLines(out) as readonly {
      readonly Operations: readonly {
        readonly data: Readonly<Record<'externalId' | 'displayName' | 'title' | 'nickName', unknown>>;
      }[];
    }[];
    expect(
      request?.Operations.map(({ data }) => [data.externalId, data.displayName, data.title, data.nickName]),
    ).toEqual([
      ['a', 'constructor-a', 'prototype-a', 'other'],
      ['b', 'constructor-b', 'prototype-b', 'other'],
      ['c', 'constructor-c', 'prototype-c', 'other'],
      ['d', '__proto__', '__proto__', 'proto'],
      ['e', hostile, hostile, 'other'],
    ]);
    const [header] = jsonLines(run(isFrozen, 'read', 'a.csv').out);
    expect(header).toEqual(names);
    const [profile] = jsonLines(run(isFrozen, 'read', 'a.csv', '--profile').out) as readonly {
      readonly columns: readonly { readonly column: string; readonly filled: number }[];
    }[];
    expect(profile?.columns.map(({ column, filled }) => [column, filled])).toEqual(names.map((name) => [name, 5]));
  });
});

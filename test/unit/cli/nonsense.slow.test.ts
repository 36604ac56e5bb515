import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Command } from '../../../src/cli/command';
import { check } from '../../../src/cli/commands/check';
import { convert } from '../../../src/cli/commands/convert';
import { evaluate } from '../../../src/cli/commands/evaluate';
import { format } from '../../../src/cli/commands/format';
import { importCommand } from '../../../src/cli/commands/import';
import { logs } from '../../../src/cli/commands/logs';
import { plan } from '../../../src/cli/commands/plan';
import { read } from '../../../src/cli/commands/read';
import { sandbox } from '../../../src/cli/commands/sandbox';
import { send } from '../../../src/cli/commands/send';
import { main } from '../../../src/cli/main';
import { silentTerminal } from '../../support/silentTerminal';

const folder = mkdtempSync(join(tmpdir(), 'nonsense-'));
const extract = join(folder, 'a.csv');
const mapping = join(folder, 'm.scimmap');

beforeAll(() => {
  writeFileSync(extract, 'Id\n1\n');
  writeFileSync(mapping, 'externalId = [Id]\nuserName = [Id]\ndisplayName = [Id]\nactive = "true"\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

const NONSENSE = [
  '',
  ' ',
  'NaN',
  '-1',
  '1e400',
  '0x10',
  '99999999999999999999999',
  '٣',
  '1 2',
  '2.5',
  'Infinity',
  '\u202e\u001b[31m',
  'é'.repeat(5000),
  '\0',
];

/** What each call is given besides nonsense. Those that would serve, send or wait are stopped from the start. */
const CALLS: readonly { readonly command: Command; readonly words: readonly string[]; readonly isStopped?: true }[] = [
  { command: check, words: [mapping] },
  { command: convert, words: [extract, '--mapping', mapping] },
  { command: evaluate, words: ['Join("-", [a])'] },
  { command: format, words: [mapping] },
  { command: importCommand, words: [extract] },
  { command: logs, words: ['--connection', 'sandbox'], isStopped: true },
  { command: plan, words: [extract, '--mapping', mapping] },
  { command: read, words: [extract] },
  { command: sandbox, words: [], isStopped: true },
  { command: send, words: [extract, '--mapping', mapping, '--connection', 'sandbox'], isStopped: true },
];

/** Options that take a whole number; {@link NONSENSE} contains none. */
const WHOLE_NUMBERS = new Set(['port', 'clock', 'idle-stop', 'operations', 'max-records', 'max-bytes', 'header']);
/** Options whose value is written to: it must lie in the folder of the test. */
const WRITTEN = new Set(['out', 'state']);

describe.each(CALLS)('$command.name', ({ command, words, isStopped }) => {
  const options = Object.entries({ ...command.options, format: { type: 'string' } });
  const valued = options.filter(([, { type }]) => type === 'string').map(([name]) => name);
  const flags = options.filter(([, { type }]) => type === 'boolean').map(([name]) => name);
  const call = (...more: string[]) => run([command.name, ...words, ...more], isStopped ?? false);

  it.each(valued)('takes no nonsense for --%s', async (name) => {
    for (const value of NONSENSE) {
      const given = WRITTEN.has(name) && value !== '' ? join(folder, value) : value;
      const { code, err } = await call(`--${name}=${given}`);
      if (WHOLE_NUMBERS.has(name) || name === 'format') expect({ value, code }).toEqual({ value, code: 2 });
      // eslint-disable-next-line no-control-regex -- what a terminal would obey
      expect(err).not.toMatch(/^ +at |[\u001b\u202e]/m);
    }
  });

  it.each(valued)('wants a value for --%s', async (name) => {
    expect((await call(`--${name}`)).code).toBe(2);
    expect((await call(`--${name}`, '--help')).code).toBe(2);
  });

  it.each(valued)('survives two of --%s', async (name) => {
    await call(`--${name}`, join(folder, 'x'), `--${name}`, join(folder, 'y'));
  });

  it('takes no value for an option without one, and no unknown option', async () => {
    for (const name of [...flags, 'help']) expect((await call(`--${name}=yes`)).code).toBe(2);
    for (const word of ['--no-such-option', '-x', '--=1', '--__proto__=1', '--constructor'])
      expect({ word, code: (await call(word)).code }).toEqual({ word, code: 2 });
  });
});

describe('a call that there is not', () => {
  it.each([...NONSENSE, '__proto__', 'constructor', '--', '-', '--version=1'])('%j is a usage error', async (name) => {
    expect((await run([name], true)).code).toBe(2);
  });
});

/** Runs a call in this process: an error that is thrown here would be a stack trace there. */
async function run(
  words: readonly string[],
  isStopped: boolean,
): Promise<{ readonly code: number; readonly err: string }> {
  let err = '';
  const terminal = silentTerminal({
    err: async (text) => void (err += text),
    stdin: Readable.from([]),
    env: { ENTRA_INBOUND_HOME: join(folder, 'home') },
    ...(isStopped && { signal: AbortSignal.abort() }),
  });
  return { code: await main(words, terminal), err };
}

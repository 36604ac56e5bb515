import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { callMain } from './support/callMain';
import { Workplace } from './support/runCli';

const CALLS = [
  'convert',
  'check',
  'format',
  'read',
  'evaluate',
  'import',
  'plan',
  'send',
  'runs',
  'logs',
  'sandbox',
  'connections',
  'doctor',
];

const place = new Workplace();
afterAll(() => place.remove());
const call = (...words: readonly string[]) => callMain(words, place.state);

describe('help', () => {
  it.each([['--help'], ['-h'], ['help']])('%s lists every command and nothing else', async (word) => {
    const { code, out, err } = await place.run([word]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect([...out.matchAll(/^ {2}(\w+) {2}/gm)].map(([, name]) => name)).toEqual(CALLS);
  });

  it.each(CALLS)('%s --help names only options that it takes', async (name) => {
    const { code, out, err } = await call(name, '--help');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(`entra-inbound ${name}`);
    // "--out DIR" takes a value, "--wait    follow the log" takes none
    const told = [...out.matchAll(/^ {2}--([a-z-]+)( \S+)?/gm)].map(([, name = '', value]) =>
      value === undefined ? `--${name}` : `--${name}=1`,
    );
    expect(told).toEqual(expect.arrayContaining(['--help', '--format=1']));
    // A page of help is asked for together with every option that it tells of: an unknown one would be refused
    expect(await call(name, ...told)).toEqual({ code: 0, out, err: '' });
  });

  it('does not mention a command or an option that does not exist yet', async () => {
    const pages = await Promise.all(['help', ...CALLS].map((name) => call(name, '--help')));
    const text = pages.map(({ out }) => out).join('');
    for (const later of ['job', 'schema', 'compare'])
      expect(text).not.toMatch(new RegExp(`(?:entra-inbound |^  )${later}(?:\\s|$)`, 'm'));
  });

  it('is mentioned, with exit code 2, after a usage error', async () => {
    const { code, out, err } = await place.run([]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('Usage: entra-inbound COMMAND');
  });
});

describe('--version', () => {
  it("is the package's", async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
      version: string;
    };
    expect(await place.run(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
  });
});

describe('a usage error', () => {
  it.each([
    [['transmogrify'], 'Unknown command "transmogrify".'],
    [['convrt'], 'Unknown command "convrt". Did you mean convert?\n'],
    [['convert'], 'convert needs more arguments.'],
    [['convert', 'a.csv', 'b.csv', '--mapping', 'm'], 'convert does not take the argument "b.csv".'],
    [['convert', 'a.csv'], 'Missing option --mapping.'],
    [['convert', 'a.csv', '--mapping', 'no.scimmap'], 'no.scimmap cannot be read'],
    [['convert', 'a.csv', '--mapping', 'm', '--frobnicate'], 'Unknown option "--frobnicate".\n'],
    [['convert', 'x', '--maping', 'm'], 'Unknown option "--maping". Did you mean --mapping?\n'],
    [['convert', 'x', '--__proto__', 'm'], 'Unknown option "--__proto__".\n'],
    [['convert', 'x', '-m', 'm'], 'Unknown option "-m".\n'],
    [['convert', 'x', '--mapping'], '--mapping needs a value.\n'],
    [['convert', 'x', '--mapping='], '--mapping needs a value.\n'],
    [
      ['convert', 'x', '--mapping', '--out', 'd'],
      '--mapping needs a value, but the option "--out" follows. If that is',
    ],
    [['convert', 'x', '--help=yes'], '--help does not take a value, but has "yes".\n'],
    [['sandbox', '--clock', '-1'], '--clock takes a whole number from 1 to'],
    [['sandbox', '--port', '-1'], '--port takes a whole number from 0 to 65535, not "-1".\n'],
    [['read', '-1'], 'Unknown option "-1".\n'],
    [['convert', 'a.csv', '--mapping', 'm', '--format', 'yaml'], '--format takes text or json, not "yaml".'],
    [['check', 'a.csv'], 'a.csv cannot be read'],
    [['check', 'm.scimmap', '--extract', '-'], '--extract takes a file'],
    [['read', 'a.csv', '--header', '0'], '--header takes a whole number'],
    [['evaluate'], 'Missing argument.'],
    [['evaluate', 'ToLower("A")', '--record', '[]'], '--record takes a JSON object.'],
    [['logs'], 'Missing option --connection.'],
    [['logs', '--run', 'last'], 'This machine has no runs.'],
    [['send', 'a.csv', '--mapping', 'm'], 'Missing option --connection.'],
    [
      ['send', 'a.csv', '--mapping', 'm', '--connection', 'c', '--confirm', 'a1b2c3'],
      '--confirm takes the hash of a plan',
    ],
    [
      ['send', 'a.csv', '--mapping', 'm', '--connection', 'c', '--pilot', '51'],
      '--pilot takes a whole number from 1 to 50',
    ],
    [
      ['send', 'a.csv', '--connection', 'c', '--pilot', '5', '--no-pilot'],
      '--pilot and --no-pilot exclude each other.',
    ],
    [['plan', 'a.csv', '--mapping', 'm', '--only-changes'], '--only-changes takes a --connection.'],
    [['plan', 'a.csv', '--mapping', 'm', '--pilot', '5'], '--pilot needs --connection.'],
    [['plan', 'a.json', '--against', 'b.csv'], 'Missing option --mapping.'],
    [['runs', 'list', 'last'], 'runs list does not take an argument.'],
    [
      ['runs', 'repeat', 'last'],
      'runs takes list, show, report, resume, find-rejected, verify, cancel or remove, not "repeat".',
    ],
    [['runs', 'resume'], 'runs resume needs the id of a run, or "last".'],
    [['runs', 'show', 'last'], 'This machine has no runs.'],
    [['runs', 'resume', 'last', '--confirm', 'x'], '--confirm takes the hash of a plan'],
    [['logs', '--connection', 'sandbox', '--since', 'yesterday'], '--since takes a time like'],
    [['logs', '--connection', 'sandbox', '--until', 'today'], '--until takes a time like'],
    [
      ['logs', '--connection', 'sandbox', '--since', '2026-11-30T09:00:00Z', '--until', '2026-11-30T10:00:00+01:00'],
      '--until must be later than --since.',
    ],
    [
      ['logs', '--connection', 'sandbox', '--action', 'promote'],
      '--action takes create, update, delete, disable, stagedDelete or other, not "promote".',
    ],
    [
      ['logs', '--connection', 'sandbox', '--status', 'failed'],
      '--status takes success, failure, skipped or warning, not "failed".',
    ],
    [['logs', '--connection', 'sandbox', '--person='], '--person needs a value.'],
    [['logs', '--connection', 'sandbox', '--follow', '--statistics'], '--follow and --statistics exclude each other.'],
    [
      ['logs', '--connection', 'sandbox', '--follow', '--until', '2100-01-01T00:00:00Z'],
      '--follow and --until exclude each other.',
    ],
    [['logs', '--connection', 'no.json'], 'no.json cannot be read'],
    [['sandbox', '--port', '65536'], '--port takes a whole number from 0 to 65535'],
  ])('%j', async (words, message) => {
    const { code, out, err } = await call(...words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
    expect(err).toMatch(/^See entra-inbound .*--help\.$/m);
    expect(err.split('\n').length).toBeLessThan(5);
  });
});

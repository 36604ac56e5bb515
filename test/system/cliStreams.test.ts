import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cli, Workplace } from './support/runCli';
import { extract, HEADER, MAPPING, rows } from './support/samples';

const place = new Workplace();
afterAll(() => place.remove());

/** A machine that is busy makes nine calls in a row slow. */
const PATIENCE = 240_000;

/** What standard output and standard error lead to, as a shell writes it. */
const SURROUNDINGS = {
  files: '>out 2>err',
  'a closed stdout': '>&- 2>err',
  'a closed stderr': '>out 2>&-',
  'both closed': '>&- 2>&-',
  'a full stdout': '>/dev/full 2>err',
  'a full stderr': '>out 2>/dev/full',
  'both full': '>/dev/full 2>/dev/full',
  '| true': '2>err | true',
  '| head -1': '2>err | head -1 >out',
} as const;
type Surrounding = keyof typeof SURROUNDINGS;

/** The surroundings of calls that write as others do, which are tried in all of them. */
const SOME: readonly Surrounding[] = ['files', 'both closed', 'both full'];

/** A call whose outcome has an exit code; `kind` is what its standard output is. */
interface Outcome {
  readonly words: string;
  readonly code: number;
  /** Tried in {@link SOME} surroundings only. */
  readonly writesAsOthers?: true;
  /** `data`: a full disk that loses it is a failure of its own, where there is no other. */
  readonly kind?: 'data';
}

const OUTCOMES: readonly Outcome[] = [
  { words: 'send a.csv --mapping m.scimmap --connection sandbox --format json', code: 0 },
  { words: 'send refused.csv --mapping m.scimmap --connection sandbox --yes', code: 1 },
  { words: 'send a.csv --mapping m.scimmap --connection gone.json', code: 3, writesAsOthers: true },
  { words: 'send twice.csv --mapping m.scimmap --connection sandbox', code: 4, writesAsOthers: true },
  { words: 'plan a.csv --mapping m.scimmap', code: 0 },
  { words: 'check m.scimmap --format json', code: 0 },
  { words: 'check wrong.scimmap', code: 1, writesAsOthers: true },
  { words: 'convert a.csv --mapping m.scimmap', code: 0, kind: 'data' },
  { words: 'convert refused.csv --mapping m.scimmap', code: 1, kind: 'data', writesAsOthers: true },
  { words: 'read a.csv', code: 0, kind: 'data' },
  { words: `evaluate 'Join("-", [a], "b")'`, code: 0, kind: 'data' },
  { words: `evaluate 'Nonsense()'`, code: 1, kind: 'data', writesAsOthers: true },
  { words: 'import a.csv', code: 0, kind: 'data', writesAsOthers: true },
  { words: 'format --check m.scimmap --format json', code: 0, writesAsOthers: true },
  { words: 'logs --connection sandbox', code: 3, writesAsOthers: true },
  { words: 'no-such-call', code: 2, writesAsOthers: true },
  { words: '--help', code: 0 },
];

beforeAll(() => {
  place.write('m.scimmap', MAPPING);
  place.write('wrong.scimmap', 'nonsense');
  place.write('a.csv', extract(60));
  place.write('refused.csv', HEADER + rows(1, 58) + rows(59, 60, '?'));
  place.write('twice.csv', HEADER + rows(1, 3) + rows(2, 2));
  place.write('gone.json', JSON.stringify(goneSandbox()));
});

const ALL = Object.keys(SURROUNDINGS) as Surrounding[];

describe.each(OUTCOMES)('$words', ({ words, code, kind, writesAsOthers }) => {
  const surroundings = writesAsOthers === true ? SOME : ALL;

  it(`ends with ${code} in ${surroundings.length} surroundings`, { timeout: PATIENCE }, async () => {
    // One after the other: a call takes a processor to itself
    const found: Record<string, number> = {};
    for (const surrounding of surroundings) found[surrounding] = (await inShell(words, surrounding)).code;
    expect(found).toEqual(
      Object.fromEntries(surroundings.map((surrounding) => [surrounding, expectedCode(surrounding, code, kind)])),
    );
  });
});

function expectedCode(surrounding: Surrounding, code: number, kind: Outcome['kind']): number {
  const isLost = surrounding === 'a full stdout' || surrounding === 'both full';
  return code === 0 && kind === 'data' && isLost ? 2 : code;
}

describe('the account of a run', () => {
  const words = 'send refused.csv --mapping m.scimmap --connection sandbox --yes --format json';

  it.each(['a full stdout', 'a closed stdout', '| true'] as const)(
    'with %s is on standard error, whole',
    async (surrounding) => {
      const { err } = await inShell(words, surrounding);
      const account = err.split('\n').find((line) => line.startsWith('{"run"')) ?? '';
      expect((JSON.parse(account) as { records: unknown[] }).records).toHaveLength(60);
    },
  );

  it('is on standard output alone where that takes it', async () => {
    const { out, err } = await inShell(words, 'files');
    expect((JSON.parse(out) as { records: unknown[] }).records).toHaveLength(60);
    expect(err).not.toContain('"counts"');
  });

  it('of many records reaches a slow reader whole', async () => {
    place.write('many.csv', extract(1500));
    // It pauses as soon as there is something to read, so that the rest does not fit into the pipe
    const reader = 'head -c 1 >out; sleep 2; cat >>out';
    const slow = `send many.csv --mapping m.scimmap --connection sandbox --format json 2>err | (${reader})`;
    const { out, code } = await shell(slow);
    expect(code).toBe(0);
    expect((JSON.parse(out) as { records: unknown[] }).records).toHaveLength(1500);
  });
});

it.each([
  [
    'convert a.csv --mapping m.scimmap >/dev/full',
    'Standard output cannot be written (ENOSPC). Its content is incomplete.\n',
  ],
  [
    'plan a.csv --mapping m.scimmap >/dev/full',
    'Standard output cannot be written (ENOSPC). It was printed on standard error instead.\n',
  ],
])('%s says so', async (words, said) => {
  const { err } = await shell(`${words} 2>err`);
  expect(err.endsWith(said)).toBe(true);
});

function inShell(words: string, surrounding: Surrounding) {
  return shell(`${words} ${SURROUNDINGS[surrounding]}`);
}

/** Runs a call in a new shell, and gives the exit code of the call, not of what it is piped into. */
async function shell(words: string): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  place.write('out', '');
  place.write('err', '');
  const child = spawn('bash', ['-c', `"${process.execPath}" "${cli}" ${words}; exit "\${PIPESTATUS[0]}"`], {
    cwd: place.path,
    env: { ...process.env, ENTRA_INBOUND_HOME: place.state },
    stdio: 'ignore',
  });
  const [code] = (await once(child, 'close')) as [number];
  const text = (name: string): string => readFileSync(join(place.path, name), 'utf8');
  return { code, out: text('out'), err: text('err') };
}

/** The connection of a sandbox whose port nobody has. */
function goneSandbox(): object {
  const id = '11111111-1111-1111-1111-111111111111';
  const origin = 'http://127.0.0.1:9';
  return {
    kind: 'sandbox',
    endpoint: `${origin}/v1.0/servicePrincipals/${id}/synchronization/jobs/API2AAD.1/bulkUpload`,
    tokenEndpoint: `${origin}/${id}/oauth2/v2.0/token`,
    clientId: id,
    clientSecret: 'nothing',
  };
}

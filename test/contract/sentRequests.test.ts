import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { LocalSandbox } from '../../src/connections/localSandbox';
import { localSandboxConnection } from '../../src/connections/localSandboxConnection';
import type { PlanMoment } from '../../src/core/convert/planMoment';
import { openLoopbackLine } from '../../src/loopback/openLoopbackLine';
import { fastClock, systemSandboxClock } from '../../src/sandbox/clock';
import type { Sandbox } from '../../src/sandbox/sandbox';
import { systemClock } from '../../src/tenant/clock';
import { asConverted, asOpened, asSent } from '../support/threeWays';

const MAPPING = `externalId = [Id]
userName = Join("@", [Id], "contoso.com")
displayName = [Name]
active = Switch([Status], , "in", "True", "out", "False")
title = [Note] @empty(blank)
nickName = RandomString(8, 2, 0, 0, 2)
userType = Guid()
where [Kind] <> "guest"
`;

const moment: PlanMoment = { now: { kind: 'dateTime', ticks: 638_680_000_000_000_000n }, seed: 11 };

/** Its service takes 40 calls in 5 seconds of its own. */
const sandbox = new LocalSandbox(() => ({ clock: fastClock(systemSandboxClock, 10_000) }));
/** The bodies of uploads, as bytes that came out of the socket. */
const received: string[] = [];

/** Notes what reaches a sandbox, and lets it pass. */
function watch(watched: Sandbox): void {
  const handle = watched.handle.bind(watched);
  watched.handle = async (request) => {
    if (!request.target.endsWith('/bulkUpload')) return handle(request);
    const blocks: Uint8Array[] = [];
    for await (const block of request.body) blocks.push(block);
    received.push(Buffer.concat(blocks).toString());
    return handle({ ...request, body: again(blocks) });
  };
}

async function* again(blocks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  for (const block of blocks) yield await Promise.resolve(block);
}

beforeAll(async () => {
  watch((await sandbox.start()).sandbox);
});

afterAll(() => sandbox.stop());

const cell = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('', 'Zoë', 'Müller', '日本', '😀', '"', ';', 'two\nlines', '\u2028', '<script>', ' blank '),
);
const row = fc.tuple(
  cell,
  fc.constantFrom('in', 'out', 'in', 'perhaps'),
  cell,
  fc.constantFrom('staff', 'guest', 'staff'),
);

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** Ids contain their row's number: a repeated id would keep the whole extract from being sent. */
function extractOf(rows: readonly (readonly string[])[]): Uint8Array {
  const lines = rows.map((cells, index) => [`p${index}`, ...cells].map(quoted).join(';'));
  return new TextEncoder().encode(['Id;Name;Status;Note;Kind', ...lines].join('\r\n'));
}

it('a preview opens and saves what convert writes and what a sandbox receives, byte for byte', async () => {
  const openLine = (origin: string) => Promise.resolve(openLoopbackLine(origin));
  const opened = await localSandboxConnection(sandbox, { openLine, clock: systemClock }).open();
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 170, size: 'max' }), fc.nat({ max: 50 }), async (rows, pilot) => {
      received.length = 0;
      const extract = { bytes: extractOf(rows), mapping: MAPPING };
      const sent = await asSent(extract, moment, { pilot, upload: (body) => opened.tenant.upload(body) });
      expect(sent).toEqual({ bodies: received });
      expect(await asOpened(extract, moment, pilot)).toEqual(sent);
      if (pilot === 0) expect(await asConverted(extract, moment)).toEqual(sent);
    }),
    { numRuns: 60 },
  );
  await opened.close();
});

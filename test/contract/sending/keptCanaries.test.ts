import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startRun } from '../../../src/sending/startRun';
import { SendingRig } from '../../support/sending/sendingRig';

let rig: SendingRig;
beforeEach(() => (rig = new SendingRig()));
afterEach(() => rig.close());

const canary = (row: number, column: string) => `cnry${row}${column}q`;
const PEOPLE = [1, 2, 3, 4, 5, 6];

/** Every cell is somebody's alone; the status of the last is not understood, so that a problem could quote it. */
const CSV = [
  'Id,User,Name,Status',
  ...PEOPLE.map(
    (row) =>
      `${canary(row, 'id')},${canary(row, 'user')},${canary(row, 'name')} Ä,${row < 6 ? 'A' : canary(row, 'status')}`,
  ),
].join('\n');

const TEXTS = PEOPLE.flatMap((row) => ['id', 'user', 'name', 'status'].map((column) => canary(row, column)));

/** How a text may be hidden in bytes; in base64 it depends on what comes before it. */
function formsOf(text: string): ReadonlyMap<string, Buffer> {
  const utf16 = Buffer.from(text, 'utf16le');
  const mail = `${text}@contoso.com`;
  const hashes = [text, mail, JSON.stringify(text)].flatMap((each) => [
    createHash('sha256').update(each).digest(),
    createHash('sha1').update(each).digest(),
    createHash('md5').update(each).digest(),
  ]);
  const base64 = [0, 1, 2].map((before) => {
    const encoded = Buffer.from(`${'x'.repeat(before)}${text}`).toString('base64');
    // Without the digits that its neighbours share
    return encoded.slice(before === 0 ? 0 : 4, Math.floor((before + text.length) / 3) * 4);
  });
  return new Map([
    ['UTF-8', Buffer.from(text)],
    ['UTF-16', utf16],
    ['UTF-16 the other way round', Buffer.from(utf16).swap16()],
    ['hexadecimal', Buffer.from(Buffer.from(text).toString('hex'))],
    ...base64.map((form, index) => [`base64 after ${index}`, Buffer.from(form)] as const),
    // A hash without a key is found by trying; eight bytes are as good as all
    ...hashes.flatMap((hash, index) => [
      [`hash ${index}`, hash.subarray(0, 8)] as const,
      [`hash ${index} in hexadecimal`, Buffer.from(hash.toString('hex').slice(0, 16))] as const,
    ]),
  ]);
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

/** Where a text is found: in contents or names, in the case that was written or another. */
function findingsIn(folder: string): readonly string[] {
  return filesIn(folder).flatMap((path) => {
    const bytes = Buffer.concat([Buffer.from(`${path}\n`), readFileSync(path)]);
    const lower = Buffer.from(bytes.toString('latin1').toLowerCase(), 'latin1');
    return TEXTS.flatMap((text) =>
      [...formsOf(text)]
        .filter(([, form]) => bytes.includes(form) || lower.includes(form))
        .map(([form]) => `${path}: ${text} as ${form}`),
    );
  });
}

describe('what is kept of a run', () => {
  it('holds no name, id or address of anybody, in no form', async () => {
    const prepared = await rig.prepare(CSV);
    await rig.store.keepMoment(prepared.file.plan, prepared.file.moment);
    const active = await rig.during(
      startRun(rig.context, prepared, { plan: prepared.file.plan, by: '--confirm' }, { follows: true }),
    );
    await rig.during(active.ended);
    expect(rig.received.join('')).toContain(canary(1, 'name'));
    const names = filesIn(rig.folder).map((path) => path.slice(rig.folder.length));
    for (const name of ['plan.json', 'records.bin', 'digests.bin', 'journal.ndjson', 'key', '.bin', '.calls'])
      expect(
        names.some((path) => path.endsWith(name)),
        `${name} among ${names.join(' ')}`,
      ).toBe(true);
    const journal = readFileSync(filesIn(rig.folder).find((path) => path.endsWith('.ndjson')) ?? '', 'utf8');
    expect(journal.match(/"type":"reconciled"/g)).toHaveLength(5);
    expect(findingsIn(rig.folder)).toEqual([]);
  });

  it('would be found out if it did', () => {
    const text = canary(3, 'name');
    const seen = [...formsOf(text)].map(([, form]) => form.length);
    expect(Math.min(...seen)).toBeGreaterThan(7);
    for (const before of ['', 'a', 'ab', 'abc', 'abcd'])
      expect(
        [...formsOf(text).values()].some((form) =>
          Buffer.from(Buffer.from(`${before}${text}z`).toString('base64')).includes(form),
        ),
      ).toBe(true);
  });
});

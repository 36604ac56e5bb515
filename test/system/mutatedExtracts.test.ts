import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ReadOptions } from '../../src/core/csv/extractEvent';
import { readExtract } from '../../src/extract/readExtract';
import { createSeededRandom } from '../support/seededRandom';

const COUNT = 100_000;
const SEED = 20261123;

const text = (content: string) => new Uint8Array(Buffer.from(content, 'latin1'));
const start = (path: string) =>
  new Uint8Array(readFileSync(new URL(`../../${path}`, import.meta.url)).subarray(0, 300));

const originals: readonly Uint8Array[] = [
  start('samples/contoso/contoso.csv'),
  start('test/data/csv2scim/csv-with-1000-records.csv'),
  text('id;name\r\n1;"A ""x"" \r\nb"\r\n2;\r\n'),
  text('sep=,\nReport\n\nid,name,__proto__\n1,"a\rb",x\n'),
  text('id~|~name\n1~|~"x~|~y"\n'),
  new Uint8Array(Buffer.from('\uFEFFid;name\n1;Žofie 😀\n', 'utf16le')),
  new TextEncoder().encode('\uFEFFid\tname\r1\tŽofie 😀\r'),
];

const optionsOf: readonly ReadOptions[] = [
  {},
  { delimiter: ';' },
  { delimiter: '~|~' },
  { delimiter: ',', quote: '' },
  { delimiter: '||', quote: "'" },
  { encoding: 'windows-1252' },
  { encoding: 'shift_jis' },
  { encoding: 'utf-16le', header: 2 },
  { header: 3 },
];

/** Bytes that mean something to a reader. */
const special = [0, 9, 10, 13, 32, 34, 39, 44, 59, 61, 124, 126, 0x80, 0xc2, 0xe2, 0xed, 0xef, 0xf0, 0xfe, 0xff];

function mutate(original: Uint8Array, random: () => number): Uint8Array {
  const bytes = [...original];
  const below = (limit: number) => Math.floor(random() * limit);
  for (let left = 1 + below(6); left > 0; left--) {
    const at = below(bytes.length + 1);
    const byte = random() < 0.7 ? (special[below(special.length)] ?? 0) : below(256);
    const kind = below(5);
    if (kind === 0) bytes.splice(at, 1 + below(8));
    else if (kind === 1) bytes.splice(at, 0, byte);
    else if (kind === 2) bytes[at] = byte;
    else if (kind === 3) bytes.splice(at, 0, ...bytes.slice(below(bytes.length + 1)).slice(0, 30));
    else bytes.length = Math.min(bytes.length, at + 1);
  }
  return Uint8Array.from(bytes);
}

async function* inTwo(bytes: Uint8Array, at: number): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes.subarray(0, at));
  yield bytes.subarray(at);
}

describe('mutated extracts', () => {
  it(`are read or refused, ${COUNT} of them, without a crash or a hang`, { timeout: 200_000 }, async () => {
    const random = createSeededRandom(SEED);
    const tally = { read: 0, refused: 0, slowest: 0 };
    for (let index = 0; index < COUNT; index++) {
      const original = originals[index % originals.length] ?? new Uint8Array();
      const bytes = mutate(original, random);
      const options = random() < 0.5 ? {} : (optionsOf[Math.floor(random() * optionsOf.length)] ?? {});
      const begun = performance.now();
      const outcome = await outcomeOf(bytes, options);
      tally.slowest = Math.max(tally.slowest, performance.now() - begun);
      tally[outcome]++;
    }
    process.stdout.write(
      `${COUNT} mutated extracts, seed ${SEED}: ${tally.read} read, ${tally.refused} refused, slowest ${tally.slowest.toFixed(0)} ms\n`,
    );
    expect(tally.read + tally.refused).toBe(COUNT);
    expect(Math.min(tally.read, tally.refused)).toBeGreaterThan(COUNT / 20);
  });
});

/** Reads to the end, and holds what is given to the promises of a reading. */
async function outcomeOf(bytes: Uint8Array, options: ReadOptions): Promise<'read' | 'refused'> {
  let [width, records, refused, isFatal] = [-1, 0, 0, false];
  for await (const events of readExtract(inTwo(bytes, bytes.length >> 1), options)) {
    for (const event of events) {
      if (event.kind === 'problem') {
        isFatal ||= event.problem.severity === 'fatal';
        if (event.problem.severity === 'row') refused++;
      } else if (isFatal) throw new Error('something follows a fatal problem');
      else if (event.kind === 'header') width = event.header.columns.length;
      else {
        records++;
        if (event.record.cells.length !== width) throw new Error('a record has another width than the header');
        if (event.record.number !== records + refused) throw new Error('a record was lost or gained');
      }
    }
  }
  if (!isFatal && width < 0) throw new Error('neither a header nor a fatal problem');
  return isFatal ? 'refused' : 'read';
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { operationsOf } from '../../../src/core/convert/operation';
import { loadMapping } from '../../../src/core/mapping/loadMapping';
import { convertToRequests } from '../../../src/extract/convertToRequests';
import { momentNow } from '../../../src/extract/momentNow';
import { layOut } from '../../../src/preview/layOut';
import { WHOLE_LIST } from '../../../src/preview/previewState';
import { Conversion } from '../../../src/worker/conversion';
import { sweepOf } from '../../support/sweep';
import { sampleWorkspace } from '../../vscode/sampleWorkspace.mjs';

const MOMENT = momentNow();

/** The operations of the whole extract by their records, as `convert` writes them. */
async function written(text: string, mapping: string): Promise<ReadonlyMap<number, string>> {
  const operations = new Map<number, string>();
  const source = Readable.from([Buffer.from(text)]);
  for await (const events of convertToRequests(source, loadMapping(mapping), { moment: MOMENT }))
    for (const event of events)
      if (event.kind === 'requests')
        for (const { record, text: operation } of operationsOf(event.requests)) operations.set(record, operation);
      else if (event.kind === 'fatal') throw new Error(event.problems.map(({ message }) => message).join('\n'));
  return operations;
}

/** Checks some records of the extract, and gives how many of them are operations. */
async function checkPreview(text: string, mapping: string, step = 1): Promise<number> {
  const operations = await written(text, mapping);
  const bytes = new TextEncoder().encode(text);
  const conversion = new Conversion(
    { bytes, mapping, moment: MOMENT, request: WHOLE_LIST, edition: 1 },
    { first: Infinity, then: Infinity },
  );
  const status = await conversion.statusAfter(0);
  if (status?.kind !== 'ready') throw new Error('The extract cannot be shown.');
  expect(status.content.counts.operations).toBe(operations.size);
  let compared = 0;
  for (let record = 1; record <= status.content.counts.records; record += step) {
    const operation = operations.get(record);
    expect((await conversion.detail(record))?.operation).toBe(operation === undefined ? '' : layOut(operation));
    if (operation !== undefined) compared++;
  }
  return compared;
}

const MAPPING = `where [c] <> "no"
externalId = [a]
userName = Join("@", StripSpaces([a]), "x.org")
displayName = [b]
title = RandomString(8, 2, 2, 2, 2, 2, "")
nickName = Append(ToUpper([b]), [c]) @empty(null)
active = Switch([c], "True", "left", "False")
addresses[type eq "work"].locality = Replace([b], "a", , , "", , )
`;

const cell = fc.oneof(
  fc.constantFrom('', 'no', 'left', '1', ' é', '"', 'a"b', 'a\nb', '😀', '\\u0041', '\u00a0', '1.50', "O'Neill; ;"),
  fc.string({ maxLength: 8 }).map((text) => text.replaceAll('\0', '')),
);
/** A row now and then has a cell too many. */
const row = fc.tuple(cell, cell, cell, fc.nat(20)).map(([a, b, c, odd]) => (odd === 0 ? [a, b, c, 'more'] : [a, b, c]));
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

describe('the operation that a preview shows of a record', () => {
  it('is the one that is written, in generated extracts', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 3 }), async (rows) => {
        const text = ['a;b;c', ...rows.map((cells) => cells.map(quoted).join(';'))].join('\r\n');
        compared += await checkPreview(text, MAPPING);
      }),
      sweepOf(200),
    );
    expect(compared).toBeGreaterThan(5);
  });

  it('is the one that is written, in the sample company', async () => {
    const [extract, mapping] = ['contoso.csv', 'contoso.scimmap'].map((name) =>
      readFileSync(join(sampleWorkspace, name), 'utf8'),
    );
    expect(await checkPreview(extract ?? '', mapping ?? '', 9)).toBeGreaterThan(90);
  });
});

import { describe, expect, it } from 'vitest';
import { loadMapping } from '../../../src/core/mapping/loadMapping';
import { examinedBytes, examinedValues } from '../../../src/extract/examinedBytes';

const MAPPING = loadMapping(`where [Status] <> "Left"
externalId = [Id]
userName = Join("@", [Name], "contoso.com")
displayName = [Name]
active = Switch([Status], , "Active", "True", "Left", "False")
title = [Job]
`);
const HEADER = 'Id,Name,Status,Job\n';
const EXTRACT = `${HEADER}1,ana,Active,a\n2,bjørn,Active,a\n3,cem,Left,a\n1,dora,Active,a\n5\n6,eve,Leave,a\n7,fay,Active,#N/A\n`;

async function* inBlocks(text: string, size: number): AsyncGenerator<Uint8Array, void, undefined> {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

async function textOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const blocks: Uint8Array[] = [];
  for await (const block of bytes) blocks.push(block);
  return Buffer.concat(blocks).toString();
}

describe('an extract that is checked while it is read', () => {
  it.each([1, 7, 4096])('comes through unchanged in blocks of %d bytes, and shows what check shows', async (size) => {
    const { bytes, problems } = examinedBytes(inBlocks(EXTRACT, size), MAPPING, {});
    expect(await textOf(bytes)).toBe(EXTRACT);
    const found = await problems();
    // What a conversion says of records is not said again: the repeated id, the status, the row, the spreadsheet's error
    expect(found.map(({ code, severity, data }) => [code, severity, data?.line])).toEqual([
      ['value.status.left-out', 'warning', 4],
      ['value.user-name.characters', 'warning', 3],
    ]);
    expect((await examinedValues(inBlocks(EXTRACT, 4096), MAPPING, {})).problems).toEqual(found);
  });

  it('says nothing that a comment silences', async () => {
    const silent = loadMapping(
      MAPPING.parsed.text
        .replace('"Left"\n', '"Left"  # ignore value.status.left-out\n')
        .replace('com")\n', 'com")  # ignore value.user-name.characters\n'),
    );
    expect((await examinedValues(inBlocks(EXTRACT, 4096), silent, {})).problems).toEqual([]);
  });

  it('is checked in its first 50,000 records, and read to its end', async () => {
    const row = (id: number, status: string) => `${id},p${id},${status},a\n`;
    const many = `${HEADER}${Array.from({ length: 50_000 }, (_, id) => row(id, 'Active')).join('')}${row(60_000, 'Left')}`;
    const { bytes, problems } = examinedBytes(inBlocks(many, 65_536), MAPPING, {});
    expect(await textOf(bytes)).toBe(many);
    expect(await problems()).toEqual([]);
  });

  it('holds nobody up who stops reading, and shows nothing of what cannot be read', async () => {
    const first = examinedBytes(inBlocks(EXTRACT, 7), MAPPING, {});
    for await (const block of first.bytes) if (block.length > 0) break;
    expect(await first.problems()).toEqual([]);
    const empty = examinedBytes(inBlocks('', 7), MAPPING, {});
    expect(await textOf(empty.bytes)).toBe('');
    expect(await empty.problems()).toEqual([]);
  });
});

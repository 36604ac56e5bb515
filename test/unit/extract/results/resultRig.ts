import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import type { ReadOptions } from '../../../../src/core/csv/extractEvent';
import { loadMapping } from '../../../../src/core/mapping/loadMapping';
import { hmacOf } from '../../../../src/extract/hmacOf';
import { momentNow } from '../../../../src/extract/momentNow';
import { planExtract } from '../../../../src/extract/planExtract';
import { openAdding, resultExtract } from '../../../../src/extract/results/resultExtract';
import type { SentLayout } from '../../../../src/extract/results/sentRows';
import type { SentExtract } from '../../../../src/extract/results/surveySent';
import { surveySent } from '../../../../src/extract/results/surveySent';

/** Blocks of a size that suits no row. */
export function inBlocks(bytes: Uint8Array, size = 1_009): () => AsyncIterable<Uint8Array> {
  return async function* () {
    for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.slice(at, at + size));
  };
}

/** What a run keeps of an extract; `undefined` for one that cannot be planned. */
export async function sentOf(bytes: Uint8Array, mapping: string): Promise<SentExtract | undefined> {
  const how = { moment: momentNow(), hmac: hmacOf(new Uint8Array(32)) };
  const reading = await planExtract(inBlocks(bytes)(), loadMapping(mapping), how);
  if ('fatal' in reading) return undefined;
  const { lines, count } = reading.plan.records;
  return { sha256: reading.source.sha256, size: reading.source.size, lines: lines.slice(0, count) };
}

export async function layoutOf(bytes: Uint8Array, lines: readonly number[], options: ReadOptions): Promise<SentLayout> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const layout = await surveySent(
    inBlocks(bytes),
    { sha256, size: bytes.length, lines: Uint32Array.from(lines) },
    options,
  );
  if ('fault' in layout) throw new Error(`the extract cannot be surveyed: ${layout.fault}`);
  return layout;
}

export async function written(
  bytes: Uint8Array,
  layout: SentLayout,
  cellsAt: (index: number) => readonly string[],
  size?: number,
): Promise<Buffer> {
  const adding = openAdding(layout);
  if (adding === undefined) throw new Error('nothing can be added');
  const parts: Uint8Array[] = [];
  for await (const part of resultExtract(inBlocks(bytes, size)(), layout, adding, cellsAt)) parts.push(part);
  return Buffer.concat(parts);
}

/** What another reader than ours finds in a table. */
export function readByOthers(
  bytes: Uint8Array,
  { header }: Pick<SentLayout, 'header'>,
): readonly (readonly string[])[] {
  const { delimiter, quote } = header.dialect;
  const text = iconv.decode(Buffer.from(bytes), header.encoding);
  return parse(text, {
    delimiter: [delimiter, delimiter + (quote === '' ? delimiter : quote)],
    quote: quote === '' ? false : quote,
    escape: quote === '' ? null : quote,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_empty_lines: false,
  });
}

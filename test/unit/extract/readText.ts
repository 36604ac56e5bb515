import type { ExtractEvent, ExtractHeader, ExtractRecord, ReadOptions } from '../../../src/core/csv/extractEvent';
import type { RecordProblem } from '../../../src/core/problems/problem';
import { readExtract } from '../../../src/extract/readExtract';

/** The events of an extract, sorted by kind. */
export interface ReadResult {
  readonly events: readonly ExtractEvent[];
  readonly header: ExtractHeader | undefined;
  readonly records: readonly ExtractRecord[];
  readonly problems: readonly RecordProblem[];
}

/** Reads an extract given as text (UTF-8) or as bytes, handed over `chunkLength` bytes at a time. */
export async function readAll(
  content: string | Uint8Array,
  options: ReadOptions = {},
  chunkLength = Infinity,
): Promise<ReadResult> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return collect(readExtract(inChunks(bytes, chunkLength), options));
}

export async function collect(chunks: AsyncIterable<readonly ExtractEvent[]>): Promise<ReadResult> {
  const events: ExtractEvent[] = [];
  for await (const chunk of chunks) events.push(...chunk);
  return {
    events,
    header: events.flatMap((event) => (event.kind === 'header' ? [event.header] : []))[0],
    records: events.flatMap((event) => (event.kind === 'record' ? [event.record] : [])),
    problems: events.flatMap((event) => (event.kind === 'problem' ? [event.problem] : [])),
  };
}

export async function* inChunks(bytes: Uint8Array, chunkLength: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += chunkLength) yield bytes.subarray(at, at + chunkLength);
}

/** `code@line` of each problem, which is what most tests compare. */
export function marks(problems: readonly RecordProblem[]): readonly string[] {
  return problems.map(({ code, line }) => (line === undefined ? code : `${code}@${line}`));
}

import { tooLarge } from '../core/csv/csvProblems';
import type { ExtractEvent, ReadOptions } from '../core/csv/extractEvent';
import { defaultSizeLimits } from '../core/csv/extractEvent';
import type { RecordProblem } from '../core/problems/problem';
import { chooseLane } from './lanes/chooseLane';
import { invalidEncoding, unknownEncoding } from './encoding/encodingProblems';
import { ExtractFileError } from './extractFileError';
import type { ExtractLane } from './lanes/extractLane';
import { obeySepLine } from './encoding/findSepLine';
import { findOtherFormat } from './encoding/findOtherFormat';
import { MisstatedEncoding } from './encoding/misstatedEncoding';
import type { FirstBytes } from './encoding/judgeFirstBytes';
import { firstBytesNeeded, judgeFirstBytes } from './encoding/judgeFirstBytes';
import type { Decoded } from './encoding/strictDecoder';
import { StrictDecoder } from './encoding/strictDecoder';
import { isEncoding } from './encoding/textDecoding';

/** Bytes are decoded and cut in blocks of this size, regardless of the source's blocks, so that memory stays bounded. */
export const blockLength = 64 * 1024;

/**
 * Reads an extract from its bytes: its content and its problems, in the order of the file and in chunks. Memory does not grow with the
 * file. Problems of the extract, including an {@link ExtractFileError} of the source, are problem events and never exceptions; any other
 * error of the source is passed on. After a fatal problem the reading ends and the source is closed.
 */
export async function* readExtract(
  bytes: AsyncIterable<Uint8Array>,
  options: ReadOptions = {},
): AsyncGenerator<readonly ExtractEvent[], void, undefined> {
  try {
    yield* readBlocks(blocksOf(bytes), options);
  } catch (error) {
    if (!(error instanceof ExtractFileError)) throw error;
    yield [problemEvent(error.problem)];
  }
}

async function* readBlocks(
  blocks: AsyncIterable<Uint8Array>,
  options: ReadOptions,
): AsyncGenerator<readonly ExtractEvent[], void, undefined> {
  const limit = options.limits?.bytes ?? defaultSizeLimits.bytes;
  let reading: Reading | undefined;
  let length = 0;
  const late = new LateWarning();
  for await (const block of blocks) {
    let decoded: Decoded;
    if (reading === undefined) {
      const begun = beginReading(block, options);
      if ('refusal' in begun) {
        yield [problemEvent(begun.refusal)];
        return;
      }
      ({ reading, decoded } = begun);
    } else decoded = reading.decoder.decode(block);
    length += block.length;
    late.problem ??= reading.misstated.push(block);
    const { lane } = reading;
    const events = length > limit ? await lane.abort(tooLarge('byte', limit)) : await readText(reading, decoded, block);
    if (events.length > 0) yield late.add(events);
    if (reading.lane.isStopped) return;
  }
  const last = reading === undefined ? [] : await endReading(reading);
  if (last.length > 0) yield late.add(last);
}

/** A warning that waits for the header, which is reported first. */
class LateWarning {
  problem: RecordProblem | undefined;
  #isDue = false;
  #isTold = false;

  add(events: readonly ExtractEvent[]): readonly ExtractEvent[] {
    this.#isDue ||= events.some(({ kind }) => kind === 'header');
    const isStopped = events.some((event) => event.kind === 'problem' && event.problem.severity === 'fatal');
    if (this.problem === undefined || this.#isTold || !this.#isDue || isStopped) return events;
    this.#isTold = true;
    return [...events, problemEvent(this.problem)];
  }
}

interface Reading {
  readonly misstated: MisstatedEncoding;
  readonly decoder: StrictDecoder;
  readonly lane: ExtractLane;
}

/** The first block decides how the rest is read, by its first bytes and its first line. */
type Beginning = { readonly reading: Reading; readonly decoded: Decoded } | { readonly refusal: RecordProblem };

function beginReading(block: Uint8Array, options: ReadOptions): Beginning {
  const stated = options.encoding;
  const first = judgeFirstBytes(block.subarray(0, firstBytesNeeded), stated !== undefined);
  if (first.kind === 'refused') return { refusal: first.problem };
  // A stated encoding that does not exist is a mistake in the mapping, even where this file's mark would overrule it.
  if (stated !== undefined && !isEncoding(stated)) return { refusal: unknownEncoding(stated) };
  const decoder = new StrictDecoder(first.encoding ?? stated ?? 'utf-8');
  const decoded = decoder.decode(block.subarray(first.markLength));
  const other = findOtherFormat(decoded.text);
  if (other !== undefined) return { refusal: other };
  const misstated = new MisstatedEncoding(misstatable(first, stated, decoder.encoding));
  const lane = chooseLane(obeySepLine(decoded.text, options), decoder.encoding);
  return 'refusal' in lane ? lane : { reading: { decoder, lane, misstated }, decoded };
}

/** The stated encoding, in its canonical name, where it applies. */
export function misstatable(first: FirstBytes, stated: string | undefined, encoding: string): string | undefined {
  return stated === undefined || (first.kind === 'text' && first.encoding !== undefined) ? undefined : encoding;
}

async function readText(
  { decoder, lane }: Reading,
  { text, isValid }: Decoded,
  block: Uint8Array,
): Promise<readonly ExtractEvent[]> {
  const events = await lane.push(text);
  return isValid ? events : [...events, ...(await lane.abort(invalidEncoding(decoder.encoding, block)))];
}

async function endReading({ decoder, lane }: Reading): Promise<readonly ExtractEvent[]> {
  return decoder.end() ? lane.end() : lane.abort(invalidEncoding(decoder.encoding, decoder.lastBlock));
}

/**
 * The same bytes in blocks of one size, except for the last one; one empty block if there are no bytes. Because the blocks do not depend
 * on the source, the result does not either, and there are always enough first bytes to recognise a file by.
 */
async function* blocksOf(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  let block = new Uint8Array(blockLength);
  let filled = 0;
  for await (const chunk of source) {
    for (let at = 0; at < chunk.length;) {
      const part = chunk.subarray(at, at + blockLength - filled);
      block.set(part, filled);
      filled += part.length;
      at += part.length;
      if (filled < blockLength) continue;
      yield block;
      block = new Uint8Array(blockLength);
      filled = 0;
    }
  }
  if (filled > 0) yield block.subarray(0, filled);
  else yield new Uint8Array();
}

function problemEvent(problem: RecordProblem): ExtractEvent {
  return { kind: 'problem', problem };
}

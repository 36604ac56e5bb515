import { isOfAscii } from '../core/csv/byteTokenizer';
import type { ExtractEvent, ExtractHeader, ReadOptions, SizeLimits } from '../core/csv/extractEvent';
import { defaultSizeLimits } from '../core/csv/extractEvent';
import type { LoadedMapping } from '../core/mapping/loadMapping';
import type { RecordProblem } from '../core/problems/problem';
import { ByteLane } from './lanes/byteLane';
import { ByteLimit, lastBlockWithin } from './byteLimit';
import { sourceOptions } from './sourceOptions';
import { invalidEncoding } from './encoding/encodingProblems';
import { ExtractFileError } from './extractFileError';
import { obeySepLine } from './encoding/findSepLine';
import { firstBytesNeeded, judgeFirstBytes } from './encoding/judgeFirstBytes';
import { MisstatedEncoding } from './encoding/misstatedEncoding';
import { misstatable, readExtract } from './readExtract';
import type { ConversionOptions, RequestsEvent } from './requestsConversion';
import { RequestsConversion } from './requestsConversion';
import { Utf8Blocks } from './encoding/utf8Blocks';

/** The bytes in which the header is searched. The delimiter is detected in 128 Ki UTF-16 units, of 4 bytes at most. */
const HEAD_LENGTH = 640 * 1024;

export interface ConvertToRequestsOptions extends ConversionOptions {
  /** The maximum size of the extract. */
  readonly limits?: Partial<SizeLimits>;
}

/**
 * Converts an extract into the bytes of requests. It is fast because cells stay bytes until an expression reads them. The lane of bytes
 * leaves some extracts to the reader of text: those with delimiters or quotes that are not one ASCII character, and the rest of a file
 * after a doubtful place.
 * @param loaded a mapping without errors
 */
export async function* convertToRequests(
  bytes: AsyncIterable<Uint8Array>,
  loaded: LoadedMapping,
  options: ConvertToRequestsOptions = {},
): AsyncGenerator<readonly RequestsEvent[], void, undefined> {
  const source = bytes[Symbol.asyncIterator]();
  try {
    yield* convertFrom(source, loaded, options);
  } catch (error) {
    if (!(error instanceof ExtractFileError)) throw error;
    yield [{ kind: 'fatal', problems: [error.problem] }];
  } finally {
    await source.return?.();
  }
}

async function* convertFrom(
  source: AsyncIterator<Uint8Array>,
  loaded: LoadedMapping,
  options: ConvertToRequestsOptions,
): AsyncGenerator<readonly RequestsEvent[], void, undefined> {
  const head = await takeHead(source);
  const read = sourceOptions(loaded, options);
  const opened = await openLane(head, read);
  const conversion = new RequestsConversion(loaded, options);
  if (opened !== undefined) {
    const rest = new ByteLimit(head.bytes.length, limitOf(read));
    yield* convertBytes({ source, limit: rest, ...opened }, conversion);
    return;
  }
  for await (const events of readExtract(replay(head.bytes, source), read)) {
    yield* conversion.takeInPieces(events);
    yield conversion.takeEvents();
    if (conversion.isStopped) return;
  }
  yield conversion.end();
}

/** The beginning of an extract; `isWhole`: nothing follows. */
interface Head {
  readonly bytes: Uint8Array;
  readonly isWhole: boolean;
}

async function takeHead(source: AsyncIterator<Uint8Array>): Promise<Head> {
  const blocks: Uint8Array[] = [];
  let length = 0;
  while (length < HEAD_LENGTH) {
    const next = await source.next();
    if (next.done === true) return { bytes: Buffer.concat(blocks), isWhole: true };
    blocks.push(next.value);
    length += next.value.length;
  }
  return { bytes: Buffer.concat(blocks), isWhole: false };
}

async function* replay(
  head: Uint8Array,
  source: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  yield head;
  for (let next = await source.next(); next.done !== true; next = await source.next()) yield next.value;
}

function limitOf({ limits }: ReadOptions): number {
  return limits?.bytes ?? defaultSizeLimits.bytes;
}

/** An extract that has been read up to its header and continues as bytes. */
interface OpenedLane {
  readonly lane: ByteLane;
  readonly blocks: Utf8Blocks;
  readonly encoding: string;
  readonly misstated: MisstatedEncoding;
  /** The events up to the header. */
  readonly events: readonly ExtractEvent[];
  readonly isWhole: boolean;
}

/** The lane of bytes after the header; `undefined` where the extract is read as text from its first byte. */
async function openLane({ bytes, isWhole }: Head, options: ReadOptions): Promise<OpenedLane | undefined> {
  // Where the limit may be exceeded before the next block is read
  if (bytes.length > (isWhole ? limitOf(options) : lastBlockWithin(limitOf(options)))) return undefined;
  const first = judgeFirstBytes(bytes.subarray(0, firstBytesNeeded), options.encoding !== undefined);
  // Where lines are skipped, the delimiter might be detected in less text than the reader of text would have
  if (first.kind === 'refused' || (options.header !== undefined && options.delimiter === undefined && !isWhole))
    return undefined;
  const { header, events } = await readToHeader(bytes, isWhole, options);
  if (header === undefined || !isOfAscii(header.dialect)) return undefined;
  const misstated = new MisstatedEncoding(misstatable(first, options.encoding, header.encoding));
  const blocks = new Utf8Blocks(header.encoding);
  const block = blocks.push(bytes.subarray(first.markLength));
  const beginning = Buffer.from(block.bytes.subarray(0, SEP_LINE_LENGTH)).toString();
  const lane = new ByteLane(header, obeySepLine(beginning, options));
  lane.push(block.bytes);
  if (!block.isValid || (isWhole && !blocks.end()) || !lane.passHeader(isWhole)) return undefined;
  const told = [...events, ...eventsOf(misstated.push(bytes.subarray(first.markLength)))];
  return { lane, blocks, encoding: header.encoding, misstated, events: told, isWhole };
}

function eventsOf(problem: RecordProblem | undefined): readonly ExtractEvent[] {
  return problem === undefined ? [] : [{ kind: 'problem', problem }];
}

/** Longer than any line `sep=;` with its line break. */
const SEP_LINE_LENGTH = 64;

/** The header, unless it is only complete because no more bytes have arrived yet. */
async function readToHeader(
  bytes: Uint8Array,
  isWhole: boolean,
  options: ReadOptions,
): Promise<{ readonly header?: ExtractHeader; readonly events: readonly ExtractEvent[] }> {
  const told: ExtractEvent[] = [];
  const taken = { isUsedUp: false };
  async function* source(): AsyncGenerator<Uint8Array, void, undefined> {
    yield await Promise.resolve(bytes);
    taken.isUsedUp = true;
  }
  for await (const events of readExtract(source(), options)) {
    for (const event of events) {
      told.push(event);
      if (event.kind === 'header')
        return taken.isUsedUp && !isWhole ? { events: told } : { header: event.header, events: told };
    }
  }
  return { events: told };
}

/** The bytes that continue, and where they begin. */
interface OpenedSource extends OpenedLane {
  readonly source: AsyncIterator<Uint8Array>;
  readonly limit: ByteLimit;
}

async function* convertBytes(
  opened: OpenedSource,
  conversion: RequestsConversion,
): AsyncGenerator<readonly RequestsEvent[], void, undefined> {
  const { lane, events, isWhole } = opened;
  conversion.take(events);
  let reached: Reached = { bytes: NO_BYTES, isLast: isWhole };
  while (!conversion.isStopped && conversion.convert(lane, reached.isLast)) {
    if (lane.isPaused) {
      yield conversion.takeEvents();
      continue;
    }
    if (reached.broken !== undefined) break;
    if (reached.isLast) {
      conversion.take(lane.conclude());
      yield conversion.end();
      return;
    }
    yield conversion.takeEvents();
    reached = await readOn(opened);
    conversion.take(eventsOf(reached.warning));
    lane.push(reached.bytes);
  }
  // From here on as text: the reader reports the problem and its place
  const { reader, rest } = lane.readOn();
  for (const piece of piecesOf(rest)) yield* conversion.takeInPieces(reader.push(piece));
  while (!conversion.isStopped && !reached.isLast && reached.broken === undefined) {
    yield conversion.takeEvents();
    reached = await readOn(opened);
    for (const piece of piecesOf(reached.bytes)) yield* conversion.takeInPieces(reader.push(piece));
  }
  if (!conversion.isStopped)
    conversion.take(reached.broken === undefined ? reader.end() : reader.abort(reached.broken));
  yield conversion.isStopped ? conversion.takeEvents() : conversion.end();
}

/** Bytes as text, in pieces: a block may contain a hundred thousand rows. */
function* piecesOf(bytes: Uint8Array): Generator<string> {
  const text = Buffer.from(bytes).toString();
  for (let at = 0; at < text.length; at += PIECE_LENGTH) yield text.slice(at, at + PIECE_LENGTH);
}

const PIECE_LENGTH = 16 * 1024;

/** How far the source has been read. */
interface Reached {
  /** The last piece, as UTF-8. */
  readonly bytes: Uint8Array;
  /** Nothing follows, and the extract may end here. */
  readonly isLast: boolean;
  readonly warning?: RecordProblem | undefined;
  /** The problem that keeps the rest from being read. */
  readonly broken?: RecordProblem;
}

async function readOn({ source, blocks, encoding, misstated, limit }: OpenedSource): Promise<Reached> {
  const next = await source.next();
  const given = next.done === true ? limit.end() : limit.push(next.value);
  const { bytes, isValid } = blocks.push(given.bytes);
  if (!isValid) return { bytes, isLast: false, broken: invalidEncoding(encoding, given.bytes) };
  if (given.problem !== undefined) return { bytes, isLast: false, broken: given.problem };
  if (next.done !== true) return { bytes, isLast: false, warning: misstated.push(given.bytes) };
  return blocks.end() ? { bytes, isLast: true } : { bytes, isLast: false, broken: invalidEncoding(encoding, NO_BYTES) };
}

const NO_BYTES = new Uint8Array();

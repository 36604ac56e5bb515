import { randomBytes } from 'node:crypto';
import type { BaselinePeople } from '../../core/baseline/comparisonBuilder';
import type { Hmac } from '../../core/baseline/keyedHashes';
import { ID_LENGTH } from '../../core/baseline/keyedHashes';
import type { ExtractHeader } from '../../core/csv/extractEvent';
import type { LoadedMapping } from '../../core/mapping/loadMapping';
import { loadMapping } from '../../core/mapping/loadMapping';
import type { RecordProblem } from '../../core/problems/problem';
import { refusedRecords } from '../../core/run/refusedRecords';
import type { ComparedSide, SideOptions, SideSource } from '../../extract/comparing/readSide';
import { compareWith, readOthers } from '../../extract/comparing/readSide';
import { hmacOf } from '../../extract/hmacOf';
import type { ExtractPlace } from '../../extract/index/extractPlace';
import { placeState } from '../../extract/index/extractPlace';
import { IndexedExtract } from '../../extract/index/indexedExtract';
import { readIn } from '../../extract/sourceOptions';
import { openBaseline } from '../../runs/baseline/openBaseline';
import { dialectWords } from '../dialectWords';
import { convertedRows } from '../list/rowMaker';
import { changesByAttribute, ComparedOrder, countsOf } from './comparedOrder';
import type { ComparedSides, ReadSide } from './comparedView';
import type { ComparedResult, CompareInput, OtherInput, Side } from './protocol';

/** Called with the share of a side that has been read, 0 to 1. */
type OnShare = (side: Side, share: number) => void;

/** The result of two sides, or the reason why there is nothing to compare. */
type SidesReading =
  | { readonly kind: 'compared'; readonly sides: ComparedSides; readonly result: ComparedResult }
  | { readonly kind: 'problems'; readonly side: Side; readonly problems: readonly RecordProblem[] }
  | { readonly kind: 'unknown'; readonly reason: string | undefined };

/** Number of bytes of the key for hashes that are not kept. */
const KEY_LENGTH = 32;

/**
 * Reads the other side and then the extract. Rejects with the reason of the signal, and with an `ExtractFileError` where a file cannot be
 * read.
 */
export async function readSides(input: CompareInput, signal: AbortSignal, onShare: OnShare): Promise<SidesReading> {
  const loaded = loadMapping(input.mapping);
  const { other } = input;
  return other.kind === 'extract'
    ? withExtract(input, other, loaded, { signal, onShare })
    : withBaseline(input, other, loaded, { signal, onShare });
}

interface Reading {
  readonly signal: AbortSignal;
  readonly onShare: OnShare;
}

async function withExtract(
  input: CompareInput,
  other: Extract<OtherInput, { readonly kind: 'extract' }>,
  loaded: LoadedMapping,
  reading: Reading,
): Promise<SidesReading> {
  const hmac = hmacOf(randomBytes(KEY_LENGTH));
  const read = await readOther(input, other, loaded, { ...reading, hmac });
  if ('fatal' in read) return { kind: 'problems', side: 'other', problems: read.fatal };
  const { people, counts, ids, side } = read;
  const own = await readOwn(input, people, readIn(loaded, input.encoding), { ...reading, hmac });
  if ('fatal' in own) return { kind: 'problems', side: 'own', problems: own.fatal };
  const { records, repeated } = people;
  return {
    kind: 'compared',
    sides: { ...own.sides, order: new ComparedOrder(own.sides.compared, true), other: { ...side, records } },
    result: {
      ...own.result,
      lastSource: people.head.source,
      hasIdRule: hasIdRule(loaded),
      other: {
        dialect: dialectWords(side.header),
        records: counts.records,
        leftOut: counts.refused + counts.excluded,
        withoutId: countWithoutId(ids),
        repeated,
      },
    },
  };
}

async function withBaseline(
  input: CompareInput,
  { path, key }: Extract<OtherInput, { readonly kind: 'baseline' }>,
  loaded: LoadedMapping,
  reading: Reading,
): Promise<SidesReading> {
  const opened = await openBaseline(path, key);
  if ('unknown' in opened) return { kind: 'unknown', reason: opened.unknown };
  const people = opened.known;
  if (people === undefined) return { kind: 'unknown', reason: undefined };
  try {
    const own = await readOwn(input, people, readIn(loaded, input.encoding), { ...reading, hmac: hmacOf(key) });
    if ('fatal' in own) return { kind: 'problems', side: 'own', problems: own.fatal };
    return {
      kind: 'compared',
      sides: { ...own.sides, order: new ComparedOrder(own.sides.compared, false) },
      result: { ...own.result, lastSource: people.head.source, hasIdRule: hasIdRule(loaded) },
    };
  } finally {
    await people.close();
  }
}

type Hashed = Reading & { readonly hmac: Hmac };

/** Reads with the mapping's options, or with detected ones if those fail. */
async function readOther(
  input: CompareInput,
  { bytes, name, encoding }: Extract<OtherInput, { readonly kind: 'extract' }>,
  loaded: LoadedMapping,
  hashed: Hashed,
) {
  let first: { readonly fatal: readonly RecordProblem[] } | undefined;
  for (const mapping of [readIn(loaded, encoding), readIn(ofItself(loaded), encoding)]) {
    const { options, bytesOf, side } = await openSide(input, bytes, mapping, { ...hashed, side: 'other' });
    const source = { name, ...(await modificationOf(bytes)) };
    const read = await readOthers(bytesOf(), mapping, source, options);
    if (!('fatal' in read)) return { ...read, side: side() };
    first ??= read;
  }
  return first ?? { fatal: [] };
}

/** A mapping that does not state how to read its extract. */
function ofItself(loaded: LoadedMapping): LoadedMapping {
  const { encoding: _encoding, delimiter: _delimiter, quote: _quote, ...source } = loaded.model.source;
  return { ...loaded, model: { ...loaded.model, source } };
}

async function readOwn(input: CompareInput, people: BaselinePeople, loaded: LoadedMapping, hashed: Hashed) {
  const { options, bytesOf, side } = await openSide(input, input.bytes, loaded, { ...hashed, side: 'own' });
  const read = await compareWith(people, bytesOf(), loaded, options);
  if ('fatal' in read) return read;
  const source = { name: input.name, ...(await modificationOf(input.bytes)) };
  return { sides: { compared: read.compared, own: side() }, result: resultOf(read, source) };
}

function resultOf(read: ComparedSide, source: SideSource): Omit<ComparedResult, 'lastSource' | 'hasIdRule' | 'other'> {
  const { plan, survey, findings, comparison, compared, ids } = read;
  return {
    counts: [...countsOf(compared)],
    attributes: changesByAttribute(compared),
    own: {
      ...source,
      counts: plan.counts,
      refused: refusedRecords(plan),
      survey,
      findings,
      withoutId: countWithoutId(ids),
    },
    comparison,
  };
}

function hasIdRule({ model }: LoadedMapping): boolean {
  return model.rules.some(({ path }) => path.urn === undefined && path.attribute === 'externalId');
}

/** @param ids hashes; the hash of a missing id is all zeros */
function countWithoutId(ids: Uint8Array): number {
  let count = 0;
  for (let at = 0; at < ids.length; at += ID_LENGTH)
    if (ids.subarray(at, at + ID_LENGTH).every((byte) => byte === 0)) count++;
  return count;
}

/** A side that is going to be read: what notes its records, its bytes, and its result once all of them are read. */
async function openSide(
  { moment, limits }: CompareInput,
  place: ExtractPlace,
  loaded: LoadedMapping,
  { hmac, signal, onShare, side }: Hashed & { readonly side: Side },
): Promise<{
  readonly options: SideOptions;
  readonly bytesOf: () => AsyncIterable<Uint8Array>;
  readonly side: () => ReadSide;
}> {
  const extract = await IndexedExtract.of(place, loaded.model.source.encoding);
  let begun: Omit<ReadSide, 'extract'> | undefined;
  return {
    options: {
      hmac,
      moment,
      ...(limits && { limits }),
      onRecord: (number, line) => {
        extract.noteRecord(number, line);
      },
      onHeader: (header: ExtractHeader, mapping) => {
        extract.noteHeader(header);
        begun = { header, rows: convertedRows(mapping, loaded, header, () => 0) };
      },
    },
    bytesOf: async function* () {
      for await (const block of extract.bytes()) {
        signal.throwIfAborted();
        onShare(side, extract.size === 0 ? 1 : Math.min(1, extract.bytesRead / extract.size));
        yield block;
      }
    },
    side: () => {
      if (begun === undefined) throw new Error('an extract was read without a header');
      return { extract, ...begun };
    },
  };
}

async function modificationOf(place: ExtractPlace): Promise<{ readonly modifiedAt?: string }> {
  const { modified } = await placeState(place);
  // Rounded as in the time of a file that was sent: cut, the same file would be older than itself
  return modified === 0 ? {} : { modifiedAt: new Date(Math.round(modified)).toISOString() };
}

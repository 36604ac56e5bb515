import type { BaselinePeople } from '../core/baseline/comparisonBuilder';
import type { Hmac } from '../core/baseline/keyedHashes';
import type { CompiledMapping } from '../core/convert/compileMapping';
import { compileMapping } from '../core/convert/compileMapping';
import type { DamageWatch } from '../core/convert/damage/damagedColumns';
import type { WrittenOperation } from '../core/convert/requestWriter';
import type { ExtractHeader } from '../core/csv/extractEvent';
import type { PlanSource } from '../core/journal/planFile';
import type { LoadedMapping } from '../core/mapping/loadMapping';
import type { RecordProblem } from '../core/problems/problem';
import type { PilotChoice, Selection } from '../core/run/people/peopleSelection';
import { PeopleSelection } from '../core/run/people/peopleSelection';
import type { Plan } from '../core/run/plan';
import { FateCode } from '../core/run/plan';
import type { LostBody, PlannedBody, RemadeBody } from '../core/run/plannedBody';
import { verifiedBodies } from '../core/run/plannedBody';
import type { SurveyedPlan } from '../core/run/surveyedPlanBuilder';
import { SurveyedPlanBuilder } from '../core/run/surveyedPlanBuilder';
import type { ConvertToRequestsOptions } from './convertToRequests';
import { convertToRequests } from './convertToRequests';
import { fingerprinted } from './fingerprint';
import { hashBody } from './hashBody';

/** The plan for an extract, or the problems that keep it from being read; then nothing of it may be sent. */
export type PlanReading =
  (SurveyedPlan & { readonly source: ReadSource }) | { readonly fatal: readonly RecordProblem[] };

/** The source as it was when the plan was made. */
type ReadSource = Required<Pick<PlanSource, 'sha256' | 'size' | 'encoding' | 'delimiter'>>;

export interface PlanOptions extends Pick<ConvertToRequestsOptions, 'moment' | 'limits' | 'onRecord'> {
  readonly hmac: Hmac;
  readonly selection?: Selection;
  readonly pilot?: PilotChoice;
  /** What the job was last sent, for comparison. */
  readonly baseline?: BaselinePeople;
  /** Whether to report how each record compares with it. */
  readonly isNoted?: boolean;
  /** Called with the header, and the mapping compiled for its columns, before the digests of the first record. */
  readonly onHeader?: (header: ExtractHeader, mapping: CompiledMapping) => void;
  /** Stores the digests of the operations as they come. */
  readonly keepDigests?: (rows: Uint32Array) => Promise<void>;
}

/**
 * Converts a whole extract before the first byte is sent, so that all its problems are known by then. Only hashes of the bodies are kept.
 */
export async function planExtract(
  bytes: AsyncIterable<Uint8Array>,
  loaded: LoadedMapping,
  {
    hmac,
    selection = { kind: 'all' },
    pilot = { first: 0 },
    baseline,
    isNoted,
    onHeader,
    keepDigests,
    ...options
  }: PlanOptions,
): Promise<PlanReading> {
  let begun: { readonly builder: SurveyedPlanBuilder; readonly header: ExtractHeader } | undefined;
  const filter = (header: ExtractHeader, damage: DamageWatch) => {
    const names = namesOf(loaded, header, options);
    const people = new PeopleSelection(selection, pilot);
    const { columns } = header;
    const own = { loaded, columns, ...options, names, damage, hash: hashBody, hmac, selection: people };
    begun = {
      builder: new SurveyedPlanBuilder({ ...own, ...(baseline && { baseline }), ...(isNoted && { isNoted }) }),
      header,
    };
    return begun.builder.filter;
  };
  let read = { sha256: '', size: 0 };
  const hashed = fingerprinted(bytes, (sha256, size) => (read = { sha256, size }));
  for await (const events of convertToRequests(hashed, loaded, { ...options, excludedCells: true, filter })) {
    // Also where nothing keeps them: otherwise they would accumulate
    const digests = begun?.builder.takeDigests() ?? NO_DIGESTS;
    await keepDigests?.(digests);
    for (const event of events) {
      if (event.kind === 'fatal') return { fatal: event.problems };
      if (event.kind === 'requests') begun?.builder.addRequests(event.requests);
      else if (event.kind === 'end') {
        if (begun !== undefined) {
          const { encoding, dialect } = begun.header;
          const source = { ...read, encoding, delimiter: dialect.delimiter };
          return { ...begun.builder.finish(event.counts), source };
        }
      } else if (event.kind === 'header') onHeader?.(event.header, event.mapping);
      else begun?.builder.add(event);
    }
  }
  throw new Error('a conversion ended without saying so');
}

const NO_DIGESTS = new Uint32Array();

/** The mapping once more, for the names of people who are not sent. */
function namesOf(loaded: LoadedMapping, { columns }: ExtractHeader, { moment }: Pick<PlanOptions, 'moment'>) {
  const compiled = compileMapping(loaded, columns, moment);
  if ('problems' in compiled) throw new Error('a mapping that was compiled has columns missing');
  return compiled.mapping;
}

/**
 * The bodies of a plan, made again from the extract while they are sent: memory holds a block and its results. They end at the first one
 * that differs from the plan.
 * @param read gives the extract from its beginning; called again where the first people are sent alone
 * @param options the ones that the plan was made with
 */
export function bodiesOfPlan(
  plan: Plan,
  read: () => AsyncIterable<Uint8Array>,
  loaded: LoadedMapping,
  options: Pick<PlanOptions, 'moment' | 'limits'>,
): AsyncGenerator<PlannedBody | LostBody, void, undefined> {
  const decode = (body: Uint8Array) => Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString();
  return verifiedBodies(plan, allRemade(plan, read, loaded, options), hashBody, decode);
}

async function* allRemade(
  { batches, records: { fates } }: Plan,
  read: () => AsyncIterable<Uint8Array>,
  loaded: LoadedMapping,
  options: Pick<PlanOptions, 'moment' | 'limits'>,
): AsyncGenerator<RemadeBody, void, undefined> {
  const [first] = batches;
  const only = (wanted: FateCode) => () => (operation: WrittenOperation) => fates[operation.row.number - 1] === wanted;
  if (first !== undefined && fates[first.first - 1] === FateCode.pilot) {
    const { operations } = first;
    for await (const body of remade(read(), loaded, { ...options, operations, filter: only(FateCode.pilot) })) {
      yield body;
      // Nobody else is sent in the same request
      break;
    }
    if (batches.length === 1) return;
  }
  yield* remade(read(), loaded, { ...options, filter: only(FateCode.operation) });
}

async function* remade(
  bytes: AsyncIterable<Uint8Array>,
  loaded: LoadedMapping,
  options: ConvertToRequestsOptions,
): AsyncGenerator<RemadeBody, void, undefined> {
  // The plan was checked for ids that repeat
  for await (const events of convertToRequests(bytes, loaded, { ...options, ignoresRepeats: true })) {
    for (const event of events) {
      if (event.kind === 'fatal') yield* event.problems;
      if (event.kind !== 'requests') continue;
      const { bytes: all, ends } = event.requests;
      let start = 0;
      for (const end of ends) {
        yield all.subarray(start, end);
        start = end + 1;
      }
    }
  }
}

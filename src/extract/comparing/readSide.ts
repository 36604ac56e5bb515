import type { BaselineHead } from '../../core/baseline/baselineHead';
import type { ComparedPeople } from '../../core/baseline/comparedPeople';
import type { Comparison } from '../../core/baseline/comparison';
import type { BaselinePeople } from '../../core/baseline/comparisonBuilder';
import { digestColumns } from '../../core/baseline/digestRows';
import type { Hmac } from '../../core/baseline/keyedHashes';
import type { OtherPeople } from '../../core/baseline/otherPeople';
import { OtherPeopleBuilder } from '../../core/baseline/otherPeople';
import { CONVERTER_VERSION } from '../../core/journal/planFile';
import type { LoadedMapping } from '../../core/mapping/loadMapping';
import type { RecordProblem } from '../../core/problems/problem';
import type { SurveyedPlan } from '../../core/run/surveyedPlanBuilder';
import { hashBody } from '../hashBody';
import type { PlanOptions } from '../planExtract';
import { planExtract } from '../planExtract';

/** How a side of a comparison is read. Both take the same `hmac`. */
export interface SideOptions extends Pick<PlanOptions, 'moment' | 'limits' | 'onRecord' | 'onHeader'> {
  readonly hmac: Hmac;
}

/** The name of an extract, and when it was last changed. */
export interface SideSource {
  readonly name: string;
  /** ISO 8601; absent if unknown. */
  readonly modifiedAt?: string;
}

/** The problems that keep a side from being read. */
interface Unreadable {
  readonly fatal: readonly RecordProblem[];
}

/** The people of another extract. */
export interface OtherSide extends Pick<SurveyedPlan, 'ids'> {
  readonly people: OtherPeople;
  readonly counts: SurveyedPlan['plan']['counts'];
}

/** The result of comparing an extract with other people. */
export interface ComparedSide extends SurveyedPlan {
  readonly comparison: Comparison;
  readonly compared: ComparedPeople;
}

/** Reads an extract as if nobody had been sent to the job before. */
export async function readOthers(
  bytes: AsyncIterable<Uint8Array>,
  loaded: LoadedMapping,
  source: SideSource,
  options: SideOptions,
): Promise<OtherSide | Unreadable> {
  const { attributes } = digestColumns(loaded.model.rules.map(({ path }) => path));
  const others = new OtherPeopleBuilder(attributes.length);
  const keepDigests = (digests: Uint32Array) => {
    others.add(digests);
    return Promise.resolve();
  };
  const read = await planExtract(bytes, loaded, { ...options, keepDigests });
  if ('fatal' in read) return read;
  const { ids } = read;
  const { counts } = read.plan;
  const { sha256, size } = read.source;
  const takenAt = source.modifiedAt ?? '';
  const head: BaselineHead = {
    format: 1,
    key: '',
    attributes,
    mapping: hashBody(loaded.parsed.text),
    converter: CONVERTER_VERSION,
    source: { ...source, sha256, size },
    records: counts.records,
    takenAt,
    wholeAt: takenAt,
    plans: [],
  };
  return { people: others.finish(head), counts, ids };
}

/** Compares every record of an extract with other people. */
export async function compareWith(
  people: BaselinePeople,
  bytes: AsyncIterable<Uint8Array>,
  loaded: LoadedMapping,
  options: SideOptions,
): Promise<ComparedSide | Unreadable> {
  const read = await planExtract(bytes, loaded, { ...options, baseline: people, isNoted: true });
  if ('fatal' in read) return read;
  const { comparison, compared } = read;
  if (comparison === undefined || compared === undefined)
    throw new Error('a comparison was not made that was asked for');
  return { ...read, comparison, compared };
}

import type { ExtractHeader } from '../core/csv/extractEvent';
import type { CompiledMapping, MappedRecord } from '../core/convert/compileMapping';
import { loadMapping } from '../core/mapping/loadMapping';
import type { RecordProblem } from '../core/problems/problem';
import type { Plan } from '../core/run/plan';
import { PlanBuilder } from '../core/run/plan';
import type { ExtractConversionEvent } from '../extract/convertExtract';
import { convertExtract } from '../extract/convertExtract';
import { placeBytes } from '../extract/index/extractPlace';
import { fingerprinted } from '../extract/fingerprint';
import { previewDetail, previewRows } from '../preview/previewModel';
import type { PreviewDetail } from '../preview/protocol';
import { remarkOf } from '../preview/remark';
import { dialectWords } from './conversionWords';
import type { ConversionInput, ConversionSummary } from './protocol';

/** Records that are kept with their cells and listed; more would fill the page and the memory and help nobody. */
const LISTED = 20_000;

/** A whole extract, converted: its plan, and its first records with their cells. */
export class Conversion {
  readonly plan: Plan;
  readonly #fingerprint: string;
  readonly #header: ExtractHeader;
  readonly #mapping: CompiledMapping;
  readonly #records: ReadonlyMap<number, MappedRecord>;

  private constructor(
    plan: Plan,
    fingerprint: string,
    header: ExtractHeader,
    mapping: CompiledMapping,
    records: ReadonlyMap<number, MappedRecord>,
  ) {
    this.plan = plan;
    this.#fingerprint = fingerprint;
    this.#header = header;
    this.#mapping = mapping;
    this.#records = records;
  }

  /** Converts, or gives the problems that keep the extract from being used. The mapping must have no errors. */
  static async of({
    bytes,
    mapping,
    moment,
    limits,
  }: ConversionInput): Promise<Conversion | { readonly problems: readonly RecordProblem[] }> {
    const records = new Map<number, MappedRecord>();
    let begun:
      { readonly header: ExtractHeader; readonly mapping: CompiledMapping; readonly builder: PlanBuilder } | undefined;
    const keep = (record: MappedRecord) => {
      if (record.number <= LISTED) records.set(record.number, record);
    };
    let fingerprint = '';
    const read = fingerprinted(placeBytes(bytes), (told) => (fingerprint = told));
    const options = { onRecord: keep, moment, ...(limits === undefined ? {} : { limits }) };
    for await (const events of convertExtract(read, loadMapping(mapping), options)) {
      for (const event of events) {
        if (event.kind === 'header')
          begun = { header: event.header, mapping: event.mapping, builder: new PlanBuilder(event.mapping) };
        else if (event.kind === 'fatal') return { problems: event.problems };
        else if (event.kind !== 'end') begun?.builder.add(event);
        else
          return finish(
            event,
            begun,
            (plan, header, compiled) => new Conversion(plan, fingerprint, header, compiled, records),
          );
      }
    }
    throw new Error('a conversion ended without saying so');
  }

  get summary(): ConversionSummary {
    const { counts, warnings } = this.plan;
    return {
      kind: 'ready',
      fingerprint: this.#fingerprint,
      content: {
        dialect: dialectWords(this.#header),
        rows: previewRows({ ...this.plan, records: this.plan.records.slice(0, LISTED) }),
        counts,
        warnings: warnings.slice(0, 100).map(remarkOf),
        unlisted: Math.max(0, this.plan.records.length - LISTED),
      },
    };
  }

  detail(record: number): PreviewDetail | undefined {
    const kept = this.#records.get(record);
    return kept === undefined ? undefined : previewDetail(kept, this.#header, this.#mapping, this.plan);
  }
}

function finish<Result>(
  end: Extract<ExtractConversionEvent, { kind: 'end' }>,
  begun:
    { readonly header: ExtractHeader; readonly mapping: CompiledMapping; readonly builder: PlanBuilder } | undefined,
  make: (plan: Plan, header: ExtractHeader, mapping: CompiledMapping) => Result,
): Result {
  if (begun === undefined) throw new Error('a conversion ended without a header');
  return make(begun.builder.finish(end.counts), begun.header, begun.mapping);
}

import type { MappedRecord } from '../core/mapping/compileMapping';
import { loadMapping } from '../core/mapping/loadMapping';
import { sourceOptions } from '../extract/convertExtract';
import { examineExtract } from '../extract/examineExtract';
import { placeBytes } from '../extract/extractPlace';
import { readExtract } from '../extract/readExtract';
import type { ConversionInput, ExaminationAnswer, ExaminationInput } from './protocol';

/** Looks at extracts for mappings that are being written: of each key the newest look counts, older ones are given up. */
export class Examinations {
  readonly #newest = new Map<string, symbol>();

  async examine({
    key,
    bytes,
    mapping,
    ...options
  }: ExaminationInput & { readonly key: string }): Promise<ExaminationAnswer> {
    const own = Symbol(key);
    this.#newest.set(key, own);
    const isCancelled = () => this.#newest.get(key) !== own;
    const look = await examineExtract(placeBytes(bytes), loadMapping(mapping), { ...options, isCancelled });
    if (isCancelled()) return { kind: 'superseded' };
    this.#newest.delete(key);
    const { header, profile, findings, fatal, record } = look;
    if (fatal.length > 0 || header === undefined) return { kind: 'unreadable', problems: fatal };
    const answer = { kind: 'examined' as const, columns: header.columns, profile, values: findings };
    return record === undefined ? answer : { ...answer, record };
  }
}

/** The record of that number, as far as the extract can be read. */
export async function findRecord({
  bytes,
  mapping,
  record,
  limits,
}: Omit<ConversionInput, 'moment'> & { readonly record: number }): Promise<MappedRecord | undefined> {
  for await (const events of readExtract(
    placeBytes(bytes),
    sourceOptions(loadMapping(mapping), limits === undefined ? {} : { limits }),
  )) {
    for (const event of events) {
      if (event.kind === 'record' && event.record.number >= record)
        return event.record.number === record ? event.record : undefined;
    }
  }
  return undefined;
}

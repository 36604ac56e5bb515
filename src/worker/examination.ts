import type { MappedRecord } from '../core/convert/compileMapping';
import { loadMapping } from '../core/mapping/loadMapping';
import { sourceOptions } from '../extract/sourceOptions';
import type { Examination } from '../extract/examineExtract';
import { examineExtract } from '../extract/examineExtract';
import { placeBytes } from '../extract/index/extractPlace';
import { readExtract } from '../extract/readExtract';
import type { KeptLook } from './keptLook';
import { extractKey, questionKey } from './keptLook';
import { politeBytes } from './politeBytes';
import type { ConversionInput, ExaminationAnswer, ExaminationInput } from './protocol';

/** Number of mappings whose last check is kept: more are not edited at once. */
const MAX_MAPPINGS = 8;

/** Checks extracts for mappings that are being edited: for each key the newest check counts, older ones are cancelled. */
export class Examinations {
  readonly #goesFirst: () => Promise<void>;
  readonly #newest = new Map<string, symbol>();
  readonly #kept = new Map<string, KeptLook>();

  /** @param goesFirst is awaited now and then: what a person sees precedes the problems that are reported about it */
  constructor(goesFirst: () => Promise<void> = () => Promise.resolve()) {
    this.#goesFirst = goesFirst;
  }

  async examine({ key, ...input }: ExaminationInput & { readonly key: string }): Promise<ExaminationAnswer> {
    const own = Symbol(key);
    this.#newest.set(key, own);
    const isCancelled = () => this.#newest.get(key) !== own;
    const answer = await this.#answer(key, input, isCancelled);
    if (isCancelled()) return { kind: 'superseded' };
    this.#newest.delete(key);
    return answer;
  }

  /** Reads the extract only for what the last check does not know, and makes its profile once. */
  async #answer(key: string, input: ExaminationInput, isCancelled: () => boolean): Promise<ExaminationAnswer> {
    const { bytes, mapping, ...options } = input;
    const loaded = loadMapping(mapping);
    const extract = await extractKey(bytes, input.records, loaded);
    const question = questionKey(loaded, input);
    const last = this.#kept.get(key);
    const kept = last?.extract === extract ? last : undefined;
    if (kept?.question === question) return kept.answer;
    const known = kept === undefined ? {} : { profile: kept.profile };
    const look = await examineExtract(politeBytes(bytes, this.#goesFirst), loaded, {
      ...options,
      ...known,
      isCancelled,
    });
    const answer = answerOf(look);
    // A file that was written meanwhile is a different one
    const isSame = extract !== undefined && extract === (await extractKey(bytes, input.records, loaded));
    if (!isCancelled() && isSame && answer.kind === 'examined')
      this.#keep(key, { extract, profile: look.profile, question, answer });
    return answer;
  }

  #keep(key: string, look: KeptLook): void {
    this.#kept.delete(key);
    this.#kept.set(key, look);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MAX_MAPPINGS && oldest !== undefined) this.#kept.delete(oldest);
  }
}

function answerOf({ header, profile, findings, fatal, record }: Examination): ExaminationAnswer {
  if (fatal.length > 0 || header === undefined) return { kind: 'unreadable', problems: fatal };
  const answer = { kind: 'examined' as const, columns: header.columns, profile, values: findings };
  return record === undefined ? answer : { ...answer, record };
}

/** The record of this number, as far as the extract can be read. */
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

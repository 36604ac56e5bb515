import type { ExtractEvent, ExtractHeader, SizeLimits } from '../core/csv/extractEvent';
import type { MappedRecord } from '../core/convert/compileMapping';
import type { LoadedMapping } from '../core/mapping/loadMapping';
import type { PlanMoment } from '../core/convert/planMoment';
import type { ValueFindings } from '../core/examine/valueFinding';
import { Examiner } from '../core/examine/examiner';
import type { RecordProblem } from '../core/problems/problem';
import type { ExtractProfile } from '../core/profile/extractProfile';
import { sourceOptions } from './sourceOptions';
import { momentNow } from './momentNow';
import { readExtract } from './readExtract';

/** The results of reading an extract once: about itself, and about its effects on a mapping. */
export interface Examination {
  /** Absent when the extract cannot be read up to its header. */
  readonly header?: ExtractHeader;
  readonly profile: ExtractProfile;
  /** Empty when the extract cannot be read to its end. */
  readonly findings: ValueFindings;
  /** The problems that keep the extract from being read. */
  readonly fatal: readonly RecordProblem[];
  /** The requested record; absent when the part that was read has no record of that number. */
  readonly record?: MappedRecord;
}

export interface ExamineOptions {
  /** Maximum number of records to check. */
  readonly records?: number;
  /** The input of functions of time and chance. Default: now. */
  readonly moment?: PlanMoment;
  /** The maximum size of the extract. Default: the usual limit. */
  readonly limits?: Partial<SizeLimits>;
  /** Called now and then; when it returns true, reading stops as at a limit. */
  readonly isCancelled?: () => boolean;
  /** The profile of the same extract, read in the same way and as far. Default: it is made. */
  readonly profile?: ExtractProfile;
  /** The number of the record to return, from 1. Default: the first. */
  readonly record?: number;
}

/**
 * Reads an extract once, for its profile and for the effects of its values on the rules of a mapping. A mapping with errors gets the
 * profile all the same, and findings at its rules without errors. Memory does not grow with the extract.
 */
export async function examineExtract(
  bytes: AsyncIterable<Uint8Array>,
  loaded: LoadedMapping,
  options: ExamineOptions = {},
): Promise<Examination> {
  const examination = new OpenExamination(loaded, options);
  for await (const events of readExtract(bytes, sourceOptions(loaded, options))) {
    for (const event of events) if (!examination.take(event)) return examination.finish(false);
    if (options.isCancelled?.() === true) return examination.finish(false);
  }
  return examination.finish(true);
}

class OpenExamination {
  readonly #loaded: LoadedMapping;
  readonly #moment: PlanMoment;
  readonly #limit: number;
  readonly #wanted: number;
  readonly #profile: ExtractProfile | undefined;
  #record: MappedRecord | undefined;
  #header: ExtractHeader | undefined;
  #examiner: Examiner | undefined;
  #fatal: readonly RecordProblem[] = [];

  constructor(
    loaded: LoadedMapping,
    { records = Infinity, moment = momentNow(), record = 1, profile }: ExamineOptions,
  ) {
    this.#loaded = loaded;
    this.#moment = moment;
    this.#limit = records;
    this.#wanted = record;
    this.#profile = profile;
  }

  /** Whether to continue. */
  take(event: ExtractEvent): boolean {
    switch (event.kind) {
      case 'header':
        this.#header = event.header;
        this.#examiner = new Examiner(this.#loaded, event.header.columns, this.#moment, this.#profile);
        return true;
      case 'problem':
        if (event.problem.severity === 'fatal') {
          this.#fatal = [event.problem];
          return false;
        }
        this.#examiner?.refuse(event.problem);
        return true;
      case 'record':
        if ((this.#examiner?.records ?? 0) >= this.#limit) return false;
        if (event.record.number === this.#wanted) this.#record = event.record;
        this.#examiner?.add(event.record);
        return true;
    }
  }

  finish(isComplete: boolean): Examination {
    const examined = this.#examiner?.finish(isComplete);
    const profile = examined?.profile ?? { records: 0, isComplete, columns: [] };
    const nothing: ValueFindings = { findings: [], records: profile.records, isComplete };
    return {
      ...(this.#header === undefined ? {} : { header: this.#header }),
      profile,
      findings: this.#fatal.length > 0 ? nothing : (examined?.findings ?? nothing),
      fatal: this.#fatal,
      ...(this.#record === undefined ? {} : { record: this.#record }),
    };
  }
}

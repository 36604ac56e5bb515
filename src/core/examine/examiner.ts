import type { RecordProblem } from '../problems/problem';
import type { ExtractProfile } from '../profile/extractProfile';
import { ProfileBuilder } from '../profile/profileBuilder';
import type { CompiledMapping, MappedRecord } from '../convert/compileMapping';
import { compileModel } from '../convert/compileMapping';
import type { LoadedMapping } from '../mapping/loadMapping';
import type { PlanMoment } from '../convert/planMoment';
import type { ValueFindings } from './valueFinding';
import { valueRules } from './checks/table';
import { usableModel } from './usableModel';
import type { ValueObserver } from './valueRule';

/** The profile of an extract's records, and their effects on the rules of a mapping. */
export interface Examined {
  readonly profile: ExtractProfile;
  readonly findings: ValueFindings;
}

/**
 * Examines the records of one extract in one pass: builds its profile and passes them to every value rule. The mapping
 * may have errors; only its rules without errors are examined.
 */
export class Examiner {
  readonly #profile: ProfileBuilder | ExtractProfile;
  readonly #mapping: CompiledMapping | undefined;
  readonly #observers: readonly ValueObserver[];
  #records = 0;
  #unread = 0;

  /** @param profile the profile of the same records, if it is already known */
  constructor(loaded: LoadedMapping, columns: readonly string[], moment?: PlanMoment, profile?: ExtractProfile) {
    this.#profile = profile ?? new ProfileBuilder(columns, loaded.model.source.empty);
    const model = usableModel(loaded, columns);
    const mapping = model === undefined ? undefined : compileModel(model, columns, moment);
    this.#mapping = mapping;
    this.#observers =
      mapping === undefined
        ? []
        : valueRules
            .map(({ start }) => start({ loaded, mapping, columns, now: moment?.now }))
            .filter((started) => started !== undefined);
  }

  /** The number of examined records, including those that could not be read. */
  get records(): number {
    return this.#records;
  }

  add(record: MappedRecord): void {
    this.#records++;
    if (this.#profile instanceof ProfileBuilder) this.#profile.add(record);
    if (this.#mapping === undefined) return;
    const admission = this.#mapping.admit(record);
    if (admission.kind === 'admitted') this.#addAdmitted(record, this.#mapping);
    else if (admission.kind === 'excluded')
      for (const observer of this.#observers) observer.exclude?.(record, admission.condition);
    else for (const observer of this.#observers) observer.refuse?.(admission.problem);
  }

  /** Adds a problem that the reader of the extract reports for a row, with or without a record for it. */
  refuse(problem: RecordProblem): void {
    if (problem.severity === 'row') {
      this.#records++;
      this.#unread++;
    }
    for (const observer of this.#observers) observer.refuse?.(problem);
  }

  /** @param isComplete whether the added records are all records of the extract */
  finish(isComplete: boolean): Examined {
    const profile = this.#profile instanceof ProfileBuilder ? this.#profile.finish(isComplete) : this.#profile;
    const extent = { records: this.#records, isComplete, unread: this.#unread, profile };
    const findings = this.#observers.flatMap((observer) => observer.finish(extent));
    const statuses = this.#observers.flatMap((observer) => observer.truthTable?.() ?? []);
    return { profile, findings: { findings, records: this.#records, isComplete, statuses } };
  }

  #addAdmitted(record: MappedRecord, { rules, trace }: CompiledMapping): void {
    const outcomes = trace(record);
    const excluding = outcomes.findIndex(({ kind }) => kind === 'excluded');
    const by = rules[excluding]?.resolved.expression;
    for (const observer of this.#observers) {
      if (by === undefined) observer.add?.(record, outcomes);
      else observer.exclude?.(record, by);
    }
  }
}

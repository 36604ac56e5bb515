import type { CompiledMapping, MappedRecord } from '../convert/compileMapping';
import type { CompiledRule, RuleOutcome } from '../convert/compileRule';

/** The records for which one rule of the mapping has the same problem. */
export interface ProblemGroup {
  readonly rule: CompiledRule;
  readonly code: string;
  readonly reason: string;
  /** The physical line of the first record. */
  readonly line: number;
  /** The value of the first record, if the outcome includes it. */
  readonly example?: string;
  /** Distinct values in order of appearance, at most {@link MAX_VALUES}. */
  readonly values: ReadonlySet<string>;
  readonly count: number;
}

/** Enough values to find a matching date format. */
const MAX_VALUES = 20;

/**
 * Maximum number of reasons for one rule. A format that comes from a column can cause as many reasons as there are
 * records.
 */
const MAX_REASONS = 5;

type OpenGroup = { -readonly [Key in keyof ProblemGroup]: ProblemGroup[Key] } & { readonly values: Set<string> };

/** Groups the records whose values a rule cannot convert, by rule and reason. */
export class ProblemGroups {
  readonly #rules: readonly CompiledRule[];
  readonly #codes: ReadonlySet<string>;
  readonly #except: number;
  readonly #groups = new Map<string, OpenGroup>();
  /** Number of reasons so far, by rule. */
  readonly #reasons = new Map<number, number>();

  /** @param except index of a rule that is skipped */
  constructor({ rules }: CompiledMapping, codes: readonly string[], except = -1) {
    this.#rules = rules;
    this.#codes = new Set(codes);
    this.#except = except;
  }

  add({ line }: MappedRecord, outcomes: readonly RuleOutcome[]): void {
    for (let index = 0; index < outcomes.length; index++) {
      const outcome = outcomes[index];
      if (outcome?.kind !== 'problem' || index === this.#except || !this.#codes.has(outcome.code)) continue;
      const rule = this.#rules[index];
      if (rule !== undefined) this.#count(this.#keyOf(index, outcome.reason), rule, outcome, line);
    }
  }

  /** In order of first appearance. */
  get groups(): readonly ProblemGroup[] {
    return [...this.#groups.values()];
  }

  #keyOf(index: number, reason: string): string {
    const key = `${index} ${reason}`;
    if (this.#groups.has(key)) return key;
    const met = (this.#reasons.get(index) ?? 0) + 1;
    if (met > MAX_REASONS) return `${index}`;
    this.#reasons.set(index, met);
    return key;
  }

  #count(
    key: string,
    rule: CompiledRule,
    { code, reason, value }: Extract<RuleOutcome, { kind: 'problem' }>,
    line: number,
  ): void {
    let group = this.#groups.get(key);
    if (group === undefined) {
      const example = value === undefined ? {} : { example: value };
      group = { rule, code, reason, line, ...example, values: new Set<string>(), count: 0 };
      this.#groups.set(key, group);
    }
    group.count++;
    if (value !== undefined && group.values.size < MAX_VALUES) group.values.add(value);
  }
}

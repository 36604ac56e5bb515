import type { RecordProblem } from '../problems/problem';
import type { ProblemCode } from '../problems/problemCode';
import { recordProblemOf } from '../problems/problemKind';
import type { CompiledRule, RuleOutcome } from './compileRule';
import { recordProblems } from './recordProblems';
import { lengthLimitOf } from './valueCheck';

/** The number of a record, and the physical line on which it begins; both from 1. */
interface RecordPosition {
  readonly number: number;
  readonly line: number;
}

/** Finds doubtful values of a record that are sent anyway; `undefined` if there are none. */
export type FindDoubtful = (
  outcomes: readonly RuleOutcome[],
  record: RecordPosition,
) => readonly RecordProblem[] | undefined;

interface Doubt {
  readonly code: ProblemCode;
  readonly reason: string;
}

interface Watched {
  readonly rule: CompiledRule;
  readonly index: number;
  /** Returns what is wrong with a value, given as JSON. */
  readonly judge: (json: string) => Doubt | undefined;
}

/** These values are not refused, because the job's own mapping may correct them: it can shorten texts. */
export function valueWarnings(rules: readonly CompiledRule[]): FindDoubtful {
  const watched = rules.flatMap(watch);
  return (outcomes, record) => {
    let found: RecordProblem[] | undefined;
    for (const { rule, index, judge } of watched) {
      const outcome = outcomes[index];
      const doubt = outcome?.kind === 'value' ? judge(outcome.json) : undefined;
      if (doubt === undefined || outcome?.kind !== 'value') continue;
      found ??= [];
      found.push(warningOf(rule, record, doubt, String(JSON.parse(outcome.json))));
    }
    return found;
  };
}

function watch(rule: CompiledRule, index: number): readonly Watched[] {
  const limit = lengthLimitOf(rule.resolved);
  return limit === undefined
    ? []
    : [{ rule, index, judge: (json) => judgeLength(json, limit.characters, limit.source) }];
}

function judgeLength(json: string, limit: number, source: string) {
  // JSON is never shorter than its text, so this check settles nearly every value
  if (json.length - 2 <= limit) return undefined;
  const text: unknown = JSON.parse(json);
  if (typeof text !== 'string' || text.length <= limit) return undefined;
  const reason = `The value has ${text.length} characters, but the limit of ${source} is ${limit}. Shorten it with Left, unless the job does.`;
  return { code: recordProblems.tooLong.code, reason };
}

function warningOf(
  { label, columns, resolved }: CompiledRule,
  { line, number }: RecordPosition,
  doubt: Doubt,
  value: string,
): RecordProblem {
  const [column, ...others] = columns;
  return recordProblemOf(doubt, 'warning', `${label}: ${doubt.reason}`, {
    line,
    record: number,
    path: label,
    rule: resolved.rule.span,
    value,
    ...(column === undefined || others.length > 0 ? {} : { column }),
  });
}

import type { RuleOutcome } from '../../core/convert/compileRule';
import { visible } from '../../core/text/visible';
import type { ConditionOutcome } from './recordValues';

/** The outcome of a rule as text: `short` fits after the rule, `long` is complete. */
export interface OutcomeText {
  readonly short: string;
  readonly long: string;
  /** Why there is no value. */
  readonly reason?: string;
}

/** The approximate maximum length of a text after a rule. */
const SHORT = 60;
const LONG = 2_000;

export function describeOutcome(outcome: RuleOutcome | undefined): OutcomeText | undefined {
  switch (outcome?.kind) {
    case undefined:
      return undefined;
    case 'value':
      return describeJson(outcome.json);
    case 'omitted':
      return { short: 'omitted', long: 'The attribute is left out.' };
    case 'excluded':
      return { short: 'record left out', long: 'The record is left out: the rule gives IgnoreObjectFlow.' };
    case 'problem':
      return describeProblem(outcome.reason, outcome.value);
  }
}

export function describeCondition(outcome: ConditionOutcome | undefined): OutcomeText | undefined {
  if (outcome === undefined) return undefined;
  if ('problem' in outcome) return describeProblem(outcome.problem, undefined);
  return outcome.kept
    ? { short: 'kept', long: 'The condition is true: the record is kept.' }
    : { short: 'left out', long: 'The condition is false: the record is left out.' };
}

/** Strings are quoted and shortened; other values are already short. */
function describeJson(json: string): OutcomeText {
  const value: unknown = JSON.parse(json);
  if (typeof value !== 'string') return { short: visible(json, SHORT), long: visible(json, LONG) };
  return { short: `"${visible(value, SHORT)}"`, long: `"${visible(value, LONG)}"` };
}

function describeProblem(reason: string, value: string | undefined): OutcomeText {
  const of = value === undefined ? '' : `"${visible(value, LONG)}": `;
  return { short: `problem: ${visible(firstSentence(reason), SHORT)}`, long: `${of}this record is not sent.`, reason };
}

function firstSentence(text: string): string {
  return /^.*?[.!?](?=\s|$)/s.exec(text)?.[0] ?? text;
}

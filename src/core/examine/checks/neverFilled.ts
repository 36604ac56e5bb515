import { defineProblemKinds } from '../../problems/problemKind';
import type { ExtractProfile } from '../../profile/extractProfile';
import type { CompiledRule } from '../../convert/compileRule';
import { findingAt, listWords, placeOfRule, recordCount } from '../findingAt';
import type { ValueRule } from '../valueRule';

const [never] = defineProblemKinds([
  {
    code: 'value.never-filled',
    severity: 'information',
    title: 'Attribute that is never filled',
    explanation: 'The rule gives no value for any record of the extract that is sent.',
    remedy: 'Use the column that holds the value, correct the expression, or remove the rule.',
    authority: 'the extract',
    example: {
      wrong: 'nickName = [Nickname]  # empty in every record',
      right: 'nickName = [PreferredName]',
    },
  },
]);

/** Minimum number of records: with fewer, an attribute that none of them has means little. */
const ENOUGH_RECORDS = 10;

/** Reports rules that read columns but have no value for any record. */
export const neverFilled: ValueRule = {
  kinds: [never],
  start: ({ loaded, mapping }) => {
    let waiting = mapping.rules.map((rule, index) => ({ rule, index })).filter(({ rule }) => rule.columns.length > 0);
    if (waiting.length === 0) return undefined;
    let records = 0;
    return {
      add: (_record, outcomes) => {
        records++;
        // Nearly every rule has a value in the first records and is then no longer examined
        if (waiting.some(({ index }) => givesSomething(outcomes[index])))
          waiting = waiting.filter(({ index }) => !givesSomething(outcomes[index]));
      },
      finish: ({ isComplete, profile }) => {
        if (!isComplete || records < ENOUGH_RECORDS) return [];
        return waiting.map(({ rule }) => {
          const message = `None of ${recordCount(records)} gets "${rule.label}"${causeOf(rule, profile)}.`;
          return findingAt(placeOfRule(loaded, rule), never, {
            message,
            count: records,
            data: { columns: rule.columns, areEmpty: areEmpty(rule, profile) },
          });
        });
      },
    };
  },
};

function givesSomething(outcome: { readonly kind: string; readonly json?: string } | undefined): boolean {
  if (outcome?.kind !== 'value') return outcome?.kind === 'problem';
  return outcome.json !== 'null' && outcome.json !== '""';
}

/** Whether the columns that the rule reads are empty in all records, including those that are not sent. */
function areEmpty({ columns }: CompiledRule, profile: ExtractProfile): boolean {
  return columns.every((column) => profile.columns.some((own) => own.column === column && own.filled === 0));
}

function causeOf(rule: CompiledRule, profile: ExtractProfile): string {
  const { columns } = rule;
  if (!areEmpty(rule, profile)) return '';
  return `: ${listWords(columns.map((column) => `[${column}]`))} ${columns.length === 1 ? 'is' : 'are'} empty throughout`;
}

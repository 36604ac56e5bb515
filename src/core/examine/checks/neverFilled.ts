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

/** With fewer records, an attribute that none of them has is not significant. */
const ENOUGH_RECORDS = 10;

/** Rules that read columns and give nothing for any record. */
export const neverFilled: ValueRule = {
  kinds: [never],
  start: ({ loaded, mapping }) => {
    let waiting = mapping.rules.map((rule, index) => ({ rule, index })).filter(({ rule }) => rule.columns.length > 0);
    if (waiting.length === 0) return undefined;
    let records = 0;
    return {
      add: (_record, outcomes) => {
        records++;
        // Nearly every rule gives something in the first records, and is not looked at again
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

/** Whether no record, of those that are not sent too, has a value in the columns that the rule reads. */
function areEmpty({ columns }: CompiledRule, profile: ExtractProfile): boolean {
  return columns.every((column) => profile.columns.some((own) => own.column === column && own.filled === 0));
}

function causeOf(rule: CompiledRule, profile: ExtractProfile): string {
  const { columns } = rule;
  if (!areEmpty(rule, profile)) return '';
  return `: ${listWords(columns.map((column) => `[${column}]`))} ${columns.length === 1 ? 'is' : 'are'} empty throughout`;
}

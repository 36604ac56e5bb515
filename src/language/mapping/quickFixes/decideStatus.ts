import { printString } from '../../../core/expression/print';
import type { Call } from '../../../core/expression/syntax';
import { span } from '../../../core/text/span';
import type { TextEdit } from '../../../core/text/textEdit';
import type { MappingDocument } from '../document/mappingDocument';
import { expressionAround, sourceText } from '../rewrite/expressionAt';
import { statusRowsIn, textsIn } from '../../shared/fixes/fixData';
import { caseOfKeys, pairText } from '../statuses/statusEdits';
import { STATUS_CODES } from '../statuses/statusQuestion';
import type { MappingFix, MappingQuickFix } from './mappingFix';

/** The editor command that asks what each status means. */
const DECIDE_COMMAND = 'entraInbound.status.decide';

/** Offers to decide every status, since only a person can. */
export const decideStatus: MappingQuickFix = {
  codes: STATUS_CODES,
  *fixes({ document, data, span: where }) {
    const rule = expressionAround(document, where);
    const { length } = textsIn(data, 'columns');
    const isOpen = ['undecided', 'unnamed'].some((list) => statusRowsIn(data, list).length > 0);
    if (rule !== undefined && length === 1 && isOpen)
      yield { title: 'Decide statuses…', command: { id: DECIDE_COMMAND, arguments: [] } };
  },
};

/**
 * Gives statuses that are false by default a pair of their own. A new status then is a problem and does not disable
 * anybody.
 */
export const nameStatuses: MappingQuickFix = {
  codes: ['value.status.by-default', 'value.status.all-disabled'],
  *fixes({ document, data, span: where }) {
    const rule = expressionAround(document, where);
    const [column, ...others] = textsIn(data, 'columns');
    const words = statusRowsIn(data, 'unnamed').flatMap(({ word }) => (/[\r\n]/.test(word) ? [] : [word]));
    const [only] = words;
    if (rule?.kind !== 'call' || column === undefined || others.length > 0 || only === undefined) return;
    const edits = rule.name === 'IIF' ? fromIif(document, rule, column, words) : fromSwitch(rule, column, words);
    if (edits === undefined) return;
    const named =
      words.length > 1 ? `the ${words.length} statuses` : only === '' ? 'the empty cell' : printString(only);
    const fix: MappingFix = { title: `Name ${named}, without a default`, edits, isPreferred: true };
    yield fix;
  },
};

function fromSwitch(call: Call, column: string, words: readonly string[]): readonly TextEdit[] | undefined {
  const fallback = call.slots[1];
  const inCase = caseOfKeys(call, column);
  const last = call.slots.at(-1)?.expression;
  if (fallback?.expression?.kind !== 'string' || inCase === undefined || call.slots.length < 4 || last === undefined)
    return undefined;
  const { value } = fallback.expression;
  const keys = [...new Set(words.map(inCase))];
  const pairs = keys.map((key) => `, ${pairText([key, value])}`).join('');
  return [
    { span: fallback.expression.span, newText: '' },
    { span: span(last.span.end, last.span.end), newText: pairs },
  ];
}

/** `IIF([Status] = "Active", "True", "False")` compares texts as exactly as Switch does, but not numbers. */
function fromIif(
  document: MappingDocument,
  { slots, span: where }: Call,
  column: string,
  words: readonly string[],
): readonly TextEdit[] | undefined {
  const [condition, yes, no] = slots.map(({ expression }) => expression);
  if (condition?.kind !== 'comparison' || condition.operator !== '=' || slots.length !== 3) return undefined;
  const sides = [condition.left, condition.right];
  const text = sides.find((side) => side.kind === 'string');
  const isOverColumn = sides.some((side) => side.kind === 'attribute' && side.name === column);
  if (text?.kind !== 'string' || /^-?[0-9]+$/.test(text.value)) return undefined;
  if (!isOverColumn || yes === undefined || no?.kind !== 'string') return undefined;
  const pairs = words.map((word) => pairText([word, no.value])).join(', ');
  const newText = `Switch([${column}], , ${sourceText(document, text)}, ${sourceText(document, yes)}, ${pairs})`;
  return [{ span: where, newText }];
}

import { printString } from '../../../core/expression/print';
import type { Call, Expression } from '../../../core/expression/syntax';
import { span } from '../../../core/text/span';
import type { TextEdit } from '../../../core/text/textEdit';
import type { MappingDocument } from '../document/mappingDocument';
import { expressionAround, sourceText } from '../rewrite/expressionAt';
import { statusesIn, textsIn } from '../../shared/fixes/fixData';
import type { MappingFix, MappingQuickFix } from './mappingFix';

/** Words that are offered one by one; the others come with all. */
const MOST = 5;

const CHOICES = [
  ['enabled', 'True'],
  ['disabled', 'False'],
] as const;

/** Every undecided status can be decided, one way or the other: which, only a person can say. */
export const decideStatus: MappingQuickFix = {
  codes: ['value.status.undecided'],
  *fixes({ document, data, span: where }) {
    const rule = expressionAround(document, where);
    const [column, ...others] = textsIn(data, 'columns');
    const words = statusesIn(data, 'undecided').filter((word) => !/[\r\n]/.test(word));
    if (rule === undefined || column === undefined || others.length > 0) return;
    for (const [name, value] of CHOICES) {
      for (const word of words.slice(0, MOST)) {
        const edits = decide(document, rule, column, [[word, value]]);
        yield { title: `Decide ${word === '' ? 'the empty cell' : printString(word)} as ${name}`, edits };
      }
      if (words.length < 2) continue;
      const edits = decide(
        document,
        rule,
        column,
        words.map((word) => [word, value]),
      );
      yield { title: `Decide all ${words.length} undecided statuses as ${name}`, edits };
    }
  },
};

type Pair = readonly [key: string, value: string];

/** More pairs for a `Switch` over the column; anything else becomes the default value of one. */
function decide(document: MappingDocument, rule: Expression, column: string, pairs: readonly Pair[]): TextEdit[] {
  const inCase = rule.kind === 'call' ? caseOfKeys(rule, column) : undefined;
  if (rule.kind === 'call' && inCase !== undefined && rule.slots.length >= 2) {
    const unique = new Map(pairs.map(([key, value]) => [inCase(key), value]));
    const at = rule.slots.at(-1)?.expression?.span.end ?? rule.span.end - 1;
    return [{ span: span(at, at), newText: [...unique].map((pair) => `, ${pairText(pair)}`).join('') }];
  }
  const newText = `Switch([${column}], ${sourceText(document, rule)}, ${pairs.map(pairText).join(', ')})`;
  return [{ span: rule.span, newText }];
}

/** How a key must be written for a `Switch` over the column, changed in its case or not; `undefined` for any other call. */
function caseOfKeys({ name, slots }: Call, column: string): ((key: string) => string) | undefined {
  const source = slots[0]?.expression;
  if (name !== 'Switch' || source === undefined) return undefined;
  if (source.kind === 'attribute' && source.name === column) return (key) => key;
  if (source.kind !== 'call') return undefined;
  const inner = source.slots[0]?.expression;
  if (inner?.kind !== 'attribute' || inner.name !== column) return undefined;
  if (source.name === 'ToLower') return (key) => key.toLowerCase();
  return source.name === 'ToUpper' ? (key) => key.toUpperCase() : undefined;
}

function pairText([key, value]: Pair): string {
  return `${printString(key)}, ${printString(value)}`;
}

/** Statuses that are false because nothing names them get their own pairs, so that a new word is a problem and disables nobody. */
export const nameStatuses: MappingQuickFix = {
  codes: ['value.status.by-default'],
  *fixes({ document, data, span: where }) {
    const rule = expressionAround(document, where);
    const [column, ...others] = textsIn(data, 'columns');
    const words = statusesIn(data, 'unnamed').filter((word) => !/[\r\n]/.test(word));
    if (rule?.kind !== 'call' || column === undefined || others.length > 0 || words.length === 0) return;
    const edit = rule.name === 'IIF' ? fromIif(document, rule, column, words) : fromSwitch(rule, column, words);
    if (edit === undefined) return;
    const fix: MappingFix = {
      title: `Name the ${words.length} statuses, without a default`,
      edits: edit,
      isPreferred: true,
    };
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

/** `IIF([Status] = "Active", "True", "False")`: texts are compared exactly there, too; numbers are not. */
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

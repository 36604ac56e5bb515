import { printString } from '../../../core/expression/print';
import type { Call, Expression } from '../../../core/expression/syntax';
import { columnExpression } from '../../../core/import/mappingDraft';
import { span } from '../../../core/text/span';
import type { TextEdit } from '../../../core/text/textEdit';
import type { MappingDocument } from '../document/mappingDocument';
import { sourceText } from '../rewrite/expressionAt';
import { formattedChange } from '../rewrite/formattedChange';
import { insertConditions } from '../rewrite/insertConditions';
import type { StatusDecision, StatusQuestion } from './statusQuestion';

/**
 * Writes decisions into the mapping: as pairs of a `Switch` over the column, and as conditions that exclude records.
 */
export function statusEdits(
  document: MappingDocument,
  { rule, column }: Pick<StatusQuestion, 'rule' | 'column'>,
  decisions: ReadonlyMap<string, StatusDecision>,
): readonly TextEdit[] {
  const pairs = [...decisions].flatMap(([word, decision]): readonly Pair[] =>
    decision === 'excluded' ? [] : [[word, decision === 'enabled' ? 'True' : 'False']],
  );
  const conditions = [...decisions].flatMap(([word, decision]) =>
    decision === 'excluded' ? [conditionAgainst(column, word)] : [],
  );
  return formattedChange(document.text, [
    ...(pairs.length === 0 ? [] : withPairs(document, rule, column, pairs)),
    ...(conditions.length === 0 ? [] : [insertConditions(document, conditions)]),
  ]);
}

function conditionAgainst(column: string, word: string): string {
  const written = columnExpression(column) ?? `[${column}]`;
  return word === '' ? `IsPresent(${written})` : `${written} <> ${printString(word)}`;
}

type Pair = readonly [key: string, value: string];

/** Adds pairs to a `Switch` over the column; any other expression becomes the default value of a new one. */
function withPairs(document: MappingDocument, rule: Expression, column: string, pairs: readonly Pair[]): TextEdit[] {
  const inCase = rule.kind === 'call' ? caseOfKeys(rule, column) : undefined;
  if (rule.kind === 'call' && inCase !== undefined && rule.slots.length >= 2) {
    const unique = new Map(pairs.map(([key, value]) => [inCase(key), value]));
    const at = rule.slots.at(-1)?.expression?.span.end ?? rule.span.end - 1;
    return [{ span: span(at, at), newText: [...unique].map((pair) => `, ${pairText(pair)}`).join('') }];
  }
  const newText = `Switch([${column}], ${sourceText(document, rule)}, ${pairs.map(pairText).join(', ')})`;
  return [{ span: rule.span, newText }];
}

/** Converts keys to the case that a `Switch` over the column compares with; `undefined` for any other call. */
export function caseOfKeys({ name, slots }: Call, column: string): ((key: string) => string) | undefined {
  const source = slots[0]?.expression;
  if (name !== 'Switch' || source === undefined) return undefined;
  if (source.kind === 'attribute' && source.name === column) return (key) => key;
  if (source.kind !== 'call') return undefined;
  const inner = source.slots[0]?.expression;
  if (inner?.kind !== 'attribute' || inner.name !== column) return undefined;
  if (source.name === 'ToLower') return (key) => key.toLowerCase();
  return source.name === 'ToUpper' ? (key) => key.toUpperCase() : undefined;
}

export function pairText([key, value]: Pair): string {
  return `${printString(key)}, ${printString(value)}`;
}

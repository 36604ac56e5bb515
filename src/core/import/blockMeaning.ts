import { formatCount } from '../text/formatCount';
import type { Span } from '../text/span';
import { columnExpression, textExpression } from './mappingDraft';
import { asTruth } from './powershell/meaning';
import type { ConditionMeaning, TextMeaning } from './powershell/meaning';
import { parseScript } from './powershell/parseScript';
import { translateScript } from './powershell/translateScript';

/**
 * Maximum number of characters of a script block. An expression is limited to 10,000, and a chain of thousands of
 * operators would exhaust the stack.
 */
const MAX_SCRIPT = 5000;

/** The meaning of a script block, or why it is unknown. */
export interface BlockMeaning {
  readonly meaning?: TextMeaning;
  readonly condition?: ConditionMeaning;
  readonly reason?: string;
}

/**
 * Translates a script block.
 * @param inside the text between its braces
 * @param column gives the extract's spelling of a column's name
 */
export function blockMeaning(text: string, inside: Span, column: (name: string) => string): BlockMeaning {
  if (inside.end - inside.start > MAX_SCRIPT)
    return {
      reason: `It has more than ${formatCount(MAX_SCRIPT)} characters. Shorten it, or write the rule by hand.`,
    };
  const parsed = parseScript(text, inside);
  if ('refusal' in parsed) return { reason: parsed.refusal.reason };
  const { meaning, refusal } = translateScript(parsed.script, column);
  if (refusal !== undefined) return { reason: refusal.reason };
  if (meaning.kind === 'nothing') return { reason: 'It does not return anything.' };
  return meaning.kind === 'condition' ? { meaning: asTruth(meaning), condition: meaning } : { meaning };
}

/**
 * Translates columns with the same text between them. `Join` omits that text next to an empty column, which is what
 * people want. `undefined` for any other script.
 * @param column gives the extract's spelling of a column's name
 */
export function joinedColumns(text: string, where: Span, column: (name: string) => string): TextMeaning | undefined {
  const parsed = where.end - where.start > MAX_SCRIPT ? undefined : parseScript(text, where);
  if (parsed === undefined || !('script' in parsed) || parsed.script.kind !== 'joined') return undefined;
  const names = parsed.script.parts.filter((_, index) => index % 2 === 0);
  const [between, ...more] = parsed.script.parts.filter((_, index) => index % 2 === 1);
  if (between?.kind !== 'text' || more.some((each) => each.kind !== 'text' || each.value !== between.value))
    return undefined;
  const separator = textExpression(between.value);
  const columns = names.map((name) =>
    name.kind === 'member' && name.target.kind === 'variable' && /^(?:_|psitem)$/i.test(name.target.name)
      ? columnExpression(column(name.name))
      : undefined,
  );
  if (separator === undefined || columns.length < 2 || columns.includes(undefined)) return undefined;
  const expression = `Join(${[separator, ...columns].join(', ')})`;
  return { kind: 'text', expression, isNullWhenEmpty: false, isNullWhenNothing: false };
}

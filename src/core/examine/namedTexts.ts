import type { Call, Comparison, Expression } from '../expression/syntax';
import { walk } from '../expression/syntax';

/** Functions that change only the case of a column's words before they are compared with keys. */
const CASE_ONLY = new Set(['ToLower', 'ToUpper']);

/** The texts that an expression compares words with, and the functions that do so. */
export interface NamedTexts {
  /** Function names such as `Switch` and `IIF`, in order of appearance. */
  readonly deciders: readonly string[];
  readonly texts: readonly string[];
  /** Whether columns are converted to one case before they are compared. */
  readonly foldsCase: boolean;
}

/** The texts that an expression compares columns with: keys of a `Switch`, sides of a comparison. */
export function namedTexts(expression: Expression): NamedTexts {
  const deciders = new Set<string>();
  const texts = new Set<string>();
  let foldsCase = false;
  for (const node of walk(expression)) {
    if (node.kind === 'call' && CASE_ONLY.has(node.name)) foldsCase = true;
    const found = node.kind === 'call' ? switchKeys(node) : node.kind === 'comparison' ? comparedText(node) : [];
    if (found.length > 0) deciders.add(node.kind === 'call' ? node.name : 'IIF');
    for (const text of found) texts.add(text);
  }
  return { deciders: [...deciders], texts: [...texts], foldsCase };
}

/** Whether one of the expression's texts, rather than its default, decides the word. */
export function isNamed({ texts, foldsCase }: NamedTexts, word: string): boolean {
  if (texts.includes(word)) return true;
  return foldsCase && texts.some((text) => text.toLowerCase() === word.toLowerCase());
}

function switchKeys({ name, slots }: Call): readonly string[] {
  if (name !== 'Switch' || !isColumn(slots[0]?.expression)) return [];
  return slots.flatMap(({ expression }, place) =>
    place >= 2 && place % 2 === 0 && expression?.kind === 'string' ? [expression.value] : [],
  );
}

function comparedText({ operator, left, right }: Comparison): readonly string[] {
  if (operator !== '=' && operator !== '<>') return [];
  const [column, text] = isColumn(left) ? [left, right] : [right, left];
  return isColumn(column) && text.kind === 'string' ? [text.value] : [];
}

function isColumn(expression: Expression | undefined): boolean {
  if (expression?.kind !== 'call') return expression?.kind === 'attribute';
  return CASE_ONLY.has(expression.name) && isColumn(expression.slots[0]?.expression);
}

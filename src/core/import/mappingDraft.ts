import { printString } from '../expression/print';
import { parseExpression } from '../expression/parser';
import { span } from '../text/span';
import type { EmptyPolicy } from '../mapping/model/model';
import { isPrintable } from '../text/printable';
import type { Problem } from '../problems/problem';
import type { AttributePath } from '../scim/attributePath';

/** A mapping built from another source, before it is written as text. */
export interface MappingDraft {
  /** Lines of the comment at the top, without `#`. */
  readonly header: readonly string[];
  readonly source?: DraftSource;
  readonly rules: readonly DraftRule[];
  /** Paragraphs of comments at the end, for what did not become a rule. */
  readonly remarks?: readonly (readonly string[])[];
}

export interface DraftSource {
  readonly files?: readonly string[];
  readonly delimiter?: string;
  readonly encoding?: string;
  readonly header?: number;
  /** Comments above settings that give their reason. */
  readonly notes?: Partial<Readonly<Record<'encoding' | 'header', string>>>;
}

export interface DraftRule {
  readonly path: AttributePath;
  /** In the mapping's language, on one line. */
  readonly expression: string;
  readonly empty?: EmptyPolicy;
  /** The argument of `@type`. */
  readonly type?: string;
  /** Lines of the comment above the rule. */
  readonly comments?: readonly string[];
  /** A comment after the rule. */
  readonly note?: string;
  /** The rule is written as a comment, and its other comments say what the user has to decide. */
  readonly isOff?: boolean;
}

/**
 * The result of an import: a mapping as text, and what could not be imported. The spans of the problems refer to the
 * imported text.
 */
export interface ImportResult {
  readonly text: string;
  readonly problems: readonly Problem[];
}

/**
 * A column as an expression; `undefined` when the language cannot name it: it contains an unmatched bracket, a line
 * break or another control character.
 */
export function columnExpression(column: string): string | undefined {
  if (column === '' || !isPrintable(column)) return undefined;
  const text = `[${column}]`;
  const { expression, end, problems } = parseExpression(text, span(0, text.length), { lineOriented: true });
  return problems.length === 0 && end >= text.length && expression?.kind === 'attribute' && expression.name === column
    ? text
    : undefined;
}

/**
 * A text as an expression; `undefined` when a mapping cannot contain it: it has several lines or control characters.
 */
export function textExpression(value: string): string | undefined {
  return isPrintable(value) ? printString(value) : undefined;
}

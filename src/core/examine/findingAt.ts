import type { ProblemKind } from '../problems/problemKind';
import { counted } from '../text/counted';
import { formatCount } from '../text/formatCount';
import type { Span } from '../text/span';
import { columnsOf } from '../mapping/model/columns';
import type { CompiledRule } from '../convert/compileRule';
import type { LoadedMapping } from '../mapping/loadMapping';
import { statementsByText } from '../mapping/model/statementsByText';
import type { ValueFinding } from './valueFinding';

/** The place of a finding in the mapping's text. */
export type FindingPlace = Pick<ValueFinding, 'ruleText' | 'occurrence' | 'span'>;

/** The mapping as a whole. */
export const WHOLE_MAPPING: FindingPlace = { ruleText: '', occurrence: 0, span: { start: 0, end: 0 } };

/** A part of a statement. */
export function placeIn({ parsed }: LoadedMapping, statement: Span, part: Span): FindingPlace {
  const ruleText = parsed.text.slice(statement.start, statement.end);
  const same = statementsByText(parsed).get(ruleText) ?? [];
  return {
    ruleText,
    occurrence: Math.max(
      0,
      same.findIndex(({ start }) => start === statement.start),
    ),
    span: { start: part.start - statement.start, end: part.end - statement.start },
  };
}

/**
 * Where a rule makes its values, as narrow as can be said: the only column that it reads, else the function, else all
 * of it.
 */
export function placeOfRule(loaded: LoadedMapping, { resolved }: CompiledRule): FindingPlace {
  const { expression, rule } = resolved;
  const [column, ...others] = columnsOf(expression);
  const whole = expression.kind === 'call' ? expression.nameSpan : expression.span;
  return placeIn(loaded, rule.span, column !== undefined && others.length === 0 ? column.span : whole);
}

/** What a rule about values found, besides its place and kind. */
export interface Found {
  readonly message: string;
  /** The same with cells' values in it. */
  readonly withValues?: string;
  readonly count: number;
  /** The physical line of the first record it concerns. */
  readonly line?: number;
  readonly data?: Readonly<Record<string, unknown>>;
}

export function findingAt(
  place: FindingPlace,
  { code, severity }: ProblemKind,
  { message, withValues, count, line, data }: Found,
): ValueFinding {
  return {
    code,
    severity,
    message,
    ...(withValues === undefined ? {} : { withValues }),
    ...place,
    count,
    ...(line === undefined ? {} : { line }),
    data: { ...data, count },
  };
}

/** `1 record`, `1,300 records` */
export function recordCount(count: number): string {
  return counted(count, 'record');
}

/** `in line 7` of one record, `first in line 7` of several. */
export function inFirstLine(count: number, line: number): string {
  return `${count === 1 ? '' : 'first '}in line ${formatCount(line)}`;
}

/**
 * A message for a reader who looks at the place that {@link inFirstLine} names: without it, or with `this one first` of several
 * records.
 */
export function saidInPlace(message: string, count: number, line: number): string {
  const place = `, ${inFirstLine(count, line)}`;
  const at = message.indexOf(place);
  const end = at + place.length;
  // Not within a longer number
  if (at < 0 || /^,?\d/.test(message.slice(end))) return message;
  if (count > 1) return `${message.slice(0, at)}, this one first${message.slice(end)}`;
  return message.slice(0, at) + message.slice(message[end] === ',' ? end + 1 : end);
}

/** `line 7`, `lines 3, 7 and 9`, `lines 3, 7 and 40 more` */
export function listLines(lines: readonly number[], count: number): string {
  const shown = lines.map((line) => formatCount(line));
  const more = count > lines.length ? [`${formatCount(count - lines.length)} more`] : [];
  return `${count === 1 ? 'line' : 'lines'} ${listWords([...shown, ...more])}`;
}

/** `[A] and [B]`, `a, b and c` */
export function listWords(words: readonly string[], conjunction = 'and'): string {
  const last = words.at(-1);
  if (last === undefined || words.length === 1) return last ?? '';
  return `${words.slice(0, -1).join(', ')} ${conjunction} ${last}`;
}

/** A value in quotes, cut where it is longer than anybody reads. */
export function quotedValue(value: string): string {
  const plain = value.replace(/[\r\n\t]+/g, ' ');
  return `"${plain.length > 40 ? `${plain.slice(0, 39)}…` : plain}"`;
}

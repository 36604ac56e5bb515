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
 * The part of a rule that produces its values, as narrow as possible: the only column that it reads, otherwise the
 * function, otherwise the whole expression.
 */
export function placeOfRule(loaded: LoadedMapping, { resolved }: CompiledRule): FindingPlace {
  const { expression, rule } = resolved;
  const [column, ...others] = columnsOf(expression);
  const whole = expression.kind === 'call' ? expression.nameSpan : expression.span;
  return placeIn(loaded, rule.span, column !== undefined && others.length === 0 ? column.span : whole);
}

/** A finding of a value rule, without its place and kind. */
export interface Found {
  readonly message: string;
  /** The message with values of cells. */
  readonly withValues?: string;
  readonly count: number;
  /** The physical line of the first affected record. */
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

/** A text such as `1 record` or `1,300 records`. */
export function recordCount(count: number): string {
  return counted(count, 'record');
}

/** `in line 7` for one record, `first in line 7` for several. */
export function inFirstLine(count: number, line: number): string {
  return `${count === 1 ? '' : 'first '}in line ${formatCount(line)}`;
}

/**
 * Adapts a message for a reader who already sees the line that {@link inFirstLine} names: leaves it out, or writes
 * `this one first` for several records.
 */
export function saidInPlace(message: string, count: number, line: number): string {
  const place = `, ${inFirstLine(count, line)}`;
  const at = message.indexOf(place);
  const end = at + place.length;
  // Must not match inside a longer number
  if (at < 0 || /^,?\d/.test(message.slice(end))) return message;
  if (count > 1) return `${message.slice(0, at)}, this one first${message.slice(end)}`;
  return message.slice(0, at) + message.slice(message[end] === ',' ? end + 1 : end);
}

/** A text such as `line 7`, `lines 3, 7 and 9` or `lines 3, 7 and 40 more`. */
export function listLines(lines: readonly number[], count: number): string {
  const shown = lines.map((line) => formatCount(line));
  const more = count > lines.length ? [`${formatCount(count - lines.length)} more`] : [];
  return `${count === 1 ? 'line' : 'lines'} ${listWords([...shown, ...more])}`;
}

/** A text such as `[A] and [B]` or `a, b and c`. */
export function listWords(words: readonly string[], conjunction = 'and'): string {
  const last = words.at(-1);
  if (last === undefined || words.length === 1) return last ?? '';
  return `${words.slice(0, -1).join(', ')} ${conjunction} ${last}`;
}

/** A value in quotes, shortened if it is too long to read. */
export function quotedValue(value: string): string {
  const plain = value.replace(/[\r\n\t]+/g, ' ');
  return `"${plain.length > 40 ? `${plain.slice(0, 39)}…` : plain}"`;
}

import { daysInMonth } from '../../expression/dotnet/dates/calendar';
import type { Expression } from '../../expression/syntax';
import { isEmptyCell } from './emptyCell';
import type { AppendPlain, PlainCells } from './plain';
import { Plain } from './plain';

const ZERO = 0x30;
const NINE = 0x39;

/** Year, month and day in digits, with only separators between them; {@link layOutDay} checks that each occurs once. */
const INPUT = /^(?:(?<!y)yyyy(?!y)|(?<!M)MM(?!M)|(?<!d)dd(?!d)|[-./])+$/;
/** Like {@link INPUT}, plus a time, which is midnight because the input has only a day. */
const OUTPUT = /^(?:(?<!y)yyyy(?!y)|(?<!M)MM(?!M)|(?<!d)dd(?!d)|(?<!H)HH(?!H)|(?<!m)mm(?!m)|(?<!s)ss(?!s)|[-:TZ])+$/;
const INSTANT = /^yyyy-MM-ddTHH:mm:ssZ?$/;

/** Whether every result of an expression is an instant in SCIM's format. */
export function givesInstants(expression: Expression): boolean {
  const output = expression.kind === 'call' && expression.name === 'FormatDateTime' && expression.slots[3]?.expression;
  return typeof output === 'object' && output.kind === 'string' && INSTANT.test(output.value);
}

/**
 * Compiles a call like `FormatDateTime([HireDate], , "yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ssZ")`, which rearranges the
 * digits of a day. Caching results would cost more: there are too many different days for the processor's cache.
 */
export function compilePlainDate(
  [source, styles, input, output]: readonly (Expression | undefined)[],
  { lookup, unknown }: PlainCells,
): AppendPlain | undefined {
  if (source?.kind !== 'attribute' || styles !== undefined) return undefined;
  if (input?.kind !== 'string' || output?.kind !== 'string') return undefined;
  const layout = layOutDay(input.value);
  if (layout === undefined || !OUTPUT.test(output.value)) return undefined;
  const column = lookup.indexOf(source.name) ?? -1;
  const isEmpty = isEmptyCell(lookup.empty);
  const template = templateOf(output.value, layout);
  return (row, out) => {
    const { cut, bytes } = row;
    const start = cut.starts[column] ?? 0;
    const end = cut.ends[column] ?? 0;
    if (start === end) return Plain.nothing;
    if (((cut.marks[column] ?? 0) & unknown) !== 0 || end - start !== layout.format.length) return Plain.unknown;
    if (isEmpty?.(row, column) === true) return Plain.nothing;
    if (!isDay(bytes, start, layout)) return Plain.unknown;
    out.reserve(template.length);
    for (const place of template) out.bytes[out.at++] = place < 0 ? -place : (bytes[start + place] ?? 0);
    return Plain.text;
  };
}

/** The positions of the parts of a day in a cell. */
interface DayLayout {
  readonly format: string;
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** The separators by position. */
  readonly separators: readonly (readonly [place: number, byte: number])[];
}

function layOutDay(format: string): DayLayout | undefined {
  if (!INPUT.test(format) || format.replace(/[-./]/g, '').length !== 'yyyyMMdd'.length) return undefined;
  const [year, month, day] = ['yyyy', 'MM', 'dd'].map((part) => format.indexOf(part));
  if (year === undefined || month === undefined || day === undefined || Math.min(year, month, day) < 0)
    return undefined;
  const separators = [...format.matchAll(/[-./]/g)].map(({ index, 0: text }) => [index, text.charCodeAt(0)] as const);
  return { format, year, month, day, separators };
}

/** For each byte of the result, its offset in the cell, or the negated byte if it is constant. */
function templateOf(output: string, { format }: DayLayout): Int16Array {
  const parts = output.match(/y+|M+|d+|H+|m+|s+|./g) ?? [];
  return Int16Array.from(
    parts.flatMap((part) => {
      if (/[Hms]/.test(part)) return [-ZERO, -ZERO];
      const place = /[yMd]/.test(part) ? format.indexOf(part) : undefined;
      return Array.from(part, (letter, index) => (place === undefined ? -letter.charCodeAt(0) : place + index));
    }),
  );
}

/** Whether the cell is an existing day of the calendar. */
function isDay(bytes: Uint8Array, start: number, { year, month, day, separators }: DayLayout): boolean {
  for (const [place, byte] of separators) if (bytes[start + place] !== byte) return false;
  const years = digits(bytes, start + year, 4);
  const months = digits(bytes, start + month, 2);
  const days = digits(bytes, start + day, 2);
  return years >= 1 && months >= 1 && months <= 12 && days >= 1 && (days <= 28 || days <= daysInMonth(years, months));
}

/** Parses `count` digits; negative if there are other characters. */
function digits(bytes: Uint8Array, start: number, count: number): number {
  let value = 0;
  for (let at = start; at < start + count; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < ZERO || byte > NINE) return -1;
    value = value * 10 + byte - ZERO;
  }
  return value;
}

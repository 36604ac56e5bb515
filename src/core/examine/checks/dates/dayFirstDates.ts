import type { Call, Expression } from '../../../expression/syntax';
import { walk } from '../../../expression/syntax';
import { MONTHS } from '../../../expression/dotnet/dates/dateNames';
import { printString } from '../../../expression/print';
import { columnsOf } from '../../../mapping/model/columns';
import type { MappingModel } from '../../../mapping/model/model';
import { defineProblemKinds } from '../../../problems/problemKind';
import { guessDateFormats } from '../../../profile/dateFormats';
import type { Span } from '../../../text/span';
import type { LoadedMapping } from '../../../mapping/loadMapping';
import { findingAt, inFirstLine, placeIn, quotedValue, recordCount } from '../../findingAt';
import type { ValueRule } from '../../valueRule';

const [dayFirst] = defineProblemKinds([
  {
    code: 'value.date.day-first',
    severity: 'warning',
    title: 'Days and months that CDate swaps',
    explanation:
      'CDate reads numbers with the month first, like DateTime.Parse of .NET with the invariant culture: 05.03.2024 is May 3. The column has the day first, because its dates are written with dots, or some have a first number above 12. If both numbers are 12 or below, the date is read as another day.',
    remedy:
      'State the format: FormatDateTime with the format of the column, and CDate around it if a date is required.',
    authority: 'the extract',
    example: {
      wrong:
        'urn:ietf:params:scim:schemas:extension:contoso:1.0:User:HireDate = FormatDateTime(CStr(DateAdd("d", 1, CDate([HireDate]))), , "M/d/yyyy h:mm:ss tt", "yyyy-MM-ddTHH:mm:ssZ")  @type(DateTime)',
      right:
        'urn:ietf:params:scim:schemas:extension:contoso:1.0:User:HireDate = FormatDateTime(CStr(DateAdd("d", 1, CDate(FormatDateTime([HireDate], , "dd.MM.yyyy", "yyyy-MM-dd")))), , "M/d/yyyy h:mm:ss tt", "yyyy-MM-ddTHH:mm:ssZ")  @type(DateTime)',
    },
  },
]);

/** A numeric date that begins with the day or the month; the text after the date is ignored. */
const NUMBERS = /^\s*(\d{1,2})\s*([./-])\s*(\d{1,2})\s*\2\s*(?:\d{4}|\d{2})(?!\d)/;

/** Functions that parse a text as CDate does, with the indexes of their date arguments. */
const DATES_OF: Readonly<Record<string, readonly number[]>> = { CDate: [0], DateAdd: [2], DateDiff: [1, 2] };

/** Maximum number of values that are examined to recognise the format. */
const SEEN = 200;

/** A column that is parsed by CDate, and what its values show. */
interface Watched {
  readonly column: string;
  readonly place: number;
  readonly uses: readonly { readonly statement: Span; readonly span: Span; readonly call: string }[];
  readonly seen: Set<string>;
  /** Number of dates that are valid only with the day first, or only with the month first. */
  dayFirst: number;
  monthFirst: number;
  dotted: number;
  swapped: { count: number; line: number; example: string };
}

/**
 * Reports day-first columns in which CDate reads some dates as other days. Dates that can be read in only one way do
 * not count.
 */
export const dayFirstDates: ValueRule = {
  kinds: [dayFirst],
  start: ({ loaded, columns }) => {
    const watched = watchedIn(loaded, columns);
    if (watched.length === 0) return undefined;
    const note = (cells: readonly string[], line: number) => {
      for (const entry of watched) count(entry, cells[entry.place] ?? '', line);
    };
    return {
      add: ({ cells, line }) => {
        note(cells, line);
      },
      exclude: ({ cells, line }) => {
        note(cells, line);
      },
      finish: () => watched.filter(isDayFirst).flatMap((entry) => describe(loaded, entry)),
    };
  },
};

function watchedIn(loaded: LoadedMapping, columns: readonly string[]): readonly Watched[] {
  const found = new Map<string, Watched['uses']>();
  for (const { statement, expression } of expressionsOf(loaded, loaded.model))
    for (const call of callsIn(expression))
      for (const place of DATES_OF[call.name] ?? []) {
        const use = columnRead(call.slots[place]?.expression);
        if (use === undefined || !columns.includes(use.column)) continue;
        found.set(use.column, [...(found.get(use.column) ?? []), { statement, span: use.span, call: call.name }]);
      }
  return [...found].map(([column, uses]) => ({
    ...{ column, place: columns.indexOf(column), uses, seen: new Set<string>() },
    ...{ dayFirst: 0, monthFirst: 0, dotted: 0, swapped: { count: 0, line: 0, example: '' } },
  }));
}

function expressionsOf({ parsed }: LoadedMapping, { rules }: MappingModel) {
  const conditions = parsed.tree.statements.flatMap((statement) =>
    statement.kind === 'where' && statement.condition !== undefined
      ? [{ statement: statement.span, expression: statement.condition }]
      : [],
  );
  return [...conditions, ...rules.map(({ rule, expression }) => ({ statement: rule.span, expression }))];
}

function* callsIn(expression: Expression): Generator<Call> {
  for (const node of walk(expression)) if (node.kind === 'call') yield node;
}

/** The column whose text is parsed unchanged or trimmed. */
function columnRead(argument: Expression | undefined) {
  if (argument === undefined) return undefined;
  const isPlain = argument.kind === 'attribute' || (argument.kind === 'call' && argument.name === 'Trim');
  return isPlain ? columnsOf(argument)[0] : undefined;
}

function count(entry: Watched, cell: string, line: number): void {
  if (cell.trim() === '') return;
  const match = NUMBERS.exec(cell);
  if (match === null) return;
  const [first, second] = [Number(match[1]), Number(match[3])];
  if (entry.seen.size < SEEN) entry.seen.add(cell.trim());
  if (match[2] === '.') entry.dotted++;
  if (first > 12 && second <= 12) entry.dayFirst++;
  else if (second > 12 && first <= 12) entry.monthFirst++;
  else if (first !== second && first >= 1 && second >= 1 && first <= 12) {
    if (entry.swapped.count === 0) entry.swapped = { count: 0, line, example: cell.trim() };
    entry.swapped.count++;
  }
}

/** If some dates certainly begin with the month, the others are ambiguous. */
function isDayFirst({ dayFirst: sure, monthFirst, dotted, swapped }: Watched): boolean {
  return swapped.count > 0 && monthFirst === 0 && (sure > 0 || dotted > 0);
}

function describe(loaded: LoadedMapping, { column, uses, seen, swapped }: Watched) {
  const [best] = guessDateFormats([...seen]).filter(({ format }) => format.startsWith('d'));
  const [use] = uses;
  const named = use === undefined ? column : loaded.parsed.text.slice(use.span.start, use.span.end);
  const right = `FormatDateTime(${named}, , ${printString(best?.format ?? 'dd.MM.yyyy')}, "yyyy-MM-dd")`;
  const { count: records, line, example } = swapped;
  return uses.map(({ statement, span, call }) => {
    const fix = call === 'CDate' ? `CDate(${right})` : `CDate(${right}) as the date`;
    const messageWith = (shown: string) =>
      `${recordCount(records)} ${records === 1 ? 'has a date' : 'have dates'} in ${named} that ${call} reads with day and month swapped, ${inFirstLine(records, line)}${shown}: the column has the day first, but ${call} expects the month first. Write ${fix}.`;
    return findingAt(placeIn(loaded, statement, span), dayFirst, {
      message: messageWith(''),
      withValues: messageWith(` (${quotedValue(example)} becomes ${readWrong(example)})`),
      count: records,
      line,
      data: { columns: [column], ...(best === undefined ? {} : { format: best.format }) },
    });
  });
}

/** The day that CDate reads from a text: `May 3`. */
function readWrong(text: string): string {
  const [, first = '', , second = ''] = NUMBERS.exec(text) ?? [];
  return `${MONTHS[Number(first) - 1] ?? ''} ${Number(second)}`;
}

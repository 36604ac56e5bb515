import type { ColumnProfile, ExtractProfile } from '../../../core/profile/extractProfile';
import type { Markdown } from '../../shared/markdown';
import { bulletList, code, counting, joined, ours, quotedCode, table, words } from '../../shared/markdown';

/** Number of most frequent values that are shown. */
const EXAMPLES = 5;

/** Number of shapes of values that are shown. */
const SHAPES = 3;

/**
 * A column's fill rate, its number of distinct values, and its longest value.
 * @param further more lines of the same list
 */
export function columnFigures(
  column: ColumnProfile,
  { records, isComplete }: ExtractProfile,
  further: readonly Markdown[] = [],
): Markdown {
  const { filled, distinct, isDistinctExact, longest } = column;
  const among = isComplete ? counting(records, words`record`) : words`the first ${counting(records, words`record`)}`;
  const different = words`${isDistinctExact ? words`` : words`at least `}${distinct} different ${distinct === 1 && isDistinctExact ? words`value` : words`values`}`;
  return bulletList([
    words`filled in ${filled} of ${among} (${ours(share(filled, records))})`,
    ...(filled === 0 ? [] : [different]),
    ...(longest === undefined
      ? []
      : [
          words`longest: ${counting(longest.value.length, words`character`)}, in line ${longest.line}: ${quotedCode(longest.value)}`,
        ]),
    ...further,
  ]);
}

/** The appearance of the values: as dates, or by their most common shapes. */
export function columnLooks({ dates, shapes = [], distinct }: ColumnProfile): readonly Markdown[] {
  if (dates !== undefined)
    return [
      words`dates as ${code(dates.format, 40)}, from ${code(dates.earliest)} to ${code(dates.latest)}${dates.orElse === undefined ? words`` : words`; or as ${code(dates.orElse, 40)}`}`,
    ];
  // If there are only a few values, the values themselves are more useful than their shapes
  if (distinct <= EXAMPLES || shapes.length === 0) return [];
  const looks = shapes.slice(0, SHAPES).map(({ shape }) => code(shape, 40));
  return [words`looks like ${joined(looks, ', ')}`];
}

/** Shows 100 % only for all, and 0 % only for none. */
function share(part: number, whole: number): string {
  if (part === 0 || whole === 0) return '0 %';
  if (part === whole) return '100 %';
  const percent = (part / whole) * 100;
  return percent < 0.1 ? 'below 0.1 %' : percent > 99.9 ? 'over 99.9 %' : `${percent.toFixed(1).replace(/\.0$/, '')} %`;
}

/** The most frequent values as a table; none if every value of a longer column occurs once. */
export function frequentValues({ values, distinct }: ColumnProfile): Markdown | undefined {
  const [first] = values;
  if (first === undefined || (first.count === 1 && distinct > EXAMPLES)) return undefined;
  const rows = values.slice(0, EXAMPLES).map(({ value, count }) => [quotedCode(value), words`${count}`]);
  return table([distinct > EXAMPLES ? words`most frequent` : words`value`, words`records`], rows);
}
